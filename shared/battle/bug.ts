import { isOpen, neighbour, type Terrain } from './geometry.ts';
import { directions, type Bug, type Direction } from './types.ts';

/** Where the bug looks, in quarter turns clockwise: ahead, to its right, to its left, back (R30). */
const preferences = [0, 1, 3, 2] as const;

/**
 * The bug after its next step (R30). It goes straight while it can, else it tries its right, its
 * left and the way back; with walls all round it stays as it is. It does not see the characters.
 */
export function nextBug(bug: Bug, world: Terrain): Bug {
  for (const quarters of preferences) {
    const facing = turned(bug.facing, quarters);
    const at = neighbour(bug.at, facing);
    if (isOpen(world, at)) return { at, facing };
  }
  return bug;
}

function turned(direction: Direction, quarters: number): Direction {
  const index = (directions.indexOf(direction) + quarters) % directions.length;
  return directions[index] as Direction;
}
