import type { MatchId, RoomName } from '../../../shared/base/ids.ts';
import type { MatchArchive, Replay, Score } from '../../../shared/room/index.ts';
import { noMatches, outcomeOfReplay, withOutcome } from '../../archive/index.ts';

/** An archive that lives and dies with the process. */
export function createMemoryMatchArchive(): MatchArchive {
  const replays = new Map<MatchId, Replay>();
  const rooms = new Map<RoomName, Score>();
  let overall = noMatches;
  return {
    save: async (replay) => {
      if (replays.has(replay.match)) return;
      const outcome = outcomeOfReplay(replay);
      replays.set(replay.match, replay);
      rooms.set(replay.room, withOutcome(rooms.get(replay.room) ?? noMatches, outcome));
      overall = withOutcome(overall, outcome);
    },
    load: async (match) => replays.get(match) ?? null,
    score: async (room) => (room === undefined ? overall : (rooms.get(room) ?? noMatches)),
    close: async () => {},
  };
}
