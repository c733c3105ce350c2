import { ok, refused, type Refusal, type Result } from '../../../shared/base/result.ts';
import {
  checkSettings,
  layouts,
  type Settings,
  type SettingsRefusal,
} from '../../../shared/battle/index.ts';

/** The settings as they stand in the form: coding time in seconds, all as typed. */
export type SettingsDraft = Readonly<Record<keyof Settings, string>>;

/** Numbers of the form in the order in which they are shown. */
export const numberFields = [
  'width',
  'height',
  'gold',
  'walls',
  'codingTime',
  'turns',
  'turnTime',
] as const satisfies readonly (keyof Settings)[];

/** How the form shows settings. */
export function draftOf(settings: Settings): SettingsDraft {
  const { width, height, gold, walls, codingTime, turns, turnTime, layout } = settings;
  return {
    width: String(width),
    height: String(height),
    gold: String(gold),
    walls: String(walls),
    codingTime: String(codingTime / 1000),
    turns: String(turns),
    turnTime: String(turnTime),
    layout,
  };
}

/** Numbers as people write them; `1e3` and `0x10` are slips of the finger. */
const decimal = /^-?\d+(\.\d+)?$/;

/**
 * The settings of a form when a field can be made by them (R7), else why not; the refusal's details
 * name the field. Full-width digits count as digits.
 */
export function readDraft(draft: SettingsDraft): Result<Settings, SettingsRefusal> {
  const layout = layouts.find((known) => known === draft.layout);
  if (layout === undefined) return refused('setting-unknown-layout', { field: 'layout' });
  const number = (field: (typeof numberFields)[number]): number => {
    const text = draft[field].normalize('NFKC').trim();
    return decimal.test(text) ? Number(text) : Number.NaN;
  };
  const checked = checkSettings({
    width: number('width'),
    height: number('height'),
    gold: number('gold'),
    walls: number('walls'),
    codingTime: Math.round(number('codingTime') * 1000),
    turns: number('turns'),
    turnTime: number('turnTime'),
    layout,
  });
  return checked.ok ? ok(checked.value) : checked;
}

/** The settings a browser has remembered, when they are still settings. */
export function rememberedSettings(value: unknown): Settings | null {
  if (typeof value !== 'object' || value === null) return null;
  const checked = checkSettings(value as Settings);
  return checked.ok ? checked.value : null;
}

/** The field of the form that a refusal is about. */
export function refusedField(refusal: Refusal): keyof Settings | null {
  const { field } = refusal.details;
  const known = [...numberFields, 'layout'] as const;
  return known.find((name) => name === field) ?? null;
}
