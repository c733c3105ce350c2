import { describe, expect, it } from 'vitest';
import { expectTurn } from './testing/drawn-turn.ts';

describe('R26 the bug catches', () => {
  it('R26 it comes upon one who waits', () => {
    const { story, outcome } = expectTurn(
      `. S .
       . ^ .
       . . H`,
      {},
      `turn 1/30, S 0 caught, H 0
       . s^ .
       . . .
       . . H`,
    );
    expect(story).toEqual(['S waited', 'H waited', 'bug moved', 'S caught']);
    expect(outcome).toEqual({ kind: 'won', winner: 'heroku', by: 'rival out' });
  });

  it('R26 it comes upon one whom a wall holds', () => {
    const { story } = expectTurn(
      `. # .
       . S .
       . ^ H`,
      { salesforce: 'up' },
      `turn 1/30, S 0 caught, H 0
       . # .
       . s^ .
       . . H`,
    );
    expect(story).toEqual(['S bumped', 'H waited', 'bug moved', 'S caught']);
  });

  it('R26 one walks into its new cell', () => {
    const { outcome } = expectTurn(
      `. . S
       H . .
       . ^ .`,
      { heroku: 'right' },
      `turn 1/30, S 0, H 0 caught
       . . S
       . h^ .
       . . .`,
    );
    expect(outcome).toEqual({ kind: 'won', winner: 'salesforce', by: 'rival out' });
  });

  it('R26 swapped cells with the bug is caught', () => {
    const { events } = expectTurn(
      `. S .
       . ^ .
       . . H`,
      { salesforce: 'down' },
      `turn 1/30, S 0 caught, H 0
       . ^ .
       . s .
       . . H`,
    );
    expect(events.at(-1)).toEqual({ kind: 'caught', seat: 'salesforce', at: { x: 1, y: 1 } });
  });

  it('R26 R30 swapped cells with the bug as it turns at the edge is caught', () => {
    expectTurn(
      `. ^ S
       . . .
       H . .`,
      { salesforce: 'left' },
      `turn 1/30, S 0 caught, H 0
       . s >
       . . .
       H . .`,
    );
  });

  it('R26 one who follows the bug is safe', () => {
    expectTurn(
      `. . H
       . ^ .
       . S .`,
      { salesforce: 'up' },
      `turn 1/30, S 0, H 0
       . ^ H
       . S .
       . . .`,
    );
  });

  it('R26 one who steps aside in time is safe', () => {
    expectTurn(
      `. S H
       . ^ .
       . . .`,
      { salesforce: 'left' },
      `turn 1/30, S 0, H 0
       S ^ H
       . . .
       . . .`,
    );
  });

  it('R26 one who fell before the bug’s eyes has fallen and is not caught', () => {
    const { story } = expectTurn(
      `S . .
       ^ . H
       . . .`,
      { salesforce: 'up' },
      `turn 1/30, S 0 fallen, H 0
       s^ . .
       . . H
       . . .`,
    );
    expect(story).toEqual(['S fell', 'H waited', 'bug moved']);
  });

  it('R26 R29 S falls while the bug bites H: both out', () => {
    const { story, outcome } = expectTurn(
      `. H S
       . ^ .
       . . .`,
      { salesforce: 'right' },
      `turn 1/30, S 0 fallen, H 0 caught
       . h^ s
       . . .
       . . .`,
    );
    expect(story).toEqual(['S fell', 'H waited', 'bug moved', 'H caught']);
    expect(outcome).toEqual({ kind: 'draw', by: 'both out' });
  });

  it('R26 all three meet in one cell: both are caught and nobody is pushed', () => {
    const { story, outcome } = expectTurn(
      `. . .
       S 3 H
       . ^ .`,
      { salesforce: 'right', heroku: 'left' },
      `turn 1/30, S 0 caught, H 0 caught
       . . .
       . sh^3 .
       . . .`,
    );
    expect(story).toEqual(['S moved', 'H moved', 'bug moved', 'S caught', 'H caught']);
    expect(outcome).toEqual({ kind: 'draw', by: 'both out' });
  });

  it('R26 S swaps with the bug, H walks into its new cell: both are caught', () => {
    expectTurn(
      `. S H
       . ^ .
       . . .`,
      { salesforce: 'down', heroku: 'left' },
      `turn 1/30, S 0 caught, H 0 caught
       . h^ .
       . s .
       . . .`,
    );
  });
});

describe('R27 S and H push each other back', () => {
  it('R27 in the same cell both go back, and the gold there stays', () => {
    const { events } = expectTurn(
      `. . . .
       S 3 H .
       . . . ^`,
      { salesforce: 'right', heroku: 'left' },
      `turn 1/30, S 0, H 0
       . . . .
       S 3 H ^
       . . . .`,
    );
    const met = { x: 1, y: 1 };
    expect(events.slice(3)).toEqual([
      { kind: 'pushed back', seat: 'salesforce', from: met, to: { x: 0, y: 1 } },
      { kind: 'pushed back', seat: 'heroku', from: met, to: { x: 2, y: 1 } },
    ]);
  });

  it('R27 swapped cells: both go back', () => {
    const { events } = expectTurn(
      `S H .
       . . .
       . . ^`,
      { salesforce: 'right', heroku: 'left' },
      `turn 1/30, S 0, H 0
       S H .
       . . ^
       . . .`,
    );
    expect(events.slice(3)).toEqual([
      { kind: 'pushed back', seat: 'salesforce', from: { x: 1, y: 0 }, to: { x: 0, y: 0 } },
      { kind: 'pushed back', seat: 'heroku', from: { x: 0, y: 0 }, to: { x: 1, y: 0 } },
    ]);
  });

  it.each([
    ['who waits', 'S H . \n . . . \n . . ^', 'wait', 'S H . \n . . ^ \n . . .'],
    ['whom a wall holds', 'S H # \n . . . \n . . ^', 'right', 'S H # \n . . ^ \n . . .'],
  ] as const)('R27 S runs into H %s: H comes from where it stands', (_, from, action, to) => {
    const { events } = expectTurn(
      from,
      { salesforce: 'right', heroku: action },
      `turn 1/30, S 0, H 0 \n ${to}`,
    );
    const stands = { x: 1, y: 0 };
    expect(events.at(-1)).toEqual({
      kind: 'pushed back',
      seat: 'heroku',
      from: stands,
      to: stands,
    });
  });

  it('R27 one who takes the cell the other leaves pushes nobody', () => {
    const { story } = expectTurn(
      `S H .
       . . .
       . . ^`,
      { salesforce: 'right', heroku: 'right' },
      `turn 1/30, S 0, H 0
       . S H
       . . ^
       . . .`,
    );
    expect(story).toEqual(['S moved', 'H moved', 'bug moved']);
  });

  it.each(['caught', 'fallen'])('R27 one who has %s is in nobody’s way', (out) => {
    const { story } = expectTurn(
      `turn 3/30, S 0, H 10 ${out}
       S h1 .
       . . .
       . . ^`,
      { salesforce: 'right' },
      `turn 4/30, S 10, H 10 ${out}
       . Sh .
       . . ^
       . . .`,
    );
    expect(story).toEqual(['S moved', 'bug moved', 'S collected']);
  });

  it('R27 pushed back into the bug is caught', () => {
    const { story, outcome } = expectTurn(
      `. S . H
       . ^ . .
       . . . .`,
      { salesforce: 'right', heroku: 'left' },
      `turn 1/30, S 0 caught, H 0
       . s^ . H
       . . . .
       . . . .`,
    );
    expect(story.slice(2)).toEqual(['bug moved', 'S pushed back', 'H pushed back', 'S caught']);
    expect(outcome).toEqual({ kind: 'won', winner: 'heroku', by: 'rival out' });
  });

  it('R27 running into one who waits, and back into the bug, is caught', () => {
    expectTurn(
      `H S .
       . ^ .
       . . .`,
      { salesforce: 'left' },
      `turn 1/30, S 0 caught, H 0
       H s^ .
       . . .
       . . .`,
    );
  });

  it('R26 R27 swapped, but the bug has S: H is not pushed', () => {
    const { story } = expectTurn(
      `. S H
       . . ^
       . . .`,
      { salesforce: 'right', heroku: 'left' },
      `turn 1/30, S 0 caught, H 0
       . H s^
       . . .
       . . .`,
    );
    expect(story.slice(2)).toEqual(['bug moved', 'S caught']);
  });

  it('R26 R27 the bug takes S out of the meeting first, so H stays and collects', () => {
    const { story } = expectTurn(
      `. S .
       . ^2 H
       . . .`,
      { salesforce: 'down', heroku: 'left' },
      `turn 1/30, S 0 caught, H 20
       . ^ .
       . sH .
       . . .`,
    );
    expect(story.slice(2)).toEqual(['bug moved', 'S caught', 'H collected']);
  });
});
