import { perSeat, type PerSeat } from '../base/ids.ts';
import { randomStream } from '../base/random.ts';
import { checkSettings } from './settings.ts';
import type { Battle, Cell, Field, Figure, Gold, Layout, Settings } from './types.ts';
import { cellAt, terrainOf, type CellIndex } from './making/floor.ts';
import { planMirrored } from './making/mirrored-layout.ts';
import type { FieldPlan } from './making/plan.ts';
import { planRandom } from './making/random-layout.ts';
import type { SealedValues } from './sealed.ts';

export type { SealedValues } from './sealed.ts';

const plans = {
  mirrored: planMirrored,
  random: planRandom,
} as const satisfies Record<Layout, (settings: Settings, seed: string) => FieldPlan>;

/** What a piece of gold can be worth (R8), each equally likely. */
const goldPoints = [10, 20, 30] as const;

/**
 * The field of these settings and this seed, the same on every machine (R8–R10), with walls and gold
 * listed row by row. Sealed gold has no points in it: they come apart, to be kept secret (R9). Throws
 * for settings that `checkSettings` refuses.
 */
export function fieldFor(
  settings: Settings,
  seed: string,
): { readonly field: Field; readonly sealed: SealedValues } {
  const checked = checkSettings(settings);
  if (!checked.ok) throw new Error(`no field for refused settings: ${checked.refusal.code}`);
  const plan = plans[settings.layout](checked.value, seed);
  const cell = (index: CellIndex): Cell => cellAt(settings.width, index);
  const pieces = pricedGold(plan, seed);
  const field: Field = {
    ...terrainOf(plan.floor),
    gold: pieces.map(({ index, points, sealed }): Gold => ({
      at: cell(index),
      points: sealed ? null : points,
      sealed,
    })),
    starts: perSeat((seat) => cell(plan.starts[seat])),
    bug: { at: cell(plan.bug), facing: 'up' },
  };
  return { field, sealed: pieces.filter((piece) => piece.sealed).map((piece) => piece.points) };
}

/** The world before the first turn of a match on this field. */
export function startBattle(field: Field, settings: Pick<Settings, 'turns'>): Battle {
  const { width, height, walls, gold, bug } = field;
  const figures: PerSeat<Figure> = perSeat((seat) => ({
    at: field.starts[seat],
    points: 0,
    out: null,
  }));
  return { width, height, walls, gold, figures, bug, turn: 0, turns: settings.turns };
}

interface PricedGold {
  readonly index: CellIndex;
  readonly points: number;
  readonly sealed: boolean;
}

/** Draws the points of each lot; those of sealed ones from a stream that no visible gold uses. */
function pricedGold(plan: FieldPlan, seed: string): PricedGold[] {
  const open = randomStream(seed, 'points');
  const secret = randomStream(seed, 'sealed points');
  const pieces = plan.gold.flatMap(({ cells, sealed }): PricedGold[] => {
    const random = sealed.length > 0 ? secret : open;
    const points = goldPoints[random.integer(goldPoints.length)] as number;
    return cells.map((index) => ({ index, points, sealed: sealed.includes(index) }));
  });
  return pieces.sort((a, b) => a.index - b.index);
}
