import { randomStream } from '../../base/random.ts';
import type { Settings } from '../types.ts';
import { createFloor } from './floor.ts';
import { sealedCount, takeNext, type FieldPlan } from './plan.ts';
import { layWalls } from './walls.ts';

/**
 * The layout of 2014 (R8): everything on distinct cells drawn at random, except that walls never cut
 * the field (R10). Any connected field has a cell that can become wall without cutting it, so every
 * number of walls can be laid.
 */
export function planRandom(settings: Settings, seed: string): FieldPlan {
  const floor = createFloor(settings);
  const candidates = floor.openCells().map((cell) => [cell]);
  layWalls(floor, candidates, settings.walls, randomStream(seed, 'walls'));
  const drawn = randomStream(seed, 'places').shuffle(floor.openCells()).values();
  const cells = Array.from({ length: settings.gold }, () => takeNext(drawn));
  const sealed = new Set(
    randomStream(seed, 'sealed').shuffle(cells).slice(0, sealedCount(settings.gold)),
  );
  return {
    floor,
    gold: cells.map((cell) => ({ cells: [cell], sealed: sealed.has(cell) ? [cell] : [] })),
    starts: { salesforce: takeNext(drawn), heroku: takeNext(drawn) },
    bug: takeNext(drawn),
  };
}
