import { afterEach, expect, test } from 'vitest';
import { protocolVersion } from '../../shared/protocol/index.ts';
import { cutOff } from '../../server/sockets/page.ts';
import { mostUnanswered } from '../../server/sockets/page-messages.ts';
import { realClock } from '../../server/real.ts';
import { newCookie, PageClient } from '../support/page-client.ts';
import { rawPolling, rawSocket, rawUpgraded, type RawLine } from '../support/raw-lines.ts';
import { startServer, type TestServer } from '../support/server.ts';

let endings: (() => unknown)[] = [];

afterEach(async () => {
  for (const end of endings.toReversed()) await end();
  endings = [];
});

/** Every look at it is a second later, so that no allowance ever runs out. */
function hurryingClock(): typeof realClock {
  let ahead = 0;
  return { ...realClock, now: () => Date.now() + (ahead += 1000) };
}

async function serving(...how: Parameters<typeof startServer>): Promise<TestServer> {
  const server = await startServer(...how);
  endings.push(() => server.close());
  return server;
}

/** Letters of a room that is sent whole; three bytes each on the wire. */
const roomSize = 19_000;

/** A room that weighs this much each time it is sent whole. */
async function heavyRoom(server: TestServer): Promise<PageClient> {
  const anna = await PageClient.open(server.address, 'heavy', 'Anna');
  endings.push(() => anna.close());
  await anna.does({ kind: 'take seat', seat: 'heroku' });
  const settings = { ...anna.state.settings, codingTime: 900_000 };
  await anna.does({ kind: 'make field', settings });
  await anna.does({ kind: 'start' });
  expect(await anna.type('heroku', '語'.repeat(roomSize))).toMatchObject({ ok: true });
  return anna;
}

const joinHeavy = JSON.stringify([
  'join',
  { protocol: protocolVersion, room: 'heavy', name: '', since: null, chatSince: 0 },
]);

function closing<T extends RawLine>(line: T): T {
  endings.push(() => line.close());
  return line;
}

test('A15 A17 who asks over polling and never fetches is cut off before it costs more than others may', async () => {
  const server = await serving(hurryingClock());
  const anna = await heavyRoom(server);
  const line = closing(await rawPolling(server.address, await newCookie(server.address), false));
  await line.say('40');
  let asked = 0;
  // Each is answered before the next is asked, since one page is made one answer at a time.
  while ((await line.post(`42${asked}${joinHeavy}`)) === 200) asked += 1;
  expect(asked * roomSize).toBeLessThan(1.5 * cutOff);
  expect(asked * roomSize).toBeGreaterThan(cutOff / 4);
  expect(await line.fetchOnce()).toBe(400);
  expect(await anna.say('nothing happened')).toMatchObject({ ok: true });
});

test('A17 small answers that are never fetched are bounded in number', async () => {
  const server = await serving(hurryingClock());
  const line = closing(await rawPolling(server.address, await newCookie(server.address), false));
  await line.say('40');
  let posts = 0;
  while ((await line.post(Array<string>(100).fill('421["time"]').join('\u001e'))) === 200) posts++;
  expect(posts).toBeLessThan(30);
});

const pings = { interval: 120, patience: 120 };

test('A17 answers to questions that were never fetched prove nothing: such a line is gone', async () => {
  const server = await serving(realClock, undefined, null, undefined, { pings });
  const line = closing(await rawPolling(server.address, await newCookie(server.address), false));
  let posts = 0;
  // It answers for ever; only time can end it.
  while ((await line.post(posts === 0 ? '40' : '3')) === 200) posts += 1;
  expect(posts).toBeGreaterThan(0);
});

test.each([
  ['a WebSocket', rawSocket],
  ['polling', rawPolling],
  ['polling that goes on as a WebSocket', rawUpgraded],
] as const)('A17 answers nobody asked for keep no question away, over %s', async (_way, open) => {
  const server = await serving(realClock, undefined, null, undefined, { pings });
  const line = closing<RawLine>(await open(server.address, await newCookie(server.address)));
  await line.say('40');
  await line.say('3', '3', '3');
  await line.until((packet) => packet === '2', 'a question');
  // It goes on from question to question, and ends with the first that is not answered.
  await line.say('3', '3', '3');
  await line.ended;
  expect(line.heard.filter((packet) => packet === '2').length).toBeGreaterThan(1);
});

test('A15 A17 however much one page asks for at once, one large answer is made at a time', async () => {
  let making = 0;
  let most = 0;
  const server = await serving(hurryingClock(), (stores) => ({
    ...stores,
    log: {
      ...stores.log,
      load: (room) => stores.log.load(room),
      append: (room, encoded) => stores.log.append(room, encoded),
      compact: (room, snapshot) => stores.log.compact(room, snapshot),
      restore: (room, stored) => stores.log.restore(room, stored),
      forgetIdle: (before) => stores.log.forgetIdle(before),
      close: () => stores.log.close(),
      since: async (room, seq) => {
        most = Math.max(most, (making += 1));
        const records = await stores.log.since(room, seq);
        await new Promise(setImmediate);
        making -= 1;
        return records;
      },
    },
  }));
  await heavyRoom(server);
  const line = closing(await rawSocket(server.address, await newCookie(server.address)));
  await line.say('40');
  await line.until((packet) => packet.startsWith('40{'), 'the answer to CONNECT');
  await line.say(`420${joinHeavy}`);
  await line.until((packet) => packet.startsWith('430['), 'the room');
  await line.say(...Array.from({ length: 3000 }, (_, i) => `42${i + 1}["since",1]`));
  await line.until((packet) => packet.startsWith('433000['), 'the last answer');
  // Those that were refused are answered first.
  await line.say('423001["since",1]');
  await line.until((packet) => packet.startsWith('433001['), 'an answer after all others');
  const answers = line.heard.filter((packet) => packet.startsWith('43'));
  expect(answers).toHaveLength(3002);
  expect(answers.filter((text) => text.includes('"records"')).length).toBeLessThan(
    mostUnanswered + 3,
  );
  expect(most).toBe(1);
});
