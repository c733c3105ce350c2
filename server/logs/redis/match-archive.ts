import { gzipSync } from 'node:zlib';
import { seats, type PersonId, type RoomName } from '../../../shared/base/ids.ts';
import {
  summaryOf,
  type MatchArchive,
  type MatchSummary,
  type Score,
} from '../../../shared/room/index.ts';
import {
  countedAs,
  isListed,
  readReplay,
  UnreadableReplay,
  writeReplay,
} from '../../archive/index.ts';
import { unzipped } from '../zipped.ts';
import type { RedisClient } from './connection.ts';
import { keys } from './keys.ts';

/**
 * Finished matches and their counters. Replays are kept compressed, and for good (R32); the list of
 * summaries also says which matches have been counted already (R33).
 */
export function createRedisMatchArchive(client: RedisClient): MatchArchive {
  return {
    save: async (replay) => {
      const body = gzipSync(writeReplay(replay)).toString('base64');
      await client.set(keys.replay(replay.match), body, { condition: 'NX' });
      await count(client, summaryOf(replay));
    },
    load: async (match) => {
      const body = await client.get(keys.replay(match));
      if (body === null) return null;
      const replay = readReplay(unzipped(Buffer.from(body, 'base64')));
      if (!replay.ok) throw new UnreadableReplay(match, replay.refusal.code);
      return replay.value;
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
    close: async () => {},
  };
}

async function count(client: RedisClient, summary: MatchSummary): Promise<void> {
  const { match, room, endedAt, players } = summary;
  const people = new Set<PersonId>();
  for (const seat of seats) if (players[seat] !== null) people.add(players[seat].id);
  await client.countMatch(
    keys.matches,
    keys.scores,
    keys.newest,
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
