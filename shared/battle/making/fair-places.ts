import type { PerSeat } from '../../base/ids.ts';
import type { Random } from '../../base/random.ts';
import { nextBug } from '../bug.ts';
import { distancesFrom } from '../distance.ts';
import type { Bug, Cell } from '../types.ts';
import { cellAt, terrainOf, type CellIndex, type Floor } from './floor.ts';
import { oppositeIndex, pairsOf } from './opposite.ts';
import { takeNext } from './plan.ts';

/** Chooses one of the free cells. */
type Choice = (free: ReadonlySet<CellIndex>, random: Random) => CellIndex;

/**
 * Places for what has no partner in a mirrored field (R10): the middle, else a cell whose ways to the
 * two starts differ least. The bug gets, of several, the one whose first steps favour neither start;
 * gold is drawn by lot. A lone piece breaks a pair of free cells, and `pairsNeeded` of them are kept:
 * once these are all there are, only cells without a free partner come into question.
 */
export function fairPlaces(
  floor: Floor,
  starts: PerSeat<CellIndex>,
  pairsNeeded: number,
): { readonly forGold: Choice; readonly forBug: Choice } {
  const lean = leanOf(floor, starts);
  const isMiddle = (cell: CellIndex): boolean => cell === oppositeIndex(floor, cell);
  const fairest = (free: ReadonlySet<CellIndex>): CellIndex[] => {
    const hasFreePartner = (cell: CellIndex): boolean =>
      !isMiddle(cell) && free.has(oppositeIndex(floor, cell));
    const pairIsSpare = pairsOf(floor, free).length > pairsNeeded;
    const allowed = [...free].filter((cell) => pairIsSpare || !hasFreePartner(cell));
    const middle = allowed.filter(isMiddle);
    return middle.length > 0 ? middle : leastBy(allowed, (cell) => Math.abs(lean(cell)));
  };
  const walkLean = walkLeanOf(floor, lean);
  return {
    forGold: (free, random) => takeNext(random.shuffle(fairest(free)).values()),
    forBug: (free, random) => takeNext(random.shuffle(leastBy(fairest(free), walkLean)).values()),
  };
}

/** How many steps farther a cell is from S's start than from H's; below 0 when it is nearer. */
function leanOf(floor: Floor, starts: PerSeat<CellIndex>): (cell: CellIndex) => number {
  const terrain = terrainOf(floor);
  const fromS = distancesFrom(terrain, cellAt(floor.width, starts.salesforce));
  const fromH = distancesFrom(terrain, cellAt(floor.width, starts.heroku));
  return (cell) => (fromS[cell] ?? 0) - (fromH[cell] ?? 0);
}

/**
 * How much a bug that sets out from a cell favours a start: its leans added up, for as many steps as
 * it takes to cross the field. Later on the characters are nowhere near their starts.
 */
function walkLeanOf(floor: Floor, lean: (cell: CellIndex) => number): (cell: CellIndex) => number {
  const terrain = terrainOf(floor);
  const indexOf = ({ x, y }: Cell): CellIndex => y * floor.width + x;
  return (cell) => {
    let bug: Bug = { at: cellAt(floor.width, cell), facing: 'up' };
    let sum = 0;
    for (let step = 0; step < floor.width + floor.height; step++) {
      bug = nextBug(bug, terrain);
      sum += lean(indexOf(bug.at));
    }
    return Math.abs(sum);
  };
}

function leastBy(cells: readonly CellIndex[], measure: (cell: CellIndex) => number): CellIndex[] {
  const measured = cells.map((cell) => ({ cell, size: measure(cell) }));
  const least = Math.min(...measured.map(({ size }) => size));
  return measured.filter(({ size }) => size === least).map(({ cell }) => cell);
}
