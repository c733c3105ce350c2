import { seats, type PersonId } from '../../shared/base/ids.ts';
import type { MatchSummary } from '../../shared/room/index.ts';

/** Whether a match belongs in a list: one that was given up before the first turn shows nothing. */
export function isListed({ turns }: MatchSummary): boolean {
  return turns > 0;
}

/** Whether somebody held a seat in a match. */
export function hasPlayed({ players }: MatchSummary, person: PersonId): boolean {
  return seats.some((seat) => players[seat]?.id === person);
}

/** Orders lists: the match that ended last comes first; at the same moment the id decides. */
export function newestFirst(a: MatchSummary, b: MatchSummary): number {
  return b.endedAt - a.endedAt || (a.match < b.match ? 1 : -1);
}
