import { expect, it } from 'vitest';
import { parseBoard } from './board.ts';
import { outcomeOf } from './outcome.ts';
import { playTurn } from './turn.ts';

const inPlay = '\n S . ^ \n . . . \n . . H';

it.each([
  [
    'both out is a draw, whatever the points',
    'turn 3/30, S 90 caught, H 0 fallen',
    'draw both out',
  ],
  ['S out: H wins, whatever the points', 'turn 3/30, S 90 fallen, H 0', 'heroku rival out'],
  ['H out: S wins', 'turn 3/30, S 0, H 90 caught', 'salesforce rival out'],
  ['out in the last turn counts before points', 'turn 30/30, S 90 caught, H 0', 'heroku rival out'],
  ['before the last turn points decide nothing', 'turn 29/30, S 90, H 0', 'none'],
  ['after the last turn more points win: S', 'turn 30/30, S 40, H 30', 'salesforce points'],
  ['after the last turn more points win: H', 'turn 30/30, S 0, H 10', 'heroku points'],
  ['after the last turn equal is a draw', 'turn 30/30, S 40, H 40', 'draw points'],
  ['without gold a match ends 0 to 0', 'turn 1/1, S 0, H 0', 'draw points'],
])('R29 %s', (_, head, expected) => {
  const drawn = inPlay
    .replace('S', /S \d+ /.test(head) ? 's' : 'S')
    .replace('H', /H \d+ /.test(head) ? 'h' : 'H');
  const outcome = outcomeOf(parseBoard(head + drawn));
  const words =
    outcome === null ? 'none' : `${outcome.kind === 'won' ? outcome.winner : 'draw'} ${outcome.by}`;
  expect(words).toBe(expected);
});

it('R29 a match of one turn ends after it', () => {
  const before = parseBoard('turn 0/1, S 0, H 0 \n S 2 . \n . . . \n ^ . H');
  expect(outcomeOf(before)).toBeNull();
  const { battle } = playTurn(before, { salesforce: 'right', heroku: 'wait' });
  expect(outcomeOf(battle)).toEqual({ kind: 'won', winner: 'salesforce', by: 'points' });
});
