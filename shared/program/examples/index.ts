/** Programs from one step to a search, for the help page and the tests: one set for both. */
import { answers } from './answers.ts';
import { bugPasses } from './bug-passes.ts';
import { choice } from './choice.ts';
import type { Example } from './example.ts';
import { firstStep } from './first-step.ts';
import { loop } from './loop.ts';
import { manySteps } from './many-steps.ts';
import { nearestGold } from './nearest-gold.ts';
import { ownFunction } from './own-function.ts';
import { search } from './search.ts';
import { sensor } from './sensor.ts';

export type { Example } from './example.ts';

/** From easy to hard. */
export const examples: readonly Example[] = [
  firstStep,
  manySteps,
  loop,
  sensor,
  choice,
  ownFunction,
  answers,
  nearestGold,
  bugPasses,
  search,
];
