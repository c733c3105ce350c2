import type { Random } from '../../base/random.ts';
import type { CellIndex, Floor } from './floor.ts';

/** Cells that become walls together or not at all. */
export type WallGroup = readonly CellIndex[];

/**
 * Lays walls on groups of one size, drawn at random, until `groups` of them stand, never cutting one
 * open cell off from another (R10). A group that would cut now may not cut later, once what hung on
 * it is wall itself, so those passed over are tried again. The caller offers candidates of which one
 * can be laid in every position that may come up; a pass that lays none is a defect and throws.
 */
export function layWalls(
  floor: Floor,
  candidates: readonly WallGroup[],
  groups: number,
  random: Random,
): void {
  let waiting = random.shuffle(candidates);
  let left = groups;
  while (left > 0) {
    const passedOver: WallGroup[] = [];
    for (const group of waiting) {
      if (left > 0 && tryToClose(floor, group)) left--;
      else passedOver.push(group);
    }
    if (passedOver.length === waiting.length) throw new Error('no wall fits without cutting');
    waiting = passedOver;
  }
}

/** Makes a group wall unless that would cut the open cells apart; answers whether it did. */
function tryToClose(floor: Floor, group: WallGroup): boolean {
  let certain = true;
  for (const cell of group) {
    certain = certain && cannotCut(floor, cell);
    floor.close(cell);
  }
  if (certain || floor.isConnected()) return true;
  for (const cell of group) floor.reopen(cell);
  return false;
}

/**
 * True when the open neighbours of a cell are joined around it, so that no way through it is needed.
 * False says nothing: a longer way may join them.
 */
function cannotCut(floor: Floor, cell: CellIndex): boolean {
  return gapsAround(floor.surroundings(cell)) <= 1;
}

/**
 * True when a wall here would make no way between other cells longer: a dead end, or a corner that
 * can be passed on its inner side at the same cost.
 */
export function lengthensNothing(floor: Floor, cell: CellIndex): boolean {
  const open = floor.surroundings(cell);
  const sides = sidesOf(open);
  if (sides.length <= 1) return true;
  return sides.length === 2 && gapsAround(open) === 1;
}

/** Open neighbours from which one cannot walk on clockwise, around the cell, to the next side. */
function gapsAround(open: readonly boolean[]): number {
  const joined = (side: number): boolean =>
    open[(side + 1) % 8] === true && open[(side + 2) % 8] === true;
  return sidesOf(open).filter((side) => !joined(side)).length;
}

function sidesOf(open: readonly boolean[]): number[] {
  return [0, 2, 4, 6].filter((side) => open[side] === true);
}
