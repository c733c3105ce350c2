/** What the server keeps: room logs, chat and finished matches, each behind a port. */
import type * as Redis from './redis/index.ts';

export type * from './ports.ts';
export { alwaysWell, type StoreHealth, type StoreTrouble } from './health.ts';
export { createMemoryStores } from './memory/index.ts';
export { folderRefusal, openSqliteStores, type StoreRefusalCode } from './sqlite/index.ts';
export type { RedisAddress, RedisRefusalCode, RedisStores, RedisWarning } from './redis/index.ts';

/** Its library is a third of what starting takes (0.3 of 1.0 s of CPU): only who has a Redis loads it. */
const redis = (): Promise<typeof Redis> => import('./redis/index.ts');

/** Whether a Redis can be used; the connection is closed again. */
export const checkRedis: typeof Redis.checkRedis = async (...address) =>
  (await redis()).checkRedis(...address);

/** Connects, or says why this Redis cannot be used. */
export const openRedisStores: typeof Redis.openRedisStores = async (...wish) =>
  (await redis()).openRedisStores(...wish);
