import { afterEach, expect, test } from 'vitest';
import type { Presence } from '../../shared/protocol/index.ts';
import type { Player } from './support/player.ts';
import { full } from './support/report.ts';
import { until } from './support/until.ts';
import { World } from './support/world.ts';

let world: World | null = null;

afterEach(async () => {
  await world?.close();
  world = null;
});

/** Waits until all of these people know who is here; answers how long that took, in milliseconds. */
async function known(people: readonly Player[], presence: Presence): Promise<number> {
  const since = performance.now();
  const wanted = JSON.stringify(presence);
  const seen = (player: Player): string => JSON.stringify(player.client.presence.peek());
  const unaware = (): Player[] => people.filter((player) => seen(player) !== wanted);
  await until(
    () => unaware().length === 0,
    `presence is ${wanted}`,
    () =>
      `(${unaware()
        .map((player) => `${player.name}: ${seen(player)}`)
        .join('; ')})`,
  );
  return performance.now() - since;
}

test('R4 who is here is right on every process after coming, going and a kill', async () => {
  world = await World.open({ seed: 'one', roaming: false });
  const { tables, houses } = world;
  await world.sitDown();
  const all = { salesforce: true, heroku: true };
  const came = await known(world.people, { here: all, watching: 1 });
  for (const { watcher } of tables) watcher.close();
  const players = tables.flatMap(({ s, h }) => [s, h]);
  const went = await known(players, { here: all, watching: 0 });
  await houses[0]?.server.end('SIGKILL');
  // S of every third room was there; each H of those rooms is on another process.
  const left = tables.filter((_table, index) => index % 3 === 0).map(({ h }) => h);
  const killed = await known(left, { here: { salesforce: false, heroku: true }, watching: 0 });
  await houses[0]?.openAgain();
  await known(players, { here: all, watching: 0 });
  const told = [came, went, killed].map((time) => Math.round(time));
  console.log(`presence is right after coming, going, kill: ${told.join(', ')} ms`);
  if (full) expect(Math.max(...told)).toBeLessThanOrEqual(2500);
});
