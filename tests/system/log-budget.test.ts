import { afterEach, expect, test } from 'vitest';
import type { Clock, RoomLog } from '../../shared/room/index.ts';
import { rates } from '../../server/sockets/rate-limit.ts';
import { PageClient } from '../support/page-client.ts';
import { startServer, type TestServer } from '../support/server.ts';

/** Time stands still, so that an allowance once spent stays spent. */
const stillClock: Clock = { now: () => 1_000_000, after: () => () => {} };

let server: TestServer | null = null;
let page: PageClient | null = null;
/** Bytes of all records that were stored. */
let stored = 0;

afterEach(async () => {
  page?.close();
  await server?.close();
  stored = 0;
});

function weighed(log: RoomLog): RoomLog {
  const append: RoomLog['append'] = (room, encoded) => {
    stored += Buffer.byteLength(encoded.json);
    return log.append(room, encoded);
  };
  return { ...log, append };
}

async function writing(): Promise<PageClient> {
  server = await startServer(stillClock, (stores) => ({ ...stores, log: weighed(stores.log) }));
  page = await PageClient.open(server.address, 'budget', 'Anna');
  await page.does({ kind: 'take seat', seat: 'heroku' });
  await page.does({ kind: 'start' });
  return page;
}

/** Pushes the same changes many times; answers how many pushes were taken. */
async function pushes(
  anna: PageClient,
  times: number,
  updates: number,
  changes: (length: number) => readonly (number | readonly [number, ...string[]])[],
): Promise<number> {
  let taken = 0;
  for (let i = 0; i < times; i++) {
    const { epoch, version, text } = anna.state.documents.heroku;
    const many = Array.from({ length: updates }, () => ({
      clientId: 'c',
      changes: changes(text.length),
    }));
    const answer = await anna.wish({ kind: 'edit', seat: 'heroku', epoch, version, updates: many });
    if (answer.ok) {
      taken += 1;
      await anna.until(() => anna.state.seq >= answer.value, 'the push');
    } else expect(answer.refusal.code).toBe('too-fast');
  }
  return taken;
}

test('A10 A17 updates that change nothing are paid for, and stored as short as they are', async () => {
  const anna = await writing();
  const before = stored;
  const zeros = Array<number>(20).fill(0);
  const taken = await pushes(anna, 40, 200, (length) => [length, ...zeros]);
  expect(taken).toBeGreaterThan(0);
  expect((stored - before) / taken).toBeLessThan(200 * 45);
  const more = await pushes(anna, 60, 200, (length) => [length, ...zeros]);
  expect(more).toBeLessThan(60);
  expect(stored).toBeLessThan(1.1 * rates.log.burst);
});

test('A10 A17 whatever is pushed, no more is stored than was paid for', async () => {
  const anna = await writing();
  await anna.type('heroku', '\0'.repeat(15_000));
  await pushes(anna, 8, 1, (length) => [[length, '\u0001'.repeat(15_000)]]);
  await pushes(anna, 8, 1, (length) => [[length]]);
  expect(stored).toBeLessThan(1.1 * rates.log.burst);
});
