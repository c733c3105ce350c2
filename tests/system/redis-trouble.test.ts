import { createClient } from 'redis';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { checkRedis, openRedisStores, type RedisStores } from '../../server/logs/index.ts';
import { realClock } from '../../server/real.ts';
import { RedisServer } from '../support/redis-server.ts';

let redis: RedisServer;

beforeAll(async () => {
  redis = await RedisServer.start();
});

afterAll(() => redis.close());

const configure = async (...words: readonly string[]): Promise<void> => {
  const client = await createClient({ url: redis.url }).connect();
  await client.sendCommand([...words]);
  client.destroy();
};

describe('D5 a Redis that takes no more writes', () => {
  let stores: RedisStores;
  let told: boolean[];

  beforeEach(async () => {
    const opened = await openRedisStores({ url: redis.url, verify: true }, realClock, () => {});
    if (!opened.ok) throw new Error(opened.refusal.code);
    stores = opened.value;
    told = [];
    stores.health.onChange((well) => told.push(well));
  });

  afterEach(() => stores.close());

  test.each([
    ['out-of-memory', ['CONFIG', 'SET', 'maxmemory', '1'], ['CONFIG', 'SET', 'maxmemory', '0']],
    ['read-only', ['REPLICAOF', '127.0.0.1', '1'], ['REPLICAOF', 'NO', 'ONE']],
    [
      'not-saving',
      ['CONFIG', 'SET', 'min-replicas-to-write', '1'],
      ['CONFIG', 'SET', 'min-replicas-to-write', '0'],
    ],
  ])('is told of once as %s, and is well again by itself', async (trouble, begin, end) => {
    await configure(...begin);
    await expect.poll(() => stores.health.trouble, { timeout: 10_000 }).toBe(trouble);
    expect(await stores.health.check()).toBe(false);
    await configure(...end);
    await expect.poll(() => stores.health.check(), { timeout: 10_000 }).toBe(true);
    expect(told).toEqual([false, true]);
  });
});

describe('D5 what an operator should know of a Redis is said at the start', () => {
  const warnings = async (): Promise<unknown> => {
    const checked = await checkRedis({ url: redis.url, verify: true });
    if (!checked.ok) throw new Error(checked.refusal.code);
    return checked.value.map(({ code, details }) => [code, details['policy']]);
  };

  test('nothing where it keeps everything', async () => {
    expect(await warnings()).toEqual([]);
  });

  test.each(['allkeys-lru', 'volatile-ttl'])('that it throws data away: %s', async (policy) => {
    await configure('CONFIG', 'SET', 'maxmemory-policy', policy);
    expect(await warnings()).toEqual([['redis-evicts', policy]]);
    await configure('CONFIG', 'SET', 'maxmemory-policy', 'noeviction');
  });

  test('that it keeps nothing on disk', async () => {
    await configure('CONFIG', 'SET', 'appendonly', 'no');
    expect(await warnings()).toEqual([['redis-forgets', undefined]]);
    await configure('CONFIG', 'SET', 'save', '3600 1');
    expect(await warnings()).toEqual([]);
  });
});
