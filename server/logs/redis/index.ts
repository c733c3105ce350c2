/** Stores of any number of processes in one Redis. */
import { randomBytes } from 'node:crypto';
import { ok, refused, type Result } from '../../../shared/base/result.ts';
import type { Clock, Peers } from '../../../shared/room/index.ts';
import type { StoreHealth } from '../health.ts';
import type { Stores } from '../ports.ts';
import { createClients, type RedisAddress, type RedisClients } from './connection.ts';
import { connect, withoutPassword, type RedisRefusalCode, type RedisWarning } from './connect.ts';
import { RedisLink, type LinkListener } from './link.ts';
import { keys } from './keys.ts';
import { RedisPeers } from './peers.ts';
import { createRedisStores } from './stores.ts';

export type { RedisRefusalCode, RedisWarning } from './connect.ts';
export type { RedisAddress } from './connection.ts';

/** What a process shares with the others through Redis. */
export interface RedisStores extends Stores {
  /** One clock for all processes. */
  readonly clock: Clock;
  readonly peers: Peers;
  /** The connections, for an adapter that publishes and subscribes on its own channels. */
  readonly clients: RedisClients;
  /** Found out by the signs of life, which are writes. */
  readonly health: StoreHealth & {
    /** Milliseconds there and back. */
    readonly roundTrip: number;
  };
  readonly warnings: readonly RedisWarning[];
  /** The secret that signs the sessions of all processes, made by the first of them. */
  sharedSecret(): Promise<string>;
}

const nothing: LinkListener = { back() {}, processesChanged() {}, healthChanged() {} };

/** Whether a Redis can be used; the connection is closed again. */
export async function checkRedis(
  address: RedisAddress,
): Promise<Result<readonly RedisWarning[], RedisRefusalCode>> {
  const clients = createClients(address);
  const connected = await connect(clients, address.url);
  for (const client of Object.values(clients)) if (client.isOpen) client.destroy();
  return connected;
}

/** Connects, or says why this Redis cannot be used. `report` hears of later troubles. */
export async function openRedisStores(
  address: RedisAddress,
  own: Clock,
  report: (trouble: string, error: unknown) => void,
): Promise<Result<RedisStores, RedisRefusalCode>> {
  const link = new RedisLink(address, randomBytes(9).toString('base64url'), own, report);
  const connected = await connect(link.clients, address.url);
  if (!connected.ok) return connected;
  try {
    await link.start();
  } catch (error) {
    await link.close();
    return refused('redis-unreachable', {
      address: withoutPassword(address.url),
      reason: String(error),
    });
  }
  const { commands } = link.clients;
  return ok({
    ...createRedisStores(commands, () => link.clock.now()),
    clock: link.clock,
    peers: new RedisPeers(link, report),
    clients: link.clients,
    warnings: connected.value,
    health: {
      get well() {
        return link.well;
      },
      get trouble() {
        return link.trouble;
      },
      check: async () => link.well,
      get roundTrip() {
        return link.roundTrip;
      },
      onChange: (listener) => link.listen({ ...nothing, healthChanged: listener }),
    },
    sharedSecret: async () => {
      await commands.set(keys.secret, randomBytes(32).toString('hex'), { condition: 'NX' });
      const secret = await commands.get(keys.secret);
      if (secret === null) throw new Error('the shared secret has gone while starting');
      // A Redis that comes back empty gets the same secret again, so that people keep their seats.
      link.listen({ ...nothing, back: () => void keepSecret(secret) });
      return secret;
    },
    close: () => link.close(),
  });

  async function keepSecret(secret: string): Promise<void> {
    try {
      await commands.set(keys.secret, secret, { condition: 'NX' });
    } catch (error) {
      report('the shared secret could not be kept', error);
    }
  }
}
