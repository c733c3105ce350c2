import type { Cell, Direction, Field } from './types.ts';

/** The part of a field or battle that never changes during a match. */
export type Terrain = Pick<Field, 'width' | 'height' | 'walls'>;

const offsets = {
  up: { x: 0, y: -1 },
  right: { x: 1, y: 0 },
  down: { x: 0, y: 1 },
  left: { x: -1, y: 0 },
} as const satisfies Record<Direction, Cell>;

/** True when both are the same cell. */
export function sameCell(a: Cell, b: Cell): boolean {
  return a.x === b.x && a.y === b.y;
}

/** The cell next to `cell`; it may lie outside the field. */
export function neighbour(cell: Cell, direction: Direction): Cell {
  const offset = offsets[direction];
  return { x: cell.x + offset.x, y: cell.y + offset.y };
}

/** True when the cell lies on the field, wall or not. */
export function isInside(terrain: Pick<Terrain, 'width' | 'height'>, cell: Cell): boolean {
  return cell.x >= 0 && cell.y >= 0 && cell.x < terrain.width && cell.y < terrain.height;
}

/** True when a wall stands on the cell; outside the field there are none. */
export function isWall(terrain: Pick<Terrain, 'walls'>, cell: Cell): boolean {
  return wallKeys(terrain.walls).has(keyOf(cell));
}

/** True when something could stand there: on the field and no wall. */
export function isOpen(terrain: Terrain, cell: Cell): boolean {
  return isInside(terrain, cell) && !isWall(terrain, cell);
}

/** The cell opposite, seen from the middle of the field (half a turn, R10). */
export function oppositeCell(size: Pick<Terrain, 'width' | 'height'>, cell: Cell): Cell {
  return { x: size.width - 1 - cell.x, y: size.height - 1 - cell.y };
}

/**
 * Walls are asked for several times a turn and stay the same array for a whole match, so each array
 * is indexed once. Seen from outside nothing is remembered: wall lists are never changed in place.
 */
const knownWalls = new WeakMap<readonly Cell[], ReadonlySet<number>>();

function wallKeys(walls: readonly Cell[]): ReadonlySet<number> {
  const known = knownWalls.get(walls);
  if (known !== undefined) return known;
  const keys = new Set(walls.map(keyOf));
  knownWalls.set(walls, keys);
  return keys;
}

/** Far wider than any field, so that two cells never share a key. */
const keyWidth = 2 ** 16;

function keyOf({ x, y }: Cell): number {
  return y * keyWidth + x;
}
