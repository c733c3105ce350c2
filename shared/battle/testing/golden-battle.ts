import type { PerSeat } from '../../base/ids.ts';
import type { Action, BattleEvent, Outcome, Settings } from '../types.ts';

/** One turn of a golden battle: what both did, what came of it, and how things stood after it. */
export interface GoldenTurn {
  readonly actions: PerSeat<Action>;
  readonly events: readonly BattleEvent[];
  readonly points: PerSeat<number>;
  readonly outcome: Outcome | null;
  /** The lines of `boardText`, all sealed points told. */
  readonly board: readonly string[];
}

/** A whole match written down, as a file of `tests/golden/battles` holds it. */
export interface GoldenBattle {
  readonly name: string;
  readonly about: string;
  readonly settings: Settings;
  readonly seed: string;
  readonly sealed: readonly number[];
  /** The board before the first turn. */
  readonly start: readonly string[];
  readonly turns: readonly GoldenTurn[];
}
