import { expect, it } from 'vitest';
import { randomStream } from '../../base/random.ts';
import { createFloor } from './floor.ts';
import { layWalls, lengthensNothing } from './walls.ts';

/** The numbers of all cells of a floor, each a group of its own. */
function singles(cells: number): number[][] {
  return Array.from({ length: cells }, (_, cell) => [cell]);
}

it('R10 a place that would have cut is tried again once it no longer does', () => {
  // In a corridor only an end can become wall, so most places drawn have to wait for their turn.
  for (let seed = 0; seed < 50; seed++) {
    const floor = createFloor({ width: 7, height: 1 });
    layWalls(floor, singles(7), 6, randomStream(`${seed}`, 'walls'));
    expect(floor.openCells()).toHaveLength(1);
  }
});

it('R10 candidates that all cut are a defect, not an endless search', () => {
  const floor = createFloor({ width: 5, height: 1 });
  expect(() => layWalls(floor, [[1], [2], [3]], 1, randomStream('any', 'walls'))).toThrow(
    'cutting',
  );
  expect(floor.openCells()).toHaveLength(5);
});

it('R10 a group becomes wall as a whole or not at all', () => {
  const floor = createFloor({ width: 3, height: 3 });
  floor.close(4);
  expect(() => layWalls(floor, [[1, 7]], 1, randomStream('any', 'walls'))).toThrow('cutting');
  layWalls(floor, [[0, 1]], 1, randomStream('any', 'walls'));
  expect(floor.openCells()).toEqual([2, 3, 5, 6, 7, 8]);
});

it.each([
  ['a corner with an open inner side', [], 0, true],
  ['a corner that is the only way round', [4], 0, false],
  ['a dead end', [4, 1], 0, true],
  ['an edge', [], 1, false],
  ['the middle', [], 4, false],
  ['a way straight through', [3, 5], 4, false],
])('R10 whether a wall lengthens a way: %s', (_, closed, cell, expected) => {
  const floor = createFloor({ width: 3, height: 3 });
  closed.forEach((each) => floor.close(each));
  expect(lengthensNothing(floor, cell)).toBe(expected);
});
