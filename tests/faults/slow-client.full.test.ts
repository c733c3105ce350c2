import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { residentBytes } from '../../bench/measure/process.ts';
import { protocolVersion } from '../../shared/protocol/index.ts';
import { newCookie } from '../support/page-client.ts';
import { checked } from './support/report.ts';
import { World } from './support/world.ts';

let world: World | null = null;
let readers: WebSocket[] = [];

afterEach(async () => {
  for (const reader of readers) reader.terminate();
  readers = [];
  await world?.close();
  world = null;
});

/** More than this a process may not grow by people who read nothing, in bytes. */
const mostGrowth = 64 * 1024 * 1024;

/** Somebody who enters a room and then reads nothing more, as a page in a tunnel does. */
async function deafReader(address: string, room: string): Promise<void> {
  const url = `${address.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
  const socket = new WebSocket(url, { headers: { cookie: await newCookie(address) } });
  readers.push(socket);
  await new Promise<void>((resolve) => {
    socket.on('message', (data) => {
      const text = (data as Buffer).toString();
      const join = { protocol: protocolVersion, room, name: '', since: null, chatSince: 0 };
      if (text.startsWith('0')) socket.send('40');
      else if (text.startsWith('40')) socket.send(`420${JSON.stringify(['join', join])}`);
      else if (text.startsWith('430')) {
        socket.pause();
        resolve();
      }
    });
  });
}

test('A15 people who read nothing for 30 s cost the others nothing', async () => {
  world = await World.open({ seed: 'one' });
  const { tables, houses } = world;
  await world.sitDown();
  await world.start();
  await world.typed(3);
  const before = houses.map(({ server }) => residentBytes([server.pid]));
  await Promise.all(
    tables.flatMap(({ room }) => houses.map(({ address }) => deafReader(address, room))),
  );
  // Most of it in coding, where all type; a match may end early.
  await sleep(25_000);
  await world.endCoding();
  await world.played(2);
  await sleep(2000);
  const growth = houses.map(
    ({ server }, index) => residentBytes([server.pid]) - (before[index] ?? 0),
  );
  await world.finished();
  console.log(`60 deaf readers: the processes grew by ${growth.map((n) => n >> 20).join(', ')} MB`);
  expect(Math.max(...growth)).toBeLessThan(mostGrowth);
  const { longestGap, longestBreak } = await checked(world, '60 deaf readers for 30 s');
  expect(longestGap).toBeLessThanOrEqual(2 * world.settings.turnTime);
  expect(longestBreak).toBe(0);
});
