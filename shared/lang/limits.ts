import type { Limits } from './types.ts';

/** Governor limits of a match (L6). */
export const defaultLimits: Limits = {
  steps: 20_000,
  depth: 200,
  memory: 1_000_000,
  source: 20_000,
  // The parser descends about nine calls per bracket and gives up near 700 brackets; a third of
  // that leaves room for a caller that is itself deep in calls.
  nesting: 200,
};
