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

/** What a number may be, both ends allowed. */
export interface SettingLimit {
  readonly min: number;
  readonly max: number;
}

type NumberSetting = Exclude<keyof Settings, 'layout'>;

/** Walls take at most two fifths of the cells (R7). */
function wallShare(cells: number): number {
  return Math.floor((cells * 2) / 5);
}

/**
 * Limits of each number in a field large enough for all (R7), in the order in which they are checked.
 * In a smaller field walls and gold have less: see `limitsFor`.
 */
export const settingsLimits = {
  /** Below 3 nobody can pass the bug; above 64 cells are too small to see and to touch. */
  width: { min: 3, max: 64 },
  height: { min: 3, max: 64 },
  /** A largest field's share: with more than two fifths a field is all dead ends. */
  walls: { min: 0, max: wallShare(64 * 64) },
  /** More would be collected by accident, and make every message about a field longer. */
  gold: { min: 0, max: 200 },
  /** Time for at least one line; fifteen minutes are a workshop's exercise. */
  codingTime: { min: 5_000, max: 900_000 },
  /** 500 turns at the default pace take six minutes. */
  turns: { min: 1, max: 500 },
  /** Faster than 150 ms nobody can follow, and networks cannot either; 5 s is a lecture's pace. */
  turnTime: { min: 150, max: 5_000 },
} as const satisfies Record<NumberSetting, SettingLimit>;

/** Cells that both characters and the bug need for themselves (R8). */
const cellsForFigures = 3;

/**
 * Limits of each number beside the others: walls by width and height, gold by what these and the
 * walls leave (R7, R8). They hold when those others are themselves within their limits.
 */
export function limitsFor(
  settings: Pick<Settings, 'width' | 'height' | 'walls'>,
): Readonly<Record<NumberSetting, SettingLimit>> {
  const cells = settings.width * settings.height;
  const room = cells - settings.walls - cellsForFigures;
  return {
    ...settingsLimits,
    walls: { min: 0, max: wallShare(cells) },
    gold: { min: 0, max: Math.min(settingsLimits.gold.max, room) },
  };
}

/**
 * Why settings are refused. Details name the `field` and, except for the layout, the `min` and `max`
 * that it has beside the other settings:
 * - `setting-not-whole`: not a whole number.
 * - `setting-out-of-range`: no field allows that number.
 * - `setting-does-not-fit`: a larger field, or one with fewer walls, would allow it.
 * - `setting-unknown-layout`: a layout that does not exist.
 */
export type SettingsRefusal =
  | 'setting-not-whole'
  | 'setting-out-of-range'
  | 'setting-does-not-fit'
  | 'setting-unknown-layout';

/**
 * The settings when a field can be made by them, else why not (R7). What is accepted can always be
 * placed, in either layout: walls are only laid where all open cells stay connected, and a connected
 * field always has one more such place, so that counting the cells is enough.
 */
export function checkSettings(settings: Settings): Result<Settings, SettingsRefusal> {
  const limits = limitsFor(settings);
  for (const field of Object.keys(settingsLimits) as NumberSetting[]) {
    const value = settings[field];
    const { min, max } = limits[field];
    if (Number.isInteger(value) && value >= min && value <= max) continue;
    return refused(refusalOf(value, settingsLimits[field]), { field, min, max });
  }
  if (!layouts.includes(settings.layout)) {
    return refused('setting-unknown-layout', { field: 'layout' });
  }
  const { width, height, gold, walls, codingTime, turns, turnTime, layout } = settings;
  return ok({ width, height, gold, walls, codingTime, turns, turnTime, layout });
}

function refusalOf(value: number, anywhere: SettingLimit): SettingsRefusal {
  if (!Number.isInteger(value)) return 'setting-not-whole';
  const possible = value >= anywhere.min && value <= anywhere.max;
  return possible ? 'setting-does-not-fit' : 'setting-out-of-range';
}
