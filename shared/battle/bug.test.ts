import { expect, it } from 'vitest';
import { parseBoard } from './board.ts';
import { nextBug } from './bug.ts';
import { fieldFor } from './field.ts';
import { defaultSettings } from './settings.ts';

/** The cell and facing after so many steps, as `x,y facing`. */
function after(board: string, steps: number): string {
  const battle = parseBoard(board);
  let { bug } = battle;
  for (let i = 0; i < steps; i++) bug = nextBug(bug, battle);
  return `${bug.at.x},${bug.at.y} ${bug.facing}`;
}

it('R30 it first wants up', () => {
  const { field } = fieldFor(defaultSettings, 'any');
  expect(field.bug.facing).toBe('up');
});

it.each([
  ['it goes straight while it can', 'S H . \n . ^ .', '1,0 up'],
  ['at a wall it tries its right', 'S # H \n . ^ .', '2,1 right'],
  ['at the edge it tries its right', '. ^ . \n S . H', '2,0 right'],
  ['then its left', 'S # H \n . ^ #', '0,1 left'],
  ['then back', 'S . # H \n . # > # \n . . . .', '2,2 down'],
  ['back the way it came, out of a dead end', 'S # H \n # ^ # \n . . .', '1,2 down'],
  ['facing right, its right is below', 'S > # \n H . .', '1,1 down'],
  ['facing down, its right is to the left', '. v . \n S # H', '0,0 left'],
  ['facing left, its right is above', '. H . \n # < S \n . . .', '1,0 up'],
  ['with nothing free it stays', '^ # S \n # H .', '0,0 up'],
  ['it does not see the characters', 'S . H \n ^ . .', '0,0 up'],
])('R30 %s', (_, board, expected) => {
  expect(after(board, 1)).toBe(expected);
});

it('R30 along the edge it goes round an empty field for ever', () => {
  const board = 'S . . . \n . . H . \n . ^ . .';
  expect(after(board, 2)).toBe('1,0 up');
  expect(after(board, 4)).toBe('3,0 right');
  expect(after(board, 6)).toBe('3,2 down');
  expect(after(board, 9)).toBe('0,2 left');
  expect(after(board, 11)).toBe('0,0 up');
});
