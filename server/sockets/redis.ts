import { createShardedAdapter } from '@socket.io/redis-adapter';
import type { PageServer } from './door.ts';

/** What is needed of the connection that publishes. */
interface Publisher {
  sPublish(channel: string, message: string): Promise<unknown>;
  sendCommand(words: readonly string[]): Promise<unknown>;
}

type Hear = (message: Buffer, channel: Buffer) => void;

/** What is needed of the connection that subscribes. */
interface Subscriber {
  sSubscribe(channel: string, hear: Hear, buffers: true): Promise<void>;
  sUnsubscribe(channels: string | string[]): Promise<void>;
}

/** Connections to Redis: one that publishes, one that subscribes. */
export interface RedisConnections {
  readonly commands: Publisher;
  readonly subscriber: Subscriber;
}

/**
 * Lets processes tell each other what stands in no log: talk. One channel for all of it, since a crowd
 * has members on every process; what the log holds has a channel per room (A13). The adapter waits for
 * none of its subscriptions; what the connection could not do while Redis was away it does when it is
 * back, so that is no trouble here.
 */
export function joinRedis(io: PageServer, { commands, subscriber }: RedisConnections): void {
  const untroubled = (work: Promise<void>): void => void work.catch(() => undefined);
  // The adapter tells the clients of this library from others by what they can do; one does both.
  const client = {
    sPublish: (channel: string, message: string) => commands.sPublish(channel, message),
    sendCommand: (words: readonly string[]) => commands.sendCommand(words),
    sSubscribe: (channel: string, hear: Hear, buffers: true) =>
      untroubled(subscriber.sSubscribe(channel, hear, buffers)),
    sUnsubscribe: (channels: string | string[]) => untroubled(subscriber.sUnsubscribe(channels)),
  };
  const options = { subscriptionMode: 'static', channelPrefix: 'svh' } as const;
  io.adapter(createShardedAdapter(client, client, options));
}
