import { isOpen, neighbour, type Terrain } from './geometry.ts';
import { directions, type Cell } from './types.ts';

/** Steps from one cell to every other: at `y * width + x`, or −1 where no way leads. */
export type Distances = Int32Array;

/**
 * Counts the steps from `from` to every cell, around walls and inside the field. From a wall or
 * from outside no way leads anywhere.
 */
export function distancesFrom(terrain: Terrain, from: Cell): Distances {
  const distances = new Int32Array(terrain.width * terrain.height).fill(-1);
  if (!isOpen(terrain, from)) return distances;
  distances[from.y * terrain.width + from.x] = 0;
  let edge: readonly Cell[] = [from];
  for (let steps = 1; edge.length > 0; steps++) {
    const next: Cell[] = [];
    for (const cell of edge) {
      for (const direction of directions) {
        const to = neighbour(cell, direction);
        const index = to.y * terrain.width + to.x;
        if (!isOpen(terrain, to) || distances[index] !== -1) continue;
        distances[index] = steps;
        next.push(to);
      }
    }
    edge = next;
  }
  return distances;
}
