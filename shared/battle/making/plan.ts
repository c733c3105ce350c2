import type { PerSeat } from '../../base/ids.ts';
import type { CellIndex, Floor } from './floor.ts';

/** Pieces of gold that are worth the same: one piece, or two that lie opposite each other. */
export interface GoldLot {
  readonly cells: readonly CellIndex[];
  /** Those of `cells` that are sealed. */
  readonly sealed: readonly CellIndex[];
}

/** Where everything of a field lies, before the gold has its points. */
export interface FieldPlan {
  readonly floor: Floor;
  readonly starts: PerSeat<CellIndex>;
  readonly bug: CellIndex;
  readonly gold: readonly GoldLot[];
}

/** How many of some pieces of gold are sealed: one fifth, rounded up (R8). */
export function sealedCount(gold: number): number {
  return Math.ceil(gold / 5);
}

/** The next of some drawn cells; running out of them is a defect of the counting before. */
export function takeNext<T>(drawn: Iterator<T>): T {
  const next = drawn.next();
  if (next.done === true) throw new Error('no cell is left for what the settings promise');
  return next.value;
}
