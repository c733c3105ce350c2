import type { CellIndex, Floor } from './floor.ts';

/** Two cells that half a turn of the field maps onto each other, the upper one first. */
export type Pair = readonly [CellIndex, CellIndex];

/** The cell opposite, seen from the middle of the field; the middle itself is its own opposite. */
export function oppositeIndex({ width, height }: Floor, cell: CellIndex): CellIndex {
  return width * height - 1 - cell;
}

/** Pairs of opposite cells that are both in the set. The cell in the middle has no partner. */
export function pairsOf(floor: Floor, cells: ReadonlySet<CellIndex>): Pair[] {
  return [...cells].flatMap((cell): Pair[] => {
    const opposite = oppositeIndex(floor, cell);
    return cell < opposite && cells.has(opposite) ? [[cell, opposite]] : [];
  });
}
