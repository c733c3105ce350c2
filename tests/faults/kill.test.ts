import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, test } from 'vitest';
import { checked, full, insistOnTime } from './support/report.ts';
import { World } from './support/world.ts';

let world: World | null = null;

afterEach(async () => {
  await world?.close();
  world = null;
});

/** Each seed is one match of every room, with a kill in each of its five phases. */
const seeds = full ? ['one', 'two', 'three', 'four', 'five', 'six'] : ['one'];

test.each(seeds)(
  'A3 A4 A18 A19 kill -9 of one of three processes in entry, coding, shout, running and result, seed %s',
  async (seed) => {
    world = await World.open({ seed });
    const { random } = world;
    const kill = async (within: number): Promise<void> => {
      await sleep(random.integer(within));
      await world?.killAndRestart(random.integer(3));
    };
    await Promise.all([world.sitDown(), kill(200)]);
    await world.start();
    await world.typed(3);
    await kill(500);
    await world.typed(15);
    await world.endCoding();
    await kill(500);
    await world.played(2);
    await kill(700);
    await world.finished();
    await kill(100);
    const found = await checked(world, `kill -9, 5 times, seed ${seed}`);
    insistOnTime(world, found);
  },
);
