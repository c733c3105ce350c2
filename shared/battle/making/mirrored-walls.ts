import type { Random } from '../../base/random.ts';
import type { CellIndex, Floor } from './floor.ts';
import { oppositeIndex } from './opposite.ts';
import { layWalls, lengthensNothing } from './walls.ts';

/**
 * Lays walls in opposite pairs. Some cells around the middle, the *heart*, never become wall: it is
 * connected and its own opposite, so while other cells are open, a pair of them farthest from it can
 * always be closed without cutting. That makes every number of pairs possible.
 *
 * An odd wall stands in the middle if there is a cell, with the ring around it as the heart; only a
 * 3×3 field with three walls has no room for that. Otherwise it stands alone where it makes no way
 * longer, or where no such place is left, anywhere it does not cut.
 */
export function layMirroredWalls(floor: Floor, walls: number, random: Random): void {
  const cells = floor.width * floor.height;
  const pairs = Math.floor(walls / 2);
  const odd = walls % 2 === 1;
  const wallInMiddle = odd && cells % 2 === 1 && 2 * pairs <= cells - ringCells;
  const heart = new Set(wallInMiddle ? ringAround(floor) : middleOf(floor));
  if (wallInMiddle) floor.close((cells - 1) / 2);
  const candidates = floor
    .openCells()
    .filter((cell) => cell < oppositeIndex(floor, cell) && !heart.has(cell))
    .map((cell) => [cell, oppositeIndex(floor, cell)]);
  layWalls(floor, candidates, pairs, random);
  if (odd && !wallInMiddle) layLoneWall(floor, random);
}

/** The middle of the field with the eight cells around it. */
const ringCells = 9;

/** One, two or four cells in the middle: as many as it takes to turn onto themselves. */
function middleOf({ width, height }: Floor): CellIndex[] {
  const columns = new Set([Math.floor((width - 1) / 2), Math.floor(width / 2)]);
  const rows = new Set([Math.floor((height - 1) / 2), Math.floor(height / 2)]);
  return [...rows].flatMap((y) => [...columns].map((x) => y * width + x));
}

/** The eight cells around the middle of a field of odd width and height. */
function ringAround(floor: Floor): CellIndex[] {
  const middle = (floor.width * floor.height - 1) / 2;
  const rows = [-floor.width, 0, floor.width];
  return rows
    .flatMap((row) => [-1, 0, 1].map((column) => middle + row + column))
    .filter((cell) => cell !== middle);
}

function layLoneWall(floor: Floor, random: Random): void {
  const harmless = floor.openCells().filter((cell) => lengthensNothing(floor, cell));
  const candidates = harmless.length > 0 ? harmless : floor.openCells();
  layWalls(
    floor,
    candidates.map((cell) => [cell]),
    1,
    random,
  );
}
