import type { MatchId, Milliseconds, PersonId } from '../../../shared/base/ids.ts';
import { seats } from '../../../shared/base/ids.ts';
import type { MatchSummary } from '../../../shared/room/index.ts';
import { mostGone, type GoneReplay, type ReplayShelf } from '../ports.ts';
import type { RedisClient } from './connection.ts';
import { keys } from './keys.ts';

/** A process that tidies up and dies keeps the others from it no longer than this. */
const leaseFor: Milliseconds = 30 * 60_000;

/** How long a match that is gone refuses notes; by then nobody has its page open. */
const noNotesFor: Milliseconds = 60 * 60_000;

/** The replays in Redis. Taking one away takes two steps, and whoever finds the first done does the other. */
export function createRedisReplayShelf(client: RedisClient, most: number = mostGone): ReplayShelf {
  return {
    oldest: async (after, limit) => {
      const found = await placesAfter(client, after?.endedAt ?? -Infinity, after?.match, limit);
      return Promise.all(
        found.map(async ({ value, score }) => {
          const match = value as MatchId;
          const [bytes, notes] = await Promise.all([
            client.strLen(keys.replay(match)),
            client.hLen(keys.notes(match)),
          ]);
          return { match, endedAt: score, bytes, noted: notes > 0 };
        }),
      );
    },
    drop: async (match, gone) => {
      const own = [keys.replay(match), keys.notes(match), keys.noteCount(match)] as const;
      if ((await client.dropReplay(...own, noNotesFor)) === 0) return false;
      await client.del(keys.oldReplay(match));
      const dropped = await client.forgetMatch(
        keys.matches,
        keys.newest,
        keys.allMatches,
        keys.gone,
        keys.goneOrder,
        match,
        JSON.stringify(gone),
        gone.at,
        most,
        ...(await playersOf(client, match)),
      );
      return dropped === 1;
    },
    gone: async (match) => {
      const body = await client.hGet(keys.gone, match);
      return body === null || body === undefined ? null : (JSON.parse(body) as GoneReplay);
    },
    lease: async () => {
      const options = { condition: 'NX', expiration: { type: 'PX', value: leaseFor } } as const;
      if ((await client.set(keys.tidying, '1', options)) === null) return null;
      await listOld(client);
      return async () => void (await client.del(keys.tidying));
    },
  };
}

/** Matches that ended at one moment are in the order of their names, so the last one seen is passed over. */
async function placesAfter(
  client: RedisClient,
  endedAt: number,
  match: MatchId | undefined,
  limit: number,
): Promise<{ readonly value: string; readonly score: number }[]> {
  const from = endedAt === -Infinity ? '-inf' : endedAt;
  let offset = 0;
  for (;;) {
    const found = await client.zRangeWithScores(keys.allMatches, from, '+inf', {
      BY: 'SCORE',
      LIMIT: { offset, count: limit },
    });
    const later = found.filter(
      ({ value, score }) => match === undefined || score > endedAt || value > match,
    );
    if (later.length > 0 || found.length < limit) return later;
    offset += limit;
  }
}

async function playersOf(client: RedisClient, match: MatchId): Promise<Set<PersonId>> {
  const body = await client.hGet(keys.matches, match);
  const players = body ? (JSON.parse(body) as MatchSummary).players : null;
  return new Set(seats.flatMap((seat) => players?.[seat]?.id ?? []));
}

/** Matches of before are in no list of all; they are put there, a few at a time. */
async function listOld(client: RedisClient): Promise<void> {
  const [listed, stored] = [await client.zCard(keys.allMatches), await client.hLen(keys.matches)];
  if (listed >= stored) return;
  let cursor = '0';
  do {
    const page = await client.hScan(keys.matches, cursor, { COUNT: 50 });
    ({ cursor } = page);
    const places = page.entries.map(({ field, value }) => ({
      value: field,
      score: (JSON.parse(value) as MatchSummary).endedAt,
    }));
    if (places.length > 0) await client.zAdd(keys.allMatches, places);
  } while (cursor !== '0');
}
