import { ok, refused, type Result } from '../base/result.ts';
import { layouts, type Settings } from './types.ts';

/** Settings of a room nobody has changed (R6). */
export const defaultSettings: Settings = {
  width: 8,
  height: 8,
  gold: 10,
  walls: 10,
  codingTime: 30_000,
  turns: 30,
  turnTime: 700,
  layout: 'mirrored',
};

/** Smallest and largest value of each number, both allowed (R7). */
export const settingsLimits = {
  /** Below 3 nobody can pass the bug; above 64 cells are too small to see and to touch. */
  width: { min: 3, max: 64 },
  height: { min: 3, max: 64 },
  /** More would be collected by accident, and makes every message about a field longer. */
  gold: { min: 0, max: 200 },
  /** Further bounded by the field: see `mostWalls`. */
  walls: { min: 0, max: 1638 },
  /** Time for at least one line; fifteen minutes are a workshop's exercise. */
  codingTime: { min: 5_000, max: 900_000 },
  /** 500 turns at the default pace take six minutes. */
  turns: { min: 1, max: 500 },
  /** Faster than 150 ms nobody can follow, and networks cannot either; 5 s is a lecture's pace. */
  turnTime: { min: 150, max: 5_000 },
} as const satisfies Record<NumberSetting, { readonly min: number; readonly max: number }>;

/** Cells that both characters and the bug need for themselves (R8). */
const cellsForFigures = 3;

type NumberSetting = Exclude<keyof Settings, 'layout'>;

/**
 * Why settings are refused. Details name the `field`, and except for the layout its `min` and `max`:
 * - `setting-not-whole`: no whole number.
 * - `setting-out-of-range`: outside the limits of R7.
 * - `walls-do-not-fit`: more walls than 40 % of the cells.
 * - `gold-does-not-fit`: walls, gold, two characters and the bug need more cells than there are.
 * - `setting-unknown-layout`: a layout that does not exist.
 */
export type SettingsRefusal =
  | 'setting-not-whole'
  | 'setting-out-of-range'
  | 'walls-do-not-fit'
  | 'gold-does-not-fit'
  | 'setting-unknown-layout';

/**
 * The settings when a field can be made by them, else why not (R7). What is accepted can always be
 * placed: walls are only laid where all open cells stay connected, and in a connected field there is
 * always one more such place, so counting the cells is enough.
 */
export function checkSettings(settings: Settings): Result<Settings, SettingsRefusal> {
  for (const field of Object.keys(settingsLimits) as NumberSetting[]) {
    const limit = { field, ...settingsLimits[field] };
    const value = settings[field];
    if (!Number.isInteger(value)) return refused('setting-not-whole', limit);
    const bounded = field !== 'walls' || value < limit.min;
    if (bounded && (value < limit.min || value > limit.max)) {
      return refused('setting-out-of-range', limit);
    }
  }
  if (!layouts.includes(settings.layout)) {
    return refused('setting-unknown-layout', { field: 'layout' });
  }
  const { width, height, gold, walls, codingTime, turns, turnTime, layout } = settings;
  if (walls > mostWalls(settings)) {
    return refused('walls-do-not-fit', { field: 'walls', min: 0, max: mostWalls(settings) });
  }
  if (gold > mostGold(settings)) {
    return refused('gold-does-not-fit', { field: 'gold', min: 0, max: mostGold(settings) });
  }
  return ok({ width, height, gold, walls, codingTime, turns, turnTime, layout });
}

/** The most walls a field of this size may have: 40 % of its cells (R7). */
export function mostWalls({ width, height }: Pick<Settings, 'width' | 'height'>): number {
  return Math.floor((width * height * 2) / 5);
}

/** The most gold that fits beside the walls, the characters and the bug (R7, R8). */
export function mostGold(settings: Pick<Settings, 'width' | 'height' | 'walls'>): number {
  const room = settings.width * settings.height - settings.walls - cellsForFigures;
  return Math.min(settingsLimits.gold.max, room);
}
