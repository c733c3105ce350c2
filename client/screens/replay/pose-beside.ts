import type { Seat } from '../../../shared/base/ids.ts';
import type { Moment } from '../../replay/moment.ts';
import type { FigurePose } from '../game/figure-pose.ts';

/** How the figure beside a name holds itself at a moment of a replay. */
export function poseBeside({ phase, battle, programs }: Moment, seat: Seat): FigurePose {
  if (phase.kind === 'result' && phase.outcome.kind === 'won') {
    return phase.outcome.winner === seat ? 'win' : 'lose';
  }
  const { out } = battle.figures[seat];
  if (out === 'caught') return 'caught';
  if (out === 'fallen') return 'gone';
  if (phase.kind === 'coding') return phase.ready[seat] ? 'win' : 'front-a';
  return phase.kind === 'running' && programs[seat].erred ? 'scratch-a' : 'stand';
}
