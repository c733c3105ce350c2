import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from 'redis';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storesContract } from '../../server/logs/contract/index.ts';
import { openedRoom } from '../../server/logs/contract/samples.ts';
import { createClients } from '../../server/logs/redis/connection.ts';
import { keys } from '../../server/logs/redis/keys.ts';
import { readNews, type News } from '../../server/logs/redis/news.ts';
import { createRedisStores } from '../../server/logs/redis/stores.ts';
import type { RoomName } from '../../shared/base/ids.ts';
import { encodeRecord } from '../../shared/room/index.ts';
import { RedisServer } from '../support/redis-server.ts';

/** Keys are checked against the slots of a cluster, as every key of a script must lie in one. */
const kinds = [
  ['Redis', []],
  ['a Redis cluster', ['--cluster-enabled', 'yes']],
] as const;

describe.each(kinds)('stores in %s', (name, options) => {
  let redis: RedisServer;

  beforeAll(async () => {
    redis = await RedisServer.start(...options);
    if (name === 'Redis') return;
    const client = await createClient({ url: redis.url }).connect();
    await client.sendCommand(['CLUSTER', 'ADDSLOTSRANGE', '0', '16383']);
    while (!(await client.clusterInfo()).includes('cluster_state:ok')) await sleep(20);
    client.destroy();
  });

  afterAll(() => redis.close());

  storesContract(async (work) => {
    const { commands } = createClients({ url: redis.url, verify: true });
    await commands.connect();
    await commands.flushAll();
    const clock = { now: 1_000_000 };
    await work({ stores: createRedisStores(commands, () => clock.now), clock });
    commands.destroy();
  });

  test('A5 an append tells the others in the same step: a process may die right after it', async () => {
    const { commands, subscriber } = createClients({ url: redis.url, verify: true });
    await Promise.all([commands.connect(), subscriber.connect()]);
    const { log } = createRedisStores(commands, () => 1_000_000);
    const room = 'told' as RoomName;
    const heard: News[] = [];
    await subscriber.sSubscribe(keys.news(room), (text) => void heard.push(readNews(text)));
    const [record] = openedRoom(room).records;
    if (record === undefined) throw new Error('a room opens with a record');
    expect(await log.append(room, encodeRecord(record))).toBe('appended');
    expect(await log.append(room, encodeRecord(record))).toBe('conflict');
    await expect.poll(() => heard).toEqual([{ kind: 'record', record }]);
    commands.destroy();
    subscriber.destroy();
  });
});
