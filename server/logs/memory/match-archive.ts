import type { MatchId, RoomName, Timestamp } from '../../../shared/base/ids.ts';
import type { MatchArchive, MatchSummary, Score } from '../../../shared/room/index.ts';
import {
  hasPlayed,
  isListed,
  newestFirst,
  noMatches,
  withMatch,
  zippedMatch,
} from '../../archive/index.ts';
import type { GoneReplay } from '../ports.ts';

/** What is archived, as something that takes up space. */
export interface MemoryMatches extends MatchArchive {
  /** Replays that were taken away, in that order. */
  readonly gone: Map<MatchId, GoneReplay>;
  all(): { readonly match: MatchId; readonly endedAt: Timestamp; readonly bytes: number }[];
  /** Takes a match off all lists; false if it is on none. */
  forget(match: MatchId): boolean;
}

/** An archive that lives and dies with the process. */
export function createMemoryMatchArchive(): MemoryMatches {
  const gone = new Map<MatchId, GoneReplay>();
  const bodies = new Map<MatchId, Buffer>();
  const summaries = new Map<MatchId, MatchSummary>();
  const rooms = new Map<RoomName, Score>();
  let overall = noMatches;
  return {
    save: async (finished) => {
      const { summary, body } = await zippedMatch(finished);
      if (bodies.has(summary.match) || gone.has(summary.match)) return;
      bodies.set(summary.match, body);
      summaries.set(summary.match, summary);
      const { room } = finished.start;
      rooms.set(room, withMatch(rooms.get(room) ?? noMatches, summary));
      overall = withMatch(overall, summary);
    },
    stored: async (match) => bodies.get(match) ?? null,
    summary: async (match) => summaries.get(match) ?? null,
    recent: async (limit, player) =>
      [...summaries.values()]
        .filter((summary) => isListed(summary))
        .filter((summary) => player === undefined || hasPlayed(summary, player))
        .sort(newestFirst)
        .slice(0, limit),
    score: async (room) => (room === undefined ? overall : (rooms.get(room) ?? noMatches)),
    rewriteOld: async () => {},
    gone,
    all: () =>
      [...summaries.values()].map(({ match, endedAt }) => ({
        match,
        endedAt,
        bytes: bodies.get(match)?.length ?? 0,
      })),
    forget: (match) => {
      summaries.delete(match);
      return bodies.delete(match);
    },
    close: async () => {},
  };
}
