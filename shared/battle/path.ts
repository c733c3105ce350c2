import { distancesFrom } from './distance.ts';
import { isInside, isOpen, neighbour, sameCell, type Terrain } from './geometry.ts';
import { directions, type Cell, type Direction } from './types.ts';

/**
 * A shortest way around the walls, as one direction per step: empty when already there, null when no
 * way leads there. Of several shortest ways it answers always the same one, which goes straight on
 * for as long as that costs nothing. The bug and the characters are not in its way.
 */
export function shortestPath(battle: Terrain, from: Cell, to: Cell): Direction[] | null {
  if (!isInside(battle, from)) return null;
  const distances = distancesFrom(battle, to);
  const stepsLeft = (cell: Cell): number => distances[cell.y * battle.width + cell.x] ?? -1;
  if (stepsLeft(from) < 0) return null;
  const path: Direction[] = [];
  for (let at = from; !sameCell(at, to);) {
    const nearer = (direction: Direction): boolean => {
      const next = neighbour(at, direction);
      return isOpen(battle, next) && stepsLeft(next) === stepsLeft(at) - 1;
    };
    const before = path.at(-1);
    const direction = before !== undefined && nearer(before) ? before : directions.find(nearer);
    if (direction === undefined) throw new Error('a counted way has no next step');
    path.push(direction);
    at = neighbour(at, direction);
  }
  return path;
}
