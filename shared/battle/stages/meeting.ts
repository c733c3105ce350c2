import { sameCell } from '../geometry.ts';
import type { Cell } from '../types.ts';

/** Where something stood when the turn began, and where it stands now. */
export interface Walk {
  readonly from: Cell;
  readonly to: Cell;
}

/** True when two stand in the same cell or have swapped cells (R26, R27). */
export function haveMet(a: Walk, b: Walk): boolean {
  return sameCell(a.to, b.to) || (sameCell(a.to, b.from) && sameCell(b.to, a.from));
}
