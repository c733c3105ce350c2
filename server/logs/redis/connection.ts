import { createClient } from 'redis';
import type { Milliseconds } from '../../../shared/base/ids.ts';
import { scripts } from './scripts.ts';

/** How soon a lost connection is tried again: outages are short, and rooms wait for the end of them. */
const reconnectPace: Milliseconds = 100;

/** A store that takes longer than this is not reached; the caller is told so and may ask again. */
const commandPatience: Milliseconds = 3000;

/** The first connection may wait for a name server too. */
const connectPatience: Milliseconds = 5000;

/** A connection that only listens asks for a sign of life this often … */
const pingPace: Milliseconds = 2000;

/** … and is made anew when none has come for so long, as when Redis hangs. */
const listeningSilence: Milliseconds = 5000;

/** Where Redis is. */
export interface RedisAddress {
  readonly url: string;
  /** Whether the certificate of a `rediss://` server must be signed by somebody known. */
  readonly verify: boolean;
}

/**
 * Two connections, since one that subscribes carries no commands. Commands fail at once while Redis
 * is away, so that nobody waits in the dark; subscriptions are kept and renewed when it is back.
 */
export function createClients({ url, verify }: RedisAddress) {
  const socket = {
    connectTimeout: connectPatience,
    reconnectStrategy: () => reconnectPace,
    ...(url.startsWith('rediss:') ? { tls: true as const, rejectUnauthorized: verify } : {}),
  };
  const common = { url };
  return {
    commands: createClient({
      ...common,
      socket,
      scripts,
      disableOfflineQueue: true,
      commandOptions: { timeout: commandPatience },
    }),
    subscriber: createClient({
      ...common,
      socket: { ...socket, socketTimeout: listeningSilence },
      pingInterval: pingPace,
    }),
  };
}

export type RedisClients = ReturnType<typeof createClients>;

/** The connection for commands. */
export type RedisClient = RedisClients['commands'];

/** The connection for subscriptions. */
export type RedisSubscriber = RedisClients['subscriber'];
