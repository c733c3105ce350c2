import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { checked, full, insistOnTime } from './support/report.ts';
import { shortMatch, World } from './support/world.ts';

let world: World | null = null;

afterEach(async () => {
  await world?.close();
  world = null;
});

const freezing = full ? ['one', 'two', 'three'] : ['one'];

test.each(freezing)(
  'A3 A4 a process that hangs for 5 s in coding and in running overwrites nothing, seed %s',
  async (seed) => {
    world = await World.open({ seed, settings: { ...shortMatch, turns: 20 } });
    const { random, houses } = world;
    const freeze = async (): Promise<void> => {
      const house = houses[random.integer(houses.length)];
      house?.server.signal('SIGSTOP');
      await sleep(5000);
      house?.server.signal('SIGCONT');
    };
    await world.sitDown();
    await world.start();
    await world.typed(3);
    if (full) await freeze();
    await world.typed(10);
    await world.endCoding();
    await world.played(2);
    await freeze();
    await world.finished();
    const found = await checked(world, `SIGSTOP 5 s, ${full ? 'twice' : 'once'}, seed ${seed}`);
    insistOnTime(world, found);
  },
);

const rolling = full ? ['one', 'two', 'three'] : ['one'];

test.each(rolling)(
  'A18 all processes are restarted one after the other, in coding and in running, seed %s',
  async (seed) => {
    world = await World.open({ seed, settings: { ...shortMatch, turns: 24 } });
    const roll = async (): Promise<void> => {
      for (const house of world?.houses ?? []) {
        const ended = await house.server.end('SIGTERM');
        expect(ended).toMatchObject({ code: 0, signal: null });
        await world?.allOnline();
        await house.openAgain();
      }
    };
    await world.sitDown();
    await world.start();
    await world.typed(3);
    if (full) await roll();
    await world.typed(10);
    await world.endCoding();
    await world.played(1);
    await roll();
    await world.finished();
    const times = full ? 'twice' : 'once';
    const found = await checked(world, `all restarted, ${times}, ${seed}`);
    insistOnTime(world, found);
  },
);
