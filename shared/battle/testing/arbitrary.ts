import * as fc from 'fast-check';
import type { TurnActions } from '../turn.ts';
import { defaultSettings, limitsFor } from '../settings.ts';
import { directions, layouts, type Action, type Settings } from '../types.ts';

/** Any settings that are accepted, small fields and full ones more often than others. */
export const legalSettings: fc.Arbitrary<Settings> = sides(3, 9).chain(settingsOfSize);

/** Accepted settings of fields up to the largest. */
export const largeSettings: fc.Arbitrary<Settings> = sides(10, 64).chain(settingsOfSize);

/** What both do in some turns, seldom waiting. */
export const manyActions: fc.Arbitrary<readonly TurnActions[]> = fc.array(
  fc.record({ salesforce: anyAction(), heroku: anyAction() }),
  { minLength: 1, maxLength: 60 },
);

type Size = Pick<Settings, 'width' | 'height'>;

function sides(min: number, max: number): fc.Arbitrary<Size> {
  return fc.record({ width: fc.integer({ min, max }), height: fc.integer({ min, max }) });
}

function settingsOfSize(size: Size): fc.Arbitrary<Settings> {
  const most = limitsFor({ ...size, walls: 0 }).walls.max;
  return oftenMost(most).chain((walls) =>
    fc.record({
      ...constants({ ...defaultSettings, ...size, walls }),
      gold: oftenMost(limitsFor({ ...size, walls }).gold.max),
      turns: fc.integer({ min: 1, max: 60 }),
      layout: fc.constantFrom(...layouts),
    }),
  );
}

/** From 0 to `most`; one time in four as many as possible. */
function oftenMost(most: number): fc.Arbitrary<number> {
  return fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 0, max: most }) },
    { weight: 1, arbitrary: fc.constant(most) },
  );
}

function constants({ width, height, walls, codingTime, turnTime }: Settings) {
  return {
    width: fc.constant(width),
    height: fc.constant(height),
    walls: fc.constant(walls),
    codingTime: fc.constant(codingTime),
    turnTime: fc.constant(turnTime),
  };
}

function anyAction(): fc.Arbitrary<Action> {
  return fc.constantFrom(...directions, ...directions, 'wait');
}
