import { readFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createClients, type RedisClient } from '../../server/logs/redis/connection.ts';
import { keys } from '../../server/logs/redis/keys.ts';
import { createRedisStores } from '../../server/logs/redis/stores.ts';
import type { MatchId, RoomName } from '../../shared/base/ids.ts';
import { readReplay } from '../../shared/replay/index.ts';
import { summaryOf } from '../../shared/room/index.ts';
import { RedisServer } from '../support/redis-server.ts';

let redis: RedisServer;
let commands: RedisClient;

beforeAll(async () => {
  redis = await RedisServer.start();
  ({ commands } = createClients({ url: redis.url, verify: true }));
  await commands.connect();
});
afterAll(async () => {
  commands.destroy();
  await redis.close();
});

const sample = readFileSync('tests/golden/replays/format-2-played.json', 'utf8');
const { room, match: sampled } = JSON.parse(sample) as { room: RoomName; match: string };
const matches = Array.from({ length: 4 }, (_, i) => `match-${i}` as MatchId);

/** Matches as versions before kept them; the second was played by one person alone, and counted. */
async function leaveBehind(): Promise<void> {
  const replay = readReplay(sample);
  if (!replay.ok) throw new Error(replay.refusal.code);
  const summary = summaryOf(replay.value);
  for (const [i, match] of matches.entries()) {
    const body = gzipSync(sample.replaceAll(sampled, match)).toString('base64');
    await commands.set(keys.oldReplay(match), body);
    const { salesforce, heroku } = summary.players;
    const players = { salesforce: i === 1 ? heroku : salesforce, heroku };
    const listed = JSON.stringify({ ...summary, match, room, players });
    await commands.hSet(keys.matches, match, listed);
    for (const field of ['heroku', `${room} heroku`]) {
      await commands.hIncrBy(keys.scores, field, 1);
    }
  }
}

test('R57 R62 old replays in Redis are rewritten once, by whichever process, and counted by the rule', async () => {
  await leaveBehind();
  const [one, other] = [0, 1].map(() => createRedisStores(commands, () => 0).archive);
  if (one === undefined || other === undefined) throw new Error('two processes');
  const asked = await one.stored(matches[3] as MatchId);
  expect(gunzipSync(asked ?? '').toString('utf8')).not.toMatch(new RegExp(`${room}|いくよ`));
  let looks = 0;
  await one.rewriteOld(() => ++looks > 2);
  await commands.del(keys.rewriting);
  await Promise.all([one.rewriteOld(() => false), other.rewriteOld(() => looks++ > 200)]);
  for (const match of matches) {
    expect(await commands.exists(keys.oldReplay(match))).toBe(0);
    const text = gunzipSync((await other.stored(match)) ?? '').toString('utf8');
    expect(text).not.toMatch(new RegExp(`${room}|いくよ`));
    expect(readReplay(text)).toMatchObject({ ok: true, value: { match } });
  }
  expect(JSON.stringify(await commands.hVals(keys.matches))).not.toContain(`"room`);
  const score = { salesforce: 0, heroku: 3, draws: 0 };
  expect(await one.score()).toEqual(score);
  expect(await other.score(room)).toEqual(score);
});
