import { createClient } from 'redis';
import { afterEach, expect, test } from 'vitest';
import { PageClient } from '../support/page-client.ts';
import { until } from './support/until.ts';
import { World } from './support/world.ts';

let world: World | null = null;
let pages: PageClient[] = [];

afterEach(async () => {
  for (const page of pages) page.close();
  pages = [];
  await world?.close();
  world = null;
});

test('A13 1,000 rooms across three processes leave no channel behind', async () => {
  world = await World.open({ seed: 'one', rooms: 0 });
  const { redis, houses } = world;
  const client = await createClient({ url: redis.url }).connect();
  const channels = async (): Promise<number> => (await client.pubSubShardChannels()).length;
  const before = await channels();
  for (let round = 0; round < 20; round++) {
    pages = await Promise.all(
      Array.from({ length: 100 }, (_, n) => {
        const address = houses[n % houses.length]?.address ?? '';
        return PageClient.open(address, `room-${round}-${n >> 1}`, 'V');
      }),
    );
    expect(await channels()).toBeGreaterThan(before);
    for (const page of pages) page.close();
  }
  await until(async () => (await channels()) === before, 'no channel is left');
  client.destroy();
});
