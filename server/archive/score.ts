import { isCounted, type MatchSummary, type Score } from '../../shared/room/index.ts';

/** The score before any match. */
export const noMatches: Score = { salesforce: 0, heroku: 0, draws: 0 };

/** What a finished match adds one to; null for one that does not count (R33, R62). */
export function countedAs({ players, turns, outcome }: MatchSummary): keyof Score | null {
  if (!isCounted(players, turns)) return null;
  return outcome.kind === 'draw' ? 'draws' : outcome.winner;
}

/** The score with one more finished match. */
export function withMatch(score: Score, match: MatchSummary): Score {
  const result = countedAs(match);
  return result === null ? score : { ...score, [result]: score[result] + 1 };
}
