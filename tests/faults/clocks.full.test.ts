import { afterEach, expect, test } from 'vitest';
import { checked } from './support/report.ts';
import { shortMatch, World } from './support/world.ts';

let world: World | null = null;

afterEach(async () => {
  await world?.close();
  world = null;
});

const loader = new URL('../support/clock-skew.mjs', import.meta.url).href;

function skewed(milliseconds: number): Readonly<Record<string, string>> {
  return { NODE_OPTIONS: `--import=${loader}`, CLOCK_SKEW: String(milliseconds) };
}

test.each(['one', 'two', 'three'])(
  'A4 clocks that are 2 s early and 2 s late change nothing, nor does a kill among them, seed %s',
  async (seed) => {
    const processes = [skewed(2000), skewed(-2000), {}];
    world = await World.open({ seed, processes, settings: { ...shortMatch, turns: 20 } });
    await world.sitDown();
    await world.start();
    await world.typed(5);
    await world.endCoding();
    await world.played(2);
    await world.killAndRestart(world.random.integer(3));
    await world.finished();
    const { longestGap } = await checked(world, `clocks ±2 s and a kill, seed ${seed}`);
    expect(longestGap).toBeLessThanOrEqual(2 * world.settings.turnTime);
  },
);
