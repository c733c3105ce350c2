import type { Limits } from './types.ts';

/** The governor limits of a match (L6); every host may choose others. */
export const defaultLimits: Limits = {
  steps: 20_000,
  depth: 200,
  memory: 1_000_000,
  source: 20_000,
  nesting: 200,
};
