import { describe, expect, it, test } from 'vitest';
import { boardText, outcomeOf, parseBoard } from '../../battle/index.ts';
import { playPrograms } from '../play.ts';
import { problemsIn } from '../problems.ts';
import { examples, type Example } from './index.ts';

function played({ board, program, rival = '' }: Example) {
  return playPrograms(parseBoard(board), { salesforce: rival, heroku: program }, 'example');
}

describe('R23 the examples do what they show', () => {
  it('R23 there are ten, from one step to a search', () => {
    expect(examples).toHaveLength(10);
    expect(new Set(examples.map(({ id }) => id)).size).toBe(10);
    expect(examples[0]?.program).toBe('p.up();\n');
  });

  test.each(examples.map((example) => [example.id, example] as const))(
    'R23 %s plays as told, without an error, and wins',
    (_id, example) => {
      const turns = played(example);
      const last = turns.at(-1)?.after;
      if (last === undefined) throw new Error('nothing was played');
      expect(turns.flatMap(({ steps }) => steps.heroku.error ?? [])).toEqual([]);
      expect(last.figures.heroku.out, boardText(last)).toBeNull();
      const asleep = turns.findIndex(({ steps }) => steps.heroku.line === null);
      expect({
        points: last.figures.heroku.points,
        turns: asleep === -1 ? turns.length : asleep + 1,
      }).toEqual(example.outcome);
      expect(outcomeOf(last)).toMatchObject({ kind: 'won', winner: 'heroku' });
    },
  );

  test.each(examples.map((example) => [example.id, example] as const))(
    'L9 %s has no mark, its lines are short, and it is told in both languages',
    (_id, { program, rival = '', title, lesson }) => {
      expect(problemsIn(program, 0)).toEqual([]);
      expect(problemsIn(rival, 0)).toEqual([]);
      expect(Math.max(...program.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
      for (const words of [title, lesson]) {
        expect(words.en).toMatch(/^[\x20-\x7e]+$/);
        expect(words.ja).toMatch(/[\u3040-\u9fff]/);
      }
    },
  );

  it('L5 they play the same every time', () => {
    for (const example of examples) expect(played(example)).toEqual(played(example));
  });
});
