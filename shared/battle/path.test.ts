import * as fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { parseBoard } from './board.ts';
import { distancesFrom } from './distance.ts';
import { fieldFor } from './field.ts';
import { isOpen, neighbour } from './geometry.ts';
import { shortestPath } from './path.ts';
import { defaultSettings } from './settings.ts';
import type { Cell, Direction } from './types.ts';

// Many cases in one test: slow on a busy machine, and no measure of speed.
vi.setConfig({ testTimeout: 60_000 });

function walk(from: Cell, path: readonly Direction[]): Cell[] {
  const cells = [from];
  for (const direction of path) cells.push(neighbour(cells.at(-1) ?? from, direction));
  return cells;
}

const maze = parseBoard(`S # . . .
                         . # . # .
                         . . . # H
                         # # # # ^
                         . # 1 . .`);

it('R22 the way leads around walls', () => {
  expect(shortestPath(maze, { x: 0, y: 0 }, { x: 4, y: 2 })).toEqual(
    'down down right right up up right right down down'.split(' '),
  );
});

it('R22 of several shortest ways it takes one that goes straight on', () => {
  const open = parseBoard('S . . . \n . . . . \n ^ . . H');
  expect(shortestPath(open, { x: 0, y: 0 }, { x: 3, y: 2 })).toEqual(
    'right right right down down'.split(' '),
  );
});

it('R22 it goes straight on also where another direction would come first', () => {
  const open = parseBoard('S # . . \n . . . . \n ^ . . H');
  expect(shortestPath(open, { x: 0, y: 0 }, { x: 3, y: 2 })).toEqual(
    'down down right right right'.split(' '),
  );
});

it('R22 the way to where one stands is empty', () => {
  expect(shortestPath(maze, { x: 2, y: 2 }, { x: 2, y: 2 })).toEqual([]);
});

it.each([
  ['a wall', { x: 1, y: 0 }],
  ['a cut-off cell', { x: 0, y: 4 }],
  ['a cell outside', { x: 5, y: 0 }],
  ['a cell outside, on the left', { x: -1, y: 1 }],
])('R22 there is no way to %s', (_, to) => {
  expect(shortestPath(maze, { x: 0, y: 0 }, to)).toBeNull();
  expect(shortestPath(maze, to, { x: 0, y: 0 })).toBeNull();
});

it('R10 R22 on any field a way leads to every open cell, is walkable, and none is shorter', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom('mirrored', 'random'), (seed, layout) => {
      const { field } = fieldFor({ ...defaultSettings, walls: 25, layout }, seed);
      const from = field.starts.salesforce;
      const distances = distancesFrom(field, from);
      distances.forEach((steps, index) => {
        const to = { x: index % field.width, y: Math.floor(index / field.width) };
        const path = shortestPath(field, from, to);
        if (!isOpen(field, to)) return expect(path).toBeNull();
        expect(path).toHaveLength(steps);
        const cells = walk(from, path ?? []);
        expect(cells.at(-1)).toEqual(to);
        expect(cells.every((cell) => isOpen(field, cell))).toBe(true);
      });
    }),
    { seed: 22, numRuns: 30 },
  );
});
