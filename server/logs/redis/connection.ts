import { createClient } from 'redis';
import type { Milliseconds } from '../../../shared/base/ids.ts';
import { scripts } from './scripts.ts';

/** How soon a lost connection is tried again: outages are short, and rooms wait for the end of them. */
const reconnectPace: Milliseconds = 100;

/** A store that takes longer than this is not reached; the caller is told so and may ask again. */
const commandPatience: Milliseconds = 3000;

/** The first connection may wait for a name server too. */
const connectPatience: Milliseconds = 5000;

/** Keeps idle connections open through proxies, and finds those that died without a word. */
const pingPace: Milliseconds = 10_000;

/**
 * Two connections, since one that subscribes carries no commands. Commands fail at once while Redis
 * is away, so that nobody waits in the dark; subscriptions are kept and renewed when it is back.
 */
export function createClients(url: string) {
  const socket = { connectTimeout: connectPatience, reconnectStrategy: () => reconnectPace };
  const common = { url, socket, pingInterval: pingPace };
  return {
    commands: createClient({
      ...common,
      scripts,
      disableOfflineQueue: true,
      commandOptions: { timeout: commandPatience },
    }),
    subscriber: createClient(common),
  };
}

export type RedisClients = ReturnType<typeof createClients>;

/** The connection for commands. */
export type RedisClient = RedisClients['commands'];

/** The connection for subscriptions. */
export type RedisSubscriber = RedisClients['subscriber'];
