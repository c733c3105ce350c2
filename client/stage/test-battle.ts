import type { Battle, Figure } from '../../shared/battle/types.ts';

/** A figure that is still in the match. */
export function figureAt(x: number, y: number): Figure {
  return { at: { x, y }, points: 0, out: null };
}

/**
 * The battle of the tests: S (1, 1), H (3, 1), bug (2, 4) looking up on 5 × 5 cells, a wall at
 * (0, 1), gold worth 20 at (1, 2) and a sealed piece at (4, 4).
 */
export const quiet: Battle = {
  width: 5,
  height: 5,
  walls: [{ x: 0, y: 1 }],
  gold: [
    { at: { x: 1, y: 2 }, points: 20, sealed: false },
    { at: { x: 4, y: 4 }, points: null, sealed: true },
  ],
  figures: { salesforce: figureAt(1, 1), heroku: figureAt(3, 1) },
  bug: { at: { x: 2, y: 4 }, facing: 'up' },
  turn: 0,
  turns: 10,
};
