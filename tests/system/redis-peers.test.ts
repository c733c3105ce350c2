import { afterEach, beforeEach, expect, test } from 'vitest';
import { keys } from '../../server/logs/redis/keys.ts';
import { openRedisStores, type RedisStores } from '../../server/logs/redis/index.ts';
import { realClock } from '../../server/real.ts';
import type { PersonId, RoomName } from '../../shared/base/ids.ts';
import type { PeerEar } from '../../shared/room/index.ts';
import { RedisServer } from '../support/redis-server.ts';

const room = 'peopled' as RoomName;
const anna = 'anna' as PersonId;

let redis: RedisServer;
let processes: RedisStores[] = [];
const troubles: unknown[] = [];

beforeEach(async () => {
  redis = await RedisServer.start();
});

afterEach(async () => {
  await Promise.all(processes.map((stores) => stores.close()));
  processes = [];
  await redis.close();
});

async function process(): Promise<RedisStores> {
  const address = { url: redis.url, verify: true };
  const opened = await openRedisStores(address, realClock, (...trouble) => troubles.push(trouble));
  if (!opened.ok) throw new Error(`no Redis: ${opened.refusal.code}`);
  processes.push(opened.value);
  return opened.value;
}

/** An ear that keeps what it heard last of who is there through other processes. */
function listening(): PeerEar & { elsewhere: readonly (readonly PersonId[])[] } {
  return {
    elsewhere: [],
    record: () => {},
    cursor: () => {},
    back: () => {},
    people(elsewhere) {
      this.elsewhere = elsewhere;
    },
  };
}

test('R4 people of a process that has only begun are not written off by those that do not know it yet', async () => {
  const old = await process();
  const young = await process();
  const line = await young.peers.join(room, listening());
  line.here([anna]);
  const { commands } = young.clients;
  await expect.poll(() => commands.hVals(keys.people(room))).toEqual([JSON.stringify([anna])]);
  // The old one looks into the room before it has heard a sign of life of the young one.
  const ear = listening();
  await old.peers.join(room, ear);
  await expect.poll(() => ear.elsewhere, { timeout: 5000 }).toEqual([[anna]]);
  expect(await commands.hVals(keys.people(room))).toEqual([JSON.stringify([anna])]);
  const another = listening();
  await (await process()).peers.join(room, another);
  await expect.poll(() => another.elsewhere, { timeout: 5000 }).toEqual([[anna]]);
  expect(troubles).toEqual([]);
});
