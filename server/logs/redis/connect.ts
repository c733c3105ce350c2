import { setTimeout as sleep } from 'node:timers/promises';
import type { Milliseconds } from '../../../shared/base/ids.ts';
import { ok, refused, type Refusal, type Result } from '../../../shared/base/result.ts';
import type { RedisClients } from './connection.ts';
import { keys } from './keys.ts';

/** Why a Redis cannot be used; the words stand in server/words.ts. */
export type RedisRefusalCode =
  | 'redis-unreachable'
  | 'redis-refused'
  | 'redis-too-old'
  | 'redis-read-only';

/** What an operator should know of a Redis that can be used. */
export type RedisWarningCode = 'redis-evicts' | 'redis-forgets';

export type RedisWarning = Refusal<RedisWarningCode>;

/** Longest wait for the first connection at the start. */
const startPatience: Milliseconds = 8000;

/** The first version with sharded channels, which rooms are told on. */
const firstVersion = 7;

/** Connects both clients and finds out whether this Redis can do what the game needs. */
export async function connect(
  clients: RedisClients,
  url: string,
): Promise<Result<readonly RedisWarning[], RedisRefusalCode>> {
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
): Promise<Result<readonly RedisWarning[], RedisRefusalCode>> {
  const found = /redis_version:(\d+)[.\d]*/.exec(await commands.info('server'));
  if (Number(found?.[1] ?? 0) < firstVersion) {
    commands.destroy();
    subscriber.destroy();
    const version = found?.[0].split(':')[1] ?? '?';
    return refused('redis-too-old', { address, version, first: `${firstVersion}.0` });
  }
  await commands.set(keys.probe, '1', { expiration: { type: 'EX', value: 60 } });
  return ok(await warningsOf(commands, address));
}

/** All our keys may be evicted, and none may: rooms have a time to live, and replays are all there is. */
async function warningsOf(
  commands: RedisClients['commands'],
  address: string,
): Promise<readonly RedisWarning[]> {
  const memory = await commands.info('memory');
  const policy = /^maxmemory_policy:(\S+)/m.exec(memory)?.[1] ?? 'noeviction';
  const warnings: RedisWarning[] = [];
  if (policy !== 'noeviction') warnings.push(refused('redis-evicts', { address, policy }).refusal);
  if (await keepsNothing(commands)) warnings.push(refused('redis-forgets', { address }).refusal);
  return warnings;
}

/** Whether a Redis has neither an append-only file nor snapshots; many do not let that be asked. */
async function keepsNothing(commands: RedisClients['commands']): Promise<boolean> {
  if (!/^aof_enabled:0/m.test(await commands.info('persistence'))) return false;
  const { save } = await commands.configGet('save').catch(() => ({ save: 'not told' }));
  return save === '';
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
