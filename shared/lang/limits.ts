import type { Limits } from './types.ts';

/** The governor limits of a match (L6); every host may choose others. */
export const defaultLimits: Limits = {
  steps: 20_000,
  depth: 200,
  memory: 1_000_000,
  source: 20_000,
  // Before an engine has optimized it, the parser needs 300 KB of stack for these; some have 500.
  nesting: 120,
};
