import type { Cell, Direction } from '../../shared/battle/types.ts';

/** A place on the field in cells; the middle of cell (2, 3) is (2.5, 3.5). */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

const ways: Readonly<Record<Direction, Spot>> = {
  up: { x: 0, y: -1 },
  right: { x: 1, y: 0 },
  down: { x: 0, y: 1 },
  left: { x: -1, y: 0 },
};

/** One cell in a direction. */
export function wayOf(direction: Direction): Spot {
  return ways[direction];
}

/** The angle of a direction for a drawing that looks up, in radians clockwise. */
export function angleOf(direction: Direction): number {
  return Math.atan2(ways[direction].x, -ways[direction].y);
}

/** The middle of a cell. */
export function middleOf(cell: Cell): Spot {
  return { x: cell.x + 0.5, y: cell.y + 0.5 };
}

/** The spot `share` of the way from a to b. */
export function towards(a: Spot, b: Spot, share: number): Spot {
  return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
}

/** The main direction from a to b, or null where they are the same. */
export function directionTo(a: Spot, b: Spot): Direction | null {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  if (dx === 0 && dy === 0) return null;
  if (Math.abs(dx) >= Math.abs(dy)) return dx > 0 ? 'right' : 'left';
  return dy > 0 ? 'down' : 'up';
}
