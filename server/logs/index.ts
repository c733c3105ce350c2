/** What the server keeps: room logs, chat and finished matches, each behind a port. */
export type * from './ports.ts';
export { alwaysWell, type StoreHealth, type StoreTrouble } from './health.ts';
export { createMemoryStores } from './memory/index.ts';
export {
  checkRedis,
  openRedisStores,
  type RedisAddress,
  type RedisRefusalCode,
  type RedisStores,
  type RedisWarning,
} from './redis/index.ts';
export { folderRefusal, openSqliteStores, type StoreRefusalCode } from './sqlite/index.ts';
