import type { Seat } from '../../shared/base/ids.ts';
import type { Cell, Direction } from '../../shared/battle/types.ts';
import { sameCell } from '../../shared/battle/geometry.ts';
import { angleOf, directionTo, middleOf, towards, wayOf } from './compass.ts';

/** The way a program would go (R31): the cells it passes in order, from where it stands. */
export interface Trail {
  readonly cells: readonly Cell[];
  /** The direction in which it leaves the field at the last cell, if it does. */
  readonly fallsAt: Direction | null;
}

/** Whether two trails look the same. */
export function sameTrail(a: Trail | null, b: Trail | null): boolean {
  if (a === null || b === null) return a === b;
  if (a.fallsAt !== b.fallsAt || a.cells.length !== b.cells.length) return false;
  return a.cells.every((cell, i) => sameCell(cell, b.cells[i] ?? cell));
}

/** One print on the ground. */
export interface Print {
  readonly drawing: 'steps-salesforce' | 'steps-heroku' | 'goal' | 'drop';
  readonly x: number;
  readonly y: number;
  /** Radians clockwise, 0 looks to the right. */
  readonly angle: number;
  readonly mirrored: boolean;
}

/** Prints on each stretch of a trail (once each, however often it is walked) and its end. */
export function printsOf(seat: Seat, trail: Trail): Print[] {
  const seen = new Set<string>();
  const prints: Print[] = [];
  // The two keep to their own side of the way, so that both can be read.
  const aside = seat === 'salesforce' ? -0.13 : 0.13;
  trail.cells.forEach((to, i) => {
    const from = trail.cells[i - 1];
    const direction = from && directionTo(from, to);
    if (!from || !direction) return;
    const key = `${from.x},${from.y} ${direction}`;
    if (seen.has(key)) return;
    seen.add(key);
    const middle = towards(middleOf(from), middleOf(to), 0.5);
    const way = wayOf(direction);
    prints.push({
      drawing: `steps-${seat}`,
      x: middle.x - way.y * aside,
      y: middle.y + way.x * aside + 0.12,
      angle: angleOf(direction) - Math.PI / 2,
      mirrored: false,
    });
  });
  const last = trail.cells.at(-1);
  if (!last) return prints;
  return [...prints, ending(last, trail.fallsAt)];
}

function ending(last: Cell, fallsAt: Direction | null): Print {
  const at = middleOf(last);
  if (!fallsAt) return { drawing: 'goal', ...at, y: at.y + 0.1, angle: 0, mirrored: false };
  const way = wayOf(fallsAt);
  return {
    drawing: 'drop',
    x: at.x + way.x * 0.62,
    y: at.y + way.y * 0.62,
    angle: 0,
    mirrored: way.x < 0,
  };
}
