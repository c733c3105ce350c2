import type { MatchId, RoomName } from '../../../shared/base/ids.ts';
import {
  summaryOf,
  type MatchArchive,
  type MatchSummary,
  type Replay,
  type Score,
} from '../../../shared/room/index.ts';
import { hasPlayed, isListed, newestFirst, noMatches, withMatch } from '../../archive/index.ts';

/** An archive that lives and dies with the process. */
export function createMemoryMatchArchive(): MatchArchive {
  const replays = new Map<MatchId, Replay>();
  const summaries = new Map<MatchId, MatchSummary>();
  const rooms = new Map<RoomName, Score>();
  let overall = noMatches;
  return {
    save: async (replay) => {
      if (replays.has(replay.match)) return;
      const summary = summaryOf(replay);
      replays.set(replay.match, replay);
      summaries.set(replay.match, summary);
      const { room } = replay;
      rooms.set(room, withMatch(rooms.get(room) ?? noMatches, summary));
      overall = withMatch(overall, summary);
    },
    load: async (match) => replays.get(match) ?? null,
    summary: async (match) => summaries.get(match) ?? null,
    recent: async (limit, player) =>
      [...summaries.values()]
        .filter((summary) => isListed(summary))
        .filter((summary) => player === undefined || hasPlayed(summary, player))
        .sort(newestFirst)
        .slice(0, limit),
    score: async (room) => (room === undefined ? overall : (rooms.get(room) ?? noMatches)),
    close: async () => {},
  };
}
