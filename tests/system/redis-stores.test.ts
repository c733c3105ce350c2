import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from 'redis';
import { afterAll, beforeAll, describe } from 'vitest';
import { storesContract } from '../../server/logs/contract/index.ts';
import { createClients } from '../../server/logs/redis/connection.ts';
import { createRedisStores } from '../../server/logs/redis/stores.ts';
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
});
