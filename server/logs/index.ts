/** What the server keeps: room logs, chat and finished matches, each behind a port. */
export type * from './ports.ts';
export { createMemoryStores } from './memory/index.ts';
export {
  checkRedis,
  openRedisStores,
  type RedisAddress,
  type RedisRefusalCode,
  type RedisStores,
} from './redis/index.ts';
export { openSqliteStores, type StoreRefusalCode } from './sqlite/index.ts';
