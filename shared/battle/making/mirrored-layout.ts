import type { PerSeat } from '../../base/ids.ts';
import { randomStream, type Random } from '../../base/random.ts';
import { distancesFrom, type Distances } from '../distance.ts';
import type { Settings } from '../types.ts';
import { cellAt, createFloor, terrainOf, type CellIndex, type Floor } from './floor.ts';
import { layMirroredWalls, oppositeIndex } from './mirrored-walls.ts';
import { sealedCount, takeNext, type FieldPlan, type GoldLot } from './plan.ts';

type Pair = readonly [CellIndex, CellIndex];

/**
 * The fair layout (R10): half a turn maps walls, gold and starts onto themselves, so that each seat
 * sees from its start what the other sees from its own.
 *
 * What comes alone (the bug, and one piece each of an odd number of gold or walls) goes to the cell
 * in the middle where the field has one: an odd wall before odd gold, odd gold before the bug. Where
 * that is taken or missing, a lone piece lies equally far from both starts, or as nearly so as the
 * room left allows. If width + height is odd no cell is equally far, the two starts having different
 * colours on a chessboard, and one step has to be the difference. A lone wall stands where it makes
 * no way longer, if there is such a place.
 *
 * Which of the two starts is whose is drawn by lot. So what can favour a start (a lone piece, or the
 * bug, which always sets out upwards) favours either seat in half of all fields.
 */
export function planMirrored(settings: Settings, seed: string): FieldPlan {
  const floor = createFloor(settings);
  layMirroredWalls(floor, settings.walls, randomStream(seed, 'walls'));
  const starts = drawStarts(floor, randomStream(seed, 'starts'));
  const free = new Set(floor.openCells());
  free.delete(starts.salesforce);
  free.delete(starts.heroku);

  const goldPairs = Math.floor(settings.gold / 2);
  const placeAlone = lonePlaces(floor, starts, goldPairs);
  const loneGold =
    settings.gold % 2 === 1 ? [placeAlone(free, randomStream(seed, 'lone gold'))] : [];
  const bug = placeAlone(free, randomStream(seed, 'bug'));

  const drawn = randomStream(seed, 'gold').shuffle(pairsOf(floor, free)).values();
  const pairs = Array.from({ length: goldPairs }, () => takeNext(drawn));
  const gold = sealLots(loneGold, pairs, randomStream(seed, 'sealed'));
  return { floor, starts, bug, gold };
}

/** Pairs of opposite cells that are both in the set. The cell in the middle has no partner. */
function pairsOf(floor: Floor, cells: ReadonlySet<CellIndex>): Pair[] {
  return [...cells].flatMap((cell): Pair[] => {
    const opposite = oppositeIndex(floor, cell);
    return cell < opposite && cells.has(opposite) ? [[cell, opposite]] : [];
  });
}

/**
 * Two opposite cells, drawn among those at least half as far apart as any, so that a match does not
 * begin with a collision; a lot says whose is which.
 */
function drawStarts(floor: Floor, random: Random): PerSeat<CellIndex> {
  const pairs = pairsOf(floor, new Set(floor.openCells()));
  const apart = ([a, b]: Pair): number => {
    const [from, to] = [cellAt(floor.width, a), cellAt(floor.width, b)];
    return Math.abs(from.x - to.x) + Math.abs(from.y - to.y);
  };
  const widest = Math.max(...pairs.map(apart));
  const [pair] = random.shuffle(pairs.filter((each) => apart(each) * 2 >= widest));
  if (pair === undefined) throw new Error('no two opposite cells are open');
  const [salesforce, heroku] = random.shuffle(pair) as [CellIndex, CellIndex];
  return { salesforce, heroku };
}

/**
 * Answers a function that takes a cell for a lone piece out of the free ones: the middle, else one
 * whose ways to the two starts differ least. A piece alone breaks a pair of free cells; when the gold
 * needs all pairs that are left, only cells without a free partner come into question.
 */
function lonePlaces(
  floor: Floor,
  starts: PerSeat<CellIndex>,
  pairsNeeded: number,
): (free: Set<CellIndex>, random: Random) => CellIndex {
  const [fromOne, fromOther] = [starts.salesforce, starts.heroku].map((start) =>
    distancesFrom(terrainOf(floor), cellAt(floor.width, start)),
  ) as [Distances, Distances];
  const lean = (cell: CellIndex): number => Math.abs((fromOne[cell] ?? 0) - (fromOther[cell] ?? 0));
  const isMiddle = (cell: CellIndex): boolean => cell === oppositeIndex(floor, cell);
  return (free, random) => {
    const hasFreePartner = (cell: CellIndex): boolean =>
      !isMiddle(cell) && free.has(oppositeIndex(floor, cell));
    const pairIsSpare = pairsOf(floor, free).length > pairsNeeded;
    const allowed = [...free].filter((cell) => pairIsSpare || !hasFreePartner(cell));
    const middle = allowed.filter(isMiddle);
    const least = Math.min(...allowed.map(lean));
    const fairest = middle.length > 0 ? middle : allowed.filter((cell) => lean(cell) === least);
    const place = takeNext(random.shuffle(fairest).values());
    free.delete(place);
    return place;
  };
}

/**
 * Seals one fifth of the gold (R8) in whole pairs, the lone piece making up an odd number. When that
 * number is odd and no piece is alone, one piece of a pair is sealed and its partner is not; they are
 * worth the same all the same, since fairness comes before the riddle.
 */
function sealLots(lone: readonly CellIndex[], pairs: readonly Pair[], random: Random): GoldLot[] {
  const count = sealedCount(lone.length + 2 * pairs.length);
  const sealsLone = count % 2 === 1 && lone.length > 0;
  let left = sealsLone ? count - 1 : count;
  const lots = random.shuffle(pairs).map((pair): GoldLot => {
    const sealed = random.shuffle(pair).slice(0, left);
    left -= sealed.length;
    return { cells: pair, sealed };
  });
  return [...lone.map((cell) => ({ cells: [cell], sealed: sealsLone ? [cell] : [] })), ...lots];
}
