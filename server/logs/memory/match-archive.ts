import type { MatchId, RoomName } from '../../../shared/base/ids.ts';
import type { MatchArchive, MatchSummary, Score } from '../../../shared/room/index.ts';
import {
  hasPlayed,
  isListed,
  newestFirst,
  noMatches,
  withMatch,
  zippedMatch,
} from '../../archive/index.ts';

/** An archive that lives and dies with the process. */
export function createMemoryMatchArchive(): MatchArchive {
  const bodies = new Map<MatchId, Buffer>();
  const summaries = new Map<MatchId, MatchSummary>();
  const rooms = new Map<RoomName, Score>();
  let overall = noMatches;
  return {
    save: async (finished) => {
      const { summary, body } = await zippedMatch(finished);
      if (bodies.has(summary.match)) return;
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
    close: async () => {},
  };
}
