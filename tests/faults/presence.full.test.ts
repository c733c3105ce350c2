import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { goneAfter } from '../../shared/room/host/attendance.ts';
import { until } from './support/until.ts';
import { World } from './support/world.ts';

let world: World | null = null;

afterEach(async () => {
  await world?.close();
  world = null;
});

test.each(['one', 'two', 'three'])(
  'R4 R5 whose process stands still for 20 s goes on elsewhere, is seen there and keeps the seat, seed %s',
  async (seed) => {
    world = await World.open({ seed, processes: [{}, {}] });
    const { tables, houses, random } = world;
    await world.sitDown();
    const house = houses[random.integer(houses.length)];
    const all = JSON.stringify({ here: { salesforce: true, heroku: true }, watching: 1 });
    const told = (): string[] =>
      world?.people.map(({ client }) => JSON.stringify(client.presence.peek())) ?? [];
    const allSeen = (): boolean => told().every((presence) => presence === all);
    await until(allSeen, 'all are seen');
    house?.server.signal('SIGSTOP');
    // So long the fault lasts.
    await sleep(20_000);
    await world.allOnline();
    await until(allSeen, 'all are seen elsewhere');
    const others = new Set<string>();
    for (const { client } of world.people) {
      client.presence.subscribe((presence) => {
        const seen = JSON.stringify(presence);
        if (seen !== all) others.add(seen);
      });
    }
    // What the process heard before it stood still is told now. Whoever it takes for gone would lose the seat
    // after this time, and nothing else tells that nobody does.
    house?.server.signal('SIGCONT');
    await sleep(goneAfter + 3000);
    expect([...others]).toEqual([]);
    for (const { s, h } of tables) {
      const { salesforce, heroku } = s.state.seats;
      expect([salesforce?.id, heroku?.id]).toEqual([s.client.me.peek(), h.client.me.peek()]);
    }
  },
);
