import { RESP_TYPES } from 'redis';
import { seats, type PersonId, type RoomName } from '../../../shared/base/ids.ts';
import type { MatchArchive, MatchSummary, Score } from '../../../shared/room/index.ts';
import { countedAs, isListed, zippedMatch } from '../../archive/index.ts';
import type { RedisClient } from './connection.ts';
import { keys } from './keys.ts';
import { createOldReplays } from './old-replays.ts';

/**
 * Finished matches and their counters. Replays are kept zipped, and for good (R32); the list of
 * summaries also says which matches have been counted already (R33).
 */
export function createRedisMatchArchive(client: RedisClient): MatchArchive {
  const bytes = client.withTypeMapping({ [RESP_TYPES.BLOB_STRING]: Buffer });
  const old = createOldReplays(client);
  return {
    save: async (match) => {
      if (await client.hExists(keys.gone, match.match)) return;
      const { summary, body } = await zippedMatch(match);
      await client.set(keys.replay(match.match), body, { condition: 'NX' });
      await count(client, summary, match.start.room);
    },
    stored: async (match) => {
      const body = await bytes.get(keys.replay(match));
      return body ?? old.rewritten(match);
    },
    summary: async (match) => {
      const body = await client.hGet(keys.matches, match);
      return body === null || body === undefined ? null : (JSON.parse(body) as MatchSummary);
    },
    recent: async (limit, player) => {
      if (limit < 1) return [];
      const list = player === undefined ? keys.newest : keys.newestOf(player);
      const matches = await client.zRange(list, 0, limit - 1, { REV: true });
      if (matches.length === 0) return [];
      const bodies = await client.hmGet(keys.matches, matches);
      return bodies.flatMap((body) => (body ? [JSON.parse(body) as MatchSummary] : []));
    },
    score: async (room) => scoreOf(client, room),
    rewriteOld: (stopped) => old.rewriteAll(stopped),
    close: async () => {},
  };
}

async function count(client: RedisClient, summary: MatchSummary, room: RoomName): Promise<void> {
  const { match, endedAt, players } = summary;
  const people = new Set<PersonId>();
  for (const seat of seats) if (players[seat] !== null) people.add(players[seat].id);
  await client.countMatch(
    keys.matches,
    keys.scores,
    keys.newest,
    keys.allMatches,
    keys.gone,
    match,
    JSON.stringify(summary),
    room,
    countedAs(summary) ?? '',
    isListed(summary) ? 1 : 0,
    endedAt,
    ...people,
  );
}

async function scoreOf(client: RedisClient, room: RoomName | undefined): Promise<Score> {
  const prefix = room === undefined ? '' : `${room} `;
  const fields = ['salesforce', 'heroku', 'draws'].map((result) => `${prefix}${result}`);
  const [salesforce, heroku, draws] = await client.hmGet(keys.scores, fields);
  return {
    salesforce: Number(salesforce ?? 0),
    heroku: Number(heroku ?? 0),
    draws: Number(draws ?? 0),
  };
}
