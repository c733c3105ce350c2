import type { Outcome } from '../../shared/battle/index.ts';
import type { Score } from '../../shared/room/index.ts';

/** The score before any match. */
export const noMatches: Score = { salesforce: 0, heroku: 0, draws: 0 };

/** The score with one more finished match (R33). */
export function withOutcome(score: Score, outcome: Outcome): Score {
  if (outcome.kind === 'draw') return { ...score, draws: score.draws + 1 };
  return { ...score, [outcome.winner]: score[outcome.winner] + 1 };
}
