import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { legalSettings } from './testing/arbitrary.ts';
import { fieldFor } from './field.ts';
import { checkSettings, defaultSettings, limitsFor, settingsLimits } from './settings.ts';
import type { Settings } from './types.ts';

// Many cases in one test: slow on a busy machine, and no measure of speed.
vi.setConfig({ testTimeout: 60_000 });

const smallest = { ...defaultSettings, width: 3, height: 3, walls: 0, gold: 0, turns: 1 };

function refusalOf(changes: Partial<Settings>, base: Settings = defaultSettings) {
  const checked = checkSettings({ ...base, ...changes });
  return checked.ok ? null : checked.refusal;
}

it('R6 the defaults are accepted as they are', () => {
  expect(checkSettings(defaultSettings)).toEqual({ ok: true, value: defaultSettings });
  expect(defaultSettings).toEqual({
    width: 8,
    height: 8,
    gold: 10,
    walls: 10,
    codingTime: 30_000,
    turns: 30,
    turnTime: 700,
    layout: 'mirrored',
  });
});

describe('R7 limits', () => {
  it.each([
    ['width', 3, 64],
    ['height', 3, 64],
    ['codingTime', 5_000, 900_000],
    ['turns', 1, 500],
    ['turnTime', 150, 5_000],
  ] as const)('R7 %s from %i to %i', (field, min, max) => {
    const base = { ...defaultSettings, walls: 0, gold: 0 };
    expect(settingsLimits[field]).toEqual({ min, max });
    expect(refusalOf({ [field]: min }, base)).toBeNull();
    expect(refusalOf({ [field]: max }, base)).toBeNull();
    for (const wrong of [min - 1, max + 1]) {
      const details = { field, min, max };
      expect(refusalOf({ [field]: wrong }, base)).toEqual({
        code: 'setting-out-of-range',
        details,
      });
    }
  });

  it('R7 walls up to 40 % of the cells, rounded down', () => {
    expect(refusalOf({ walls: 25 })).toBeNull();
    expect(refusalOf({ walls: 26 })).toEqual({
      code: 'setting-does-not-fit',
      details: { field: 'walls', min: 0, max: 25 },
    });
    expect(settingsLimits.walls.max).toBe(1638);
    expect(refusalOf({ walls: -1 })?.code).toBe('setting-out-of-range');
  });

  it('R7 gold up to 200', () => {
    const large = { ...defaultSettings, width: 20, height: 20 };
    expect(refusalOf({ gold: 200 }, large)).toBeNull();
    expect(refusalOf({ gold: 201 }, large)).toEqual({
      code: 'setting-out-of-range',
      details: { field: 'gold', min: 0, max: 200 },
    });
  });

  it('R7 R8 gold must fit beside walls, two characters and the bug', () => {
    expect(refusalOf({ walls: 25, gold: 36 })).toBeNull();
    expect(refusalOf({ walls: 25, gold: 37 })).toEqual({
      code: 'setting-does-not-fit',
      details: { field: 'gold', min: 0, max: 36 },
    });
  });

  it('R7 a 3×3 field takes at most 3 walls and then 3 pieces of gold', () => {
    expect(refusalOf({ walls: 10 }, smallest)).toEqual({
      code: 'setting-does-not-fit',
      details: { field: 'walls', min: 0, max: 3 },
    });
    expect(refusalOf({ walls: 3, gold: 3 }, smallest)).toBeNull();
    expect(refusalOf({ walls: 3, gold: 4 }, smallest)?.details).toMatchObject({ max: 3 });
    expect(refusalOf({ gold: 6 }, smallest)).toBeNull();
    expect(refusalOf({ gold: 7 }, smallest)?.details).toMatchObject({ max: 6 });
  });

  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, '8' as unknown as number])(
    'R7 %s is not a whole number',
    (wrong) => {
      for (const field of Object.keys(settingsLimits)) {
        const refusal = refusalOf({ [field]: wrong });
        expect(refusal).toMatchObject({ code: 'setting-not-whole', details: { field } });
      }
    },
  );

  it('R10 an unknown layout is refused', () => {
    expect(refusalOf({ layout: 'spiral' as Settings['layout'] })).toEqual({
      code: 'setting-unknown-layout',
      details: { field: 'layout' },
    });
  });

  it('R7 what is not a setting is left out', () => {
    expect(checkSettings({ ...defaultSettings, extra: 1 } as Settings)).toEqual({
      ok: true,
      value: defaultSettings,
    });
  });
});

describe('R7 accepted settings can be placed, and every refusal names its reason', () => {
  it('R7 what the limits allow is accepted', () => {
    fc.assert(
      fc.property(legalSettings, (settings) => {
        expect(checkSettings(settings)).toEqual({ ok: true, value: settings });
      }),
      { seed: 7, numRuns: 500 },
    );
  });

  it('R7 any numbers at all are either placed or refused with a limit they break', () => {
    const number = fc.oneof(
      { weight: 6, arbitrary: fc.integer({ min: 0, max: 16 }) },
      { weight: 1, arbitrary: fc.integer() },
      { weight: 1, arbitrary: fc.double() },
    );
    const any: fc.Arbitrary<Settings> = fc.record({
      width: number,
      height: number,
      gold: number,
      walls: number,
      codingTime: fc.constantFrom(4_999, 30_000),
      turns: fc.constantFrom(0, 1, 30),
      turnTime: fc.constant(700),
      layout: fc.constantFrom('mirrored', 'random'),
    });
    let placed = 0;
    fc.assert(
      fc.property(any, (settings) => {
        const checked = checkSettings(settings);
        if (checked.ok) {
          placed++;
          expect(fieldFor(settings, 'any').field.walls).toHaveLength(settings.walls);
          return;
        }
        const { code, details } = checked.refusal;
        const field = details.field as keyof typeof settingsLimits;
        const { min, max } = limitsFor(settings)[field];
        const value = settings[field];
        expect(code).toMatch(/^setting-(not-whole|out-of-range|does-not-fit)$/);
        expect(details).toEqual({ field, min, max });
        expect(Number.isInteger(value) && value >= min && value <= max).toBe(false);
      }),
      { seed: 77, numRuns: 3_000 },
    );
    expect(placed).toBeGreaterThan(100);
  });
});
