import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { checked, full } from './support/report.ts';
import { until } from './support/until.ts';
import { World } from './support/world.ts';

let world: World | null = null;

afterEach(async () => {
  await world?.close();
  world = null;
});

const seeds = full ? ['one', 'two', 'three'] : ['one'];

/** A match in which Redis goes twice, in coding and in running, the way `trouble` says. */
async function played(seed: string, trouble: (world: World) => Promise<void>): Promise<World> {
  world = await World.open({ seed });
  await world.sitDown();
  await world.start();
  await world.typed(3);
  await trouble(world);
  const [before] = world.people.map(({ acknowledged }) => acknowledged.length);
  await world.typed((before ?? 0) + 6);
  await world.endCoding();
  await world.played(2);
  await trouble(world);
  await world.finished();
  return world;
}

test.each(full ? seeds : [])(
  'A3 A19 Redis is killed and comes back with its data, in coding and in running, seed %s',
  async (seed) => {
    const done = await played(seed, async ({ redis }) => {
      await redis.signal('SIGKILL');
      await sleep(1000);
      await redis.start();
    });
    await checked(done, `redis killed, data kept, twice, seed ${seed}`);
  },
);

test.each(seeds)(
  'A19 Redis comes back without its data: the processes write the rooms back, seed %s',
  async (seed) => {
    const done = await played(seed, async ({ redis }) => {
      await redis.signal('SIGKILL');
      redis.loseData();
      await sleep(1000);
      await redis.start();
    });
    await checked(done, `redis killed, data lost, twice, seed ${seed}`);
    expect(done.people.filter(({ client }) => client.lost.peek() !== null)).toEqual([]);
  },
);

test.each(full ? seeds : [])(
  'A5 Redis is away for 10 s: people are told, and everything goes on by itself, seed %s',
  async (seed) => {
    const done = await played(seed, async ({ redis, people }) => {
      for (const player of people) player.storing.length = 0;
      await redis.signal('SIGKILL');
      await sleep(10_000);
      await redis.start();
      await until(() => people.every(({ storing }) => storing.at(-1) === false), 'all are told');
    });
    for (const { storing } of done.people) expect(storing).toEqual([true, false]);
    const refused = done.people.filter(({ refusals }) => refusals.has('storage-failed'));
    expect(refused.length).toBeGreaterThan(0);
    await checked(done, `10 s without redis, twice, seed ${seed}`);
  },
);

test.each(full ? seeds : [])(
  'A5 Redis hangs for 5 s, in coding and in running, seed %s',
  async (seed) => {
    const done = await played(seed, async ({ redis }) => {
      await redis.signal('SIGSTOP');
      await sleep(5000);
      await redis.signal('SIGCONT');
    });
    await checked(done, `redis hangs 5 s, twice, seed ${seed}`);
  },
);

test('A19 Redis and all processes lose everything: people are told and keep their programs', async () => {
  world = await World.open({ seed: 'one' });
  await world.sitDown();
  await world.start();
  await world.typed(5);
  const { redis, houses, tables, people } = world;
  await Promise.all([
    redis.signal('SIGKILL'),
    ...houses.map(({ server }) => server.end('SIGKILL')),
  ]);
  redis.loseData();
  await redis.start();
  await Promise.all(houses.map((house) => house.openAgain()));
  await world.allOnline();
  await until(() => people.every(({ client }) => client.lost.peek() !== null), 'all are told');
  for (const { s, h } of tables) {
    for (const player of [s, h]) {
      const { lost } = player.client;
      const kept = lost.peek()?.documents[player.seat ?? 'heroku'].version ?? 0;
      const written = player.acknowledged.reduce((all, { updates }) => all + updates.length, 0);
      expect(kept).toBeGreaterThanOrEqual(written);
      expect(player.phase).toBe('entry');
    }
  }
});
