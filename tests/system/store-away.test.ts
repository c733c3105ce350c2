import { afterEach, expect, test } from 'vitest';
import { openDatabase, type OpenedFolder } from '../../server/logs/sqlite/database.ts';
import { storesIn } from '../../server/logs/sqlite/index.ts';
import { realClock } from '../../server/real.ts';
import { PageClient } from '../support/page-client.ts';
import { startServer, temporaryFolder } from '../support/server.ts';

const endings: (() => unknown)[] = [];

afterEach(async () => {
  for (const end of endings.splice(0).toReversed()) await end();
});

/** A server on SQLite whose file can be made read-only under it. */
async function serving(): Promise<{ address: string; database: OpenedFolder['database'] }> {
  const folder = temporaryFolder();
  endings.push(() => folder.remove());
  const opened = openDatabase(folder.path);
  if (!opened.ok) throw new Error(opened.refusal.code);
  const stores = storesIn(folder.path, opened.value, () => realClock.now());
  const server = await startServer(realClock, () => stores);
  endings.push(() => server.close());
  return { address: server.address, database: opened.value.database };
}

test('D5 people are told that nothing is stored, and health says why, until it is over', async () => {
  const { address, database } = await serving();
  const anna = await PageClient.open(address, 'hers', 'Anna');
  endings.push(() => anna.close());
  const storing: boolean[] = [];
  anna.socket.on('storing', (delayed) => storing.push(delayed));
  const readiness = async (): Promise<string> => {
    const answer = await fetch(`${address}/readyz`);
    return `${answer.status} ${(await answer.text()).trim()}`;
  };
  expect(await readiness()).toBe('200 ok');

  database.pragma('query_only = 1');
  // A line of talk is written at once; the room is not lost by it.
  expect(await anna.say('hello')).toMatchObject({ refusal: { code: 'storage-failed' } });
  await expect.poll(() => storing).toEqual([true]);
  await expect.poll(readiness).toBe('503 storage-failed: read-only');
  const again = await PageClient.open(address, 'hers', 'Bert');
  endings.push(() => again.close());
  expect(again.joins[0]).toMatchObject({ storingDelayed: true });

  database.pragma('query_only = 0');
  await expect.poll(readiness, { timeout: 20_000 }).toBe('200 ok');
  await expect.poll(() => storing).toEqual([true, false]);
  expect(await anna.say('hello again')).toMatchObject({ ok: true });
});
