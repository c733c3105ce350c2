import type { MatchId } from '../../../shared/base/ids.ts';
import { mostGone, type GoneReplay, type NoteLog, type ReplayShelf } from '../ports.ts';
import type { MemoryMatches } from './match-archive.ts';

/** The replays of an archive that lives and dies with the process. */
export function createMemoryReplayShelf(matches: MemoryMatches, notes: NoteLog): ReplayShelf {
  const gone = matches.gone;
  const isNoted = async (match: MatchId): Promise<boolean> => (await notes.of(match)).length > 0;
  return {
    oldest: async (after, limit) => {
      const places = matches
        .all()
        .sort((a, b) => a.endedAt - b.endedAt || (a.match < b.match ? -1 : 1))
        .filter(
          ({ endedAt, match }) =>
            after === null ||
            endedAt > after.endedAt ||
            (endedAt === after.endedAt && match > after.match),
        )
        .slice(0, limit);
      return Promise.all(
        places.map(async ({ match, endedAt, bytes }) => ({
          match,
          endedAt,
          bytes,
          noted: await isNoted(match),
        })),
      );
    },
    drop: async (match, why: GoneReplay) => {
      if ((await isNoted(match)) || !matches.forget(match)) return false;
      gone.set(match, why);
      for (const oldest of gone.keys()) {
        if (gone.size <= mostGone) break;
        gone.delete(oldest);
      }
      return true;
    },
    gone: async (match) => gone.get(match) ?? null,
    lease: async () => async () => {},
  };
}
