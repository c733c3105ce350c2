import type { Seat } from '../../../shared/base/ids.ts';
import type { Battle } from '../../../shared/battle/index.ts';
import type { RoomState } from '../../../shared/room/index.ts';

/** Drawings of a figure that stand beside its name. */
export type FigurePose =
  | 'stand'
  | 'front-a'
  | 'win'
  | 'lose'
  | 'scratch-a'
  | 'caught'
  | 'grab'
  | 'gone';

/**
 * How the figure beside a name holds itself: by the result, then by whether it is out in the battle
 * that is shown, then by what its program just did.
 */
export function figurePose(
  state: RoomState,
  shown: Battle,
  seat: Seat,
  settled: boolean,
): FigurePose {
  const { phase } = state;
  if (phase.kind === 'result' && settled && phase.outcome.kind === 'won') {
    return phase.outcome.winner === seat ? 'win' : 'lose';
  }
  const { out } = shown.figures[seat];
  if (out === 'caught') return 'caught';
  if (out === 'fallen') return 'gone';
  if (phase.kind === 'coding') return phase.ready[seat] ? 'win' : 'front-a';
  const error = state.turns.at(-1)?.steps[seat].error ?? null;
  return phase.kind === 'running' && error !== null ? 'scratch-a' : 'stand';
}
