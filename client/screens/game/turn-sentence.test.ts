import { afterEach, describe, expect, it } from 'vitest';
import { parseBoard, playTurn, type Action } from '../../../shared/battle/index.ts';
import { language } from '../../i18n/language.ts';
import { turnSentence } from './turn-sentence.ts';

afterEach(() => {
  language.value = 'en';
});

const nobodyErred = { salesforce: false, heroku: false };

function told(board: string, salesforce: Action, heroku: Action, erred = nobodyErred): string {
  const { events } = playTurn(parseBoard(board), { salesforce, heroku });
  return turnSentence(4, events, erred);
}

describe('each turn in one sentence', () => {
  it('R24 walking and waiting', () => {
    expect(told('S . .\n. . H\n# > .', 'right', 'wait')).toBe(
      'Turn 4: Salesforce goes right, Heroku waits.',
    );
  });

  it('R24 a wall', () => {
    expect(told('S # .\n. . H\n. > .', 'right', 'up')).toBe(
      'Turn 4: Salesforce bumps into a wall, Heroku goes up.',
    );
  });

  it('R24 a fall is a cry that ends its clause', () => {
    expect(told('S . .\n. . H\n. > .', 'up', 'up')).toBe(
      'Turn 4: Salesforce falls off the field! Heroku goes up.',
    );
  });

  it('R26 a bite', () => {
    expect(told('. . H\n. . .\n> S .', 'wait', 'wait')).toContain(
      'Salesforce is bitten by the bug!',
    );
  });

  it('R27 a meeting is told once', () => {
    expect(told('S . H\n. . .\n. > .', 'right', 'left')).toBe(
      'Turn 4: Salesforce goes right, Heroku goes left, both meet and are thrown back!',
    );
  });

  it('R28 gold, and what a bag held', () => {
    expect(told('S 2 .\n. . H\n. > .', 'right', 'up')).toContain('Salesforce takes 20 points.');
    expect(told('S . ?3\n. . H\n. > .', 'wait', 'up')).toContain(
      'Heroku opens the bag: 30 points.',
    );
  });

  it('R20 an error is told instead of the wait it costs', () => {
    expect(told('S . .\n. . H\n. > .', 'wait', 'up', { salesforce: true, heroku: false })).toBe(
      'Turn 4: Salesforce stumbles over an error, Heroku goes up.',
    );
  });

  it('R35 in Japanese', () => {
    language.value = 'ja';
    expect(told('S . .\n. . H\n. > .', 'up', 'left')).toBe(
      '4 ターン目：Salesforce はフィールドから落ちた！Heroku は左へ。',
    );
  });
});
