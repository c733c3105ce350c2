import type { Direction } from '../../shared/battle/index.ts';

/** The four ways as arrows. */
export const signs = { up: '↑', right: '→', down: '↓', left: '←' } as const satisfies Record<
  Direction,
  string
>;
