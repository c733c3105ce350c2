import type { PerSeat } from '../../base/ids.ts';
import { randomStream, type Random } from '../../base/random.ts';
import type { Settings } from '../types.ts';
import { cellAt, createFloor, type CellIndex, type Floor } from './floor.ts';
import { fairPlaces } from './fair-places.ts';
import { layMirroredWalls } from './mirrored-walls.ts';
import { pairsOf, type Pair } from './opposite.ts';
import { sealedCount, takeNext, type FieldPlan, type GoldLot } from './plan.ts';

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
 * The bug always sets out upwards, so an equal way to both starts is not yet fair: of several such
 * cells it gets the one from which its first steps take it as near to one start as to the other.
 *
 * Which of the two starts is whose is drawn by lot. So what may still favour a start (a lone piece,
 * or the bug's way) favours either seat in half of all fields.
 */
export function planMirrored(settings: Settings, seed: string): FieldPlan {
  const floor = createFloor(settings);
  layMirroredWalls(floor, settings.walls, randomStream(seed, 'walls'));
  const starts = drawStarts(floor, randomStream(seed, 'starts'));
  const free = new Set(floor.openCells());
  free.delete(starts.salesforce);
  free.delete(starts.heroku);

  const goldPairs = Math.floor(settings.gold / 2);
  const places = fairPlaces(floor, starts, goldPairs);
  const takeAlone = (place: CellIndex): CellIndex => {
    free.delete(place);
    return place;
  };
  const loneGold =
    settings.gold % 2 === 1
      ? [takeAlone(places.forGold(free, randomStream(seed, 'lone gold')))]
      : [];
  const bug = takeAlone(places.forBug(free, randomStream(seed, 'bug')));

  const drawn = randomStream(seed, 'gold').shuffle(pairsOf(floor, free)).values();
  const pairs = Array.from({ length: goldPairs }, () => takeNext(drawn));
  const gold = sealLots(loneGold, pairs, randomStream(seed, 'sealed'));
  return { floor, starts, bug, gold };
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
