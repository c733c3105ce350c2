import { setTimeout as sleep } from 'node:timers/promises';
import type { Milliseconds } from '../../../shared/base/ids.ts';
import { ok, refused, type Refusal, type Result } from '../../../shared/base/result.ts';
import type { RedisClients } from './connection.ts';
import { keys } from './keys.ts';

/** Why a Redis cannot be used; the words stand in server/words.ts. */
export type RedisRefusalCode =
  'redis-unreachable' | 'redis-refused' | 'redis-too-old' | 'redis-read-only';

/** Longest wait for the first connection at the start. */
const startPatience: Milliseconds = 8000;

/** The first version with sharded channels, which rooms are told on. */
const firstVersion = 7;

/** Connects both clients and finds out whether this Redis can do what the game needs. */
export async function connect(
  clients: RedisClients,
  url: string,
): Promise<Result<void, RedisRefusalCode>> {
  const { commands, subscriber } = clients;
  let last: unknown = null;
  for (const client of [commands, subscriber]) {
    client.on('error', (error: unknown) => (last = error));
  }
  const patience = new AbortController();
  const tooLong = sleep(startPatience, null, { signal: patience.signal }).then(
    () => {
      throw last instanceof Error ? last : new Error('no answer');
    },
    () => undefined,
  );
  try {
    const connecting = Promise.all([commands.connect(), subscriber.connect()]);
    connecting.catch(() => undefined);
    const firstTrouble = new Promise<never>((_resolve, reject) => {
      for (const client of [commands, subscriber]) client.once('error', reject);
    });
    await Promise.race([connecting, firstTrouble, tooLong]);
    return await looked(clients, withoutPassword(url));
  } catch (error) {
    for (const client of [commands, subscriber]) if (client.isOpen) client.destroy();
    return refusalOf(error, url);
  } finally {
    patience.abort();
  }
}

/** Old versions and replicas are found at the start, not in the middle of a match. */
async function looked(
  { commands, subscriber }: RedisClients,
  address: string,
): Promise<Result<void, RedisRefusalCode>> {
  const found = /redis_version:(\d+)[.\d]*/.exec(await commands.info('server'));
  if (Number(found?.[1] ?? 0) < firstVersion) {
    commands.destroy();
    subscriber.destroy();
    const version = found?.[0].split(':')[1] ?? '?';
    return refused('redis-too-old', { address, version, first: `${firstVersion}.0` });
  }
  await commands.set(keys.probe, '1', { expiration: { type: 'EX', value: 60 } });
  return ok(undefined);
}

function refusalOf(
  error: unknown,
  url: string,
): { readonly ok: false; readonly refusal: Refusal<RedisRefusalCode> } {
  const reason = error instanceof Error ? error.message || error.name : String(error);
  const address = withoutPassword(url);
  if (/^(WRONGPASS|NOAUTH|NOPERM|ERR AUTH|ERR invalid password)/.test(reason)) {
    return refused('redis-refused', { address, reason });
  }
  if (/^(READONLY|MISCONF|OOM)/.test(reason))
    return refused('redis-read-only', { address, reason });
  return refused('redis-unreachable', { address, reason });
}

/** A password never appears in a log. */
export function withoutPassword(url: string): string {
  if (!URL.canParse(url)) return url;
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}`;
}
