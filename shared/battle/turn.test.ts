import { describe, expect, it, test } from 'vitest';
import { parseBoard } from './board.ts';
import { expectTurn, play } from './testing/drawn-turn.ts';
import { stages } from './turn.ts';

test('R24–R28 a turn is these stages in this order', () => {
  expect(stages.map((stage) => stage.name)).toEqual(['move', 'bug', 'catch', 'push', 'collect']);
});

describe('R24 characters move', () => {
  it('R24 R25 S moves, then H, then the bug', () => {
    const { events } = expectTurn(
      `. . .
       S . H
       . ^ .`,
      { salesforce: 'up', heroku: 'down' },
      `turn 1/30, S 0, H 0
       S . .
       . ^ .
       . . H`,
    );
    expect(events).toEqual([
      { kind: 'moved', seat: 'salesforce', from: { x: 0, y: 1 }, to: { x: 0, y: 0 } },
      { kind: 'moved', seat: 'heroku', from: { x: 2, y: 1 }, to: { x: 2, y: 2 } },
      { kind: 'bug moved', from: { x: 1, y: 2 }, to: { x: 1, y: 1 }, facing: 'up' },
    ]);
  });

  it.each([
    ['up', '. S . \n . . . \n ^ . H', '. s . \n ^ . . \n . . H'],
    ['right', '. . . \n . . S \n ^ . H', '. . . \n ^ . s \n . . H'],
    ['down', '. . H \n . . . \n ^ S .', '. . H \n ^ . . \n . s .'],
    ['left', '. . . \n S . . \n . H ^', '. . . \n s . ^ \n . H .'],
  ] as const)(
    'R24 going %s out of the field S falls and keeps the cell it left',
    (way, from, to) => {
      const { story, events } = expectTurn(
        from,
        { salesforce: way },
        `turn 1/30, S 0 fallen, H 0 \n ${to}`,
      );
      expect(story).toEqual(['S fell', 'H waited', 'bug moved']);
      expect(events[0]).toMatchObject({
        from: parseBoard(from).figures.salesforce.at,
        direction: way,
      });
    },
  );

  it('R24 a wall holds a character where it is', () => {
    const { events } = expectTurn(
      `S # .
       . . .
       ^ . H`,
      { salesforce: 'right', heroku: 'up' },
      `turn 1/30, S 0, H 0
       S # .
       ^ . H
       . . .`,
    );
    const at = { x: 0, y: 0 };
    expect(events[0]).toEqual({ kind: 'bumped', seat: 'salesforce', at, direction: 'right' });
  });

  it('R24 one who waits stays', () => {
    const { story } = expectTurn(
      `S . H
       . . .
       . ^ .`,
      {},
      `turn 1/30, S 0, H 0
       S . H
       . ^ .
       . . .`,
    );
    expect(story).toEqual(['S waited', 'H waited', 'bug moved']);
  });

  it('R24 one who is out does nothing any more, wherever the bug goes', () => {
    const { story } = expectTurn(
      `turn 4/30, S 20 fallen, H 0 caught
       . s .
       . ^ .
       . . h`,
      { salesforce: 'down', heroku: 'left' },
      `turn 5/30, S 20 fallen, H 0 caught
       . s^ .
       . . .
       . . h`,
    );
    expect(story).toEqual(['bug moved']);
  });
});

describe('R25 the bug moves', () => {
  it('R25 R30 walled in it stays, and that is told', () => {
    const { events } = expectTurn(
      `^ # S
       # . H`,
      {},
      `turn 1/30, S 0, H 0
       ^ # S
       # . H`,
    );
    expect(events.at(-1)).toEqual({ kind: 'bug stuck', at: { x: 0, y: 0 }, facing: 'up' });
  });

  it('R25 it walks over gold and leaves it', () => {
    expectTurn(
      `2 . S
       ^ . H
       . . .`,
      {},
      `turn 1/30, S 0, H 0
       ^2 . S
       . . H
       . . .`,
    );
  });
});

describe('R28 gold is collected', () => {
  it('R28 each collects what lies in its cell', () => {
    const { events } = expectTurn(
      `turn 2/30, S 30, H 10
       S 1 . ^
       . . . .
       . ?3 H .`,
      { salesforce: 'right', heroku: 'left' },
      `turn 3/30, S 40, H 40
       . S < .
       . . . .
       . H . .`,
    );
    expect(events.slice(3)).toEqual([
      { kind: 'collected', seat: 'salesforce', at: { x: 1, y: 0 }, points: 10, sealed: false },
      { kind: 'collected', seat: 'heroku', at: { x: 1, y: 2 }, points: 30, sealed: true },
    ]);
  });

  it('R28 one who waits on gold collects it', () => {
    expectTurn(
      `S2 . H
       . . .
       . . ^`,
      {},
      `turn 1/30, S 20, H 0
       S . H
       . . ^
       . . .`,
    );
  });

  it('R28 one who is caught on gold leaves it', () => {
    expectTurn(
      `. . H
       S 2 .
       . ^ .`,
      { salesforce: 'right' },
      `turn 1/30, S 0 caught, H 0
       . . H
       . s^2 .
       . . .`,
    );
  });

  it('R28 R29 S falls and H collects: the points count, and H wins', () => {
    const { story, outcome } = expectTurn(
      `S . .
       . 1 H
       . . ^`,
      { salesforce: 'up', heroku: 'left' },
      `turn 1/30, S 0 fallen, H 10
       s . .
       . H ^
       . . .`,
    );
    expect(story).toEqual(['S fell', 'H moved', 'bug moved', 'H collected']);
    expect(outcome).toEqual({ kind: 'won', winner: 'heroku', by: 'rival out' });
  });

  it('R9 R28 sealed gold that is not revealed cannot be collected', () => {
    expect(() => play('S ? . \n . . . \n ^ . H', { salesforce: 'right' })).toThrow('(1, 0)');
  });
});
