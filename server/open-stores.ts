import type { Logger } from 'pino';
import { ok, type Result } from '../shared/base/result.ts';
import type { Clock } from '../shared/room/index.ts';
import type { OtherProcesses } from './app.ts';
import type { Config } from './config.ts';
import {
  openRedisStores,
  openSqliteStores,
  type RedisRefusalCode,
  type RedisWarning,
  type StoreRefusalCode,
  type Stores,
} from './logs/index.ts';
import { keptSecret } from './session-secret.ts';

/** What a server works with, by its settings. */
export interface OpenedStores {
  readonly stores: Stores;
  readonly clock: Clock;
  /** Signs the sessions; the same for all processes. */
  readonly secret: string;
  readonly others: OtherProcesses | null;
  /** What the operator should know of the store, though it can be used. */
  readonly warnings: readonly RedisWarning[];
}

/** Opens what the settings name: Redis for any number of processes, else a folder for one (A13). */
export async function openStores(
  config: Pick<Config, 'dataDir' | 'redis' | 'sessionSecret'>,
  clock: Clock,
  logger: Logger,
): Promise<Result<OpenedStores, RedisRefusalCode | StoreRefusalCode>> {
  if (config.redis === null) return openFolder(config, clock);
  const opened = await openRedisStores(config.redis, clock, (trouble, error) =>
    logger.error({ error }, trouble),
  );
  if (!opened.ok) return opened;
  const { value: stores } = opened;
  const secret = config.sessionSecret ?? (await stores.sharedSecret());
  return ok({ stores, clock: stores.clock, secret, others: stores, warnings: stores.warnings });
}

async function openFolder(
  { dataDir, sessionSecret }: Pick<Config, 'dataDir' | 'sessionSecret'>,
  clock: Clock,
): Promise<Result<OpenedStores, StoreRefusalCode>> {
  const stores = openSqliteStores(dataDir, () => clock.now());
  if (!stores.ok) return stores;
  const secret = sessionSecret === null ? keptSecret(dataDir) : ok(sessionSecret);
  if (!secret.ok) {
    await stores.value.close();
    return secret;
  }
  return ok({ stores: stores.value, clock, secret: secret.value, others: null, warnings: [] });
}
