import { createClient } from 'redis';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { defaultSettings, type Settings } from '../../shared/battle/index.ts';
import type { Replay } from '../../shared/room/index.ts';
import { smallRoom } from '../../server/sockets/fan-out.ts';
import { PageClient } from '../support/page-client.ts';
import { RedisServer } from '../support/redis-server.ts';
import { ServerProcess } from '../support/server-process.ts';

const settings: Settings = {
  ...defaultSettings,
  walls: 0,
  codingTime: 900_000,
  turns: 8,
  turnTime: 300,
};

/** A process and where it is reached. */
interface Started {
  readonly server: ServerProcess;
  readonly address: string;
}

let redis: RedisServer;
let processes: ServerProcess[] = [];
let pages: PageClient[] = [];
/** Two processes that no test ends. */
let one: Started;
let two: Started;

beforeAll(async () => {
  redis = await RedisServer.start();
  [one, two] = await Promise.all([started(), started()]);
});

afterEach(() => {
  for (const page of pages) page.close();
  pages = [];
});

afterAll(async () => {
  for (const server of processes) await server.end('SIGKILL');
  processes = [];
  await redis.close();
});

async function started(): Promise<Started> {
  const server = new ServerProcess({ REDIS_URL: redis.url });
  processes.push(server);
  return { server, address: await server.address() };
}

async function opened(address: string, name: string, room: string): Promise<PageClient> {
  const page = await PageClient.open(address, room, name);
  pages.push(page);
  return page;
}

// First of all, while no room of another test waits for its owners.
test('A13 rooms that come and go leave no subscription behind', async () => {
  const { address } = one;
  const client = await createClient({ url: redis.url }).connect();
  const channels = async (): Promise<number> => (await client.pubSubShardChannels()).length;
  const before = await channels();
  for (let i = 0; i < 5; i++) {
    const visitors = await Promise.all(
      Array.from({ length: 50 }, (_, n) => PageClient.open(address, `room-${i}-${n}`, 'V')),
    );
    expect(await channels()).toBeGreaterThan(before);
    for (const visitor of visitors) visitor.close();
  }
  await expect.poll(channels, { timeout: 20_000 }).toBe(before);
  client.destroy();
});

test('A4 A13 people on two processes play one match, and each sees all of it', async () => {
  const s = await opened(one.address, 'S', 'match');
  const h = await opened(two.address, 'H', 'match');
  const watcher = await opened(two.address, 'W', 'match');
  await s.does({ kind: 'take seat', seat: 'salesforce' });
  await h.does({ kind: 'take seat', seat: 'heroku' });
  await s.does({ kind: 'make field', settings });
  const here = { here: { salesforce: true, heroku: true }, watching: 1 };
  for (const page of pages) {
    await page.until(
      () => JSON.stringify(page.presence) === JSON.stringify(here),
      `${page.name} knows who is here`,
    );
  }
  await s.does({ kind: 'start' });
  await h.until(() => h.state.phase.kind === 'coding', 'H is coding');
  await s.type('salesforce', 'p.up()\np.right()\n');
  await h.type('heroku', 'for (let i = 0; i < 3; i++) p.wait()\n');
  await s.socket.emitWithAck('say', 'good luck');
  await watcher.until(() => watcher.chat.length > 0, 'talk crosses');
  await s.does({ kind: 'ready' });
  await h.does({ kind: 'ready' });
  for (const page of pages) {
    await page.until(() => page.state.phase.kind === 'result', `${page.name} sees the result`);
  }
  expect(h.state).toEqual(s.state);
  expect(watcher.state).toEqual(s.state);
  expect(s.state.turns.length).toBeGreaterThan(0);
  // What was played on one process is replayed from the other, as soon as it is put away.
  for (const { address } of [one, two]) {
    const replayed = async (): Promise<unknown> => {
      const answer = await fetch(`${address}/api/replay/${s.state.match}`);
      return answer.ok ? ((await answer.json()) as Replay).match : answer.status;
    };
    await expect.poll(replayed, { timeout: 30_000 }).toBe(s.state.match);
  }
});

test('R34 players do not hear the spectators of another process during a match', async () => {
  const s = await opened(one.address, 'S', 'spectators');
  const near = await opened(one.address, 'near', 'spectators');
  const far = await opened(two.address, 'far', 'spectators');
  await s.does({ kind: 'take seat', seat: 'salesforce' });
  await s.does({ kind: 'take seat', seat: 'heroku' });
  await s.does({ kind: 'start' });
  await far.until(() => far.state.phase.kind === 'coding', 'coding is seen');
  await far.say('there is gold behind the wall');
  await near.until(() => near.chat.length > 0, 'spectators talk across');
  await s.say('I hear nothing');
  await far.until(() => far.chat.length > 1, 'what a player says crosses too');
  expect(s.chat.map(({ text }) => text)).toEqual(['I hear nothing']);
});

test('A13 A15 a crowd on two processes hears everything once, in order, and in fewer frames', async () => {
  const writer = await opened(one.address, 'writer', 'crowd');
  await writer.does({ kind: 'take seat', seat: 'heroku' });
  await writer.does({ kind: 'start' });
  const crowd = await Promise.all(
    Array.from({ length: 2 * (smallRoom + 2) }, (_, i) =>
      opened((i % 2 === 0 ? one : two).address, `reader ${i}`, 'crowd'),
    ),
  );
  const lines = 30;
  for (let i = 0; i < lines; i++) await writer.type('heroku', `// line ${i}\n`);
  for (let i = 0; i < 4; i++) await writer.say(`said ${i}`);
  for (const page of crowd) {
    await page.until(() => page.state.documents.heroku.version === lines, 'all letters');
    await page.until(() => page.chat.length >= 4, 'all talk');
    expect(page.state.documents.heroku.text).toBe(writer.state.documents.heroku.text);
    expect(page.chat.map(({ text }) => text)).toEqual(['said 0', 'said 1', 'said 2', 'said 3']);
    // As they came over the wire, before the page itself brings anything into order.
    const told = page.frames.join('\n').matchAll(/\["record",\{"seq":(\d+)/g);
    const seqs = Array.from(told, ([, seq]) => Number(seq));
    expect(seqs).toEqual([...new Set(seqs)].toSorted((a, b) => a - b));
    expect(seqs.length).toBeGreaterThanOrEqual(lines);
  }
  // Both processes gather: some frame of each reader carries more than one message.
  for (const page of crowd) {
    expect(page.frames.some((text) => /"batch",\[.*\],\["/.test(text))).toBe(true);
  }
});

test('A13 A15 what a crowd says on two processes comes in frames they share, each line once', async () => {
  const addresses = [one.address, two.address] as const;
  const crowd = await Promise.all(
    Array.from({ length: 2 * (smallRoom + 2) }, (_, i) =>
      opened(addresses[i % 2 === 0 ? 0 : 1], i % 2 === 0 ? 'even' : 'odd', 'talk'),
    ),
  );
  const shared = (text: string): boolean => text.includes('even says') && text.includes('odd says');
  let said = 0;
  // A frame that only one side has said something in by chance is no harm: they go on talking.
  for (; said < 5 && !crowd.every(({ frames }) => frames.some(shared)); said++) {
    await Promise.all(crowd.map((page) => page.say(`${page.name} says ${said}`)));
    for (const page of crowd) {
      const all = (said + 1) * crowd.length;
      await page.until(() => page.chat.length >= all, `${page.name} hears all talk`);
    }
  }
  for (const page of crowd) {
    expect(page.frames.some(shared)).toBe(true);
    expect(page.chat).toHaveLength(said * crowd.length);
    const events = page.frames.filter((text) => text.startsWith('2['));
    const ids = Array.from(events.join('\n').matchAll(/"id":(\d+)\}/g), ([, id]) => id);
    expect(ids).toHaveLength(new Set(ids).size);
    expect(ids).toHaveLength(said * crowd.length);
  }
});

test('A3 a process that is killed takes nothing with it: the match goes on elsewhere', async () => {
  const third = await started();
  const s = await opened(third.address, 'S', 'killed');
  const h = await opened(two.address, 'H', 'killed');
  await s.does({ kind: 'take seat', seat: 'salesforce' });
  await h.does({ kind: 'take seat', seat: 'heroku' });
  await s.does({ kind: 'make field', settings });
  await s.does({ kind: 'start' });
  await h.until(() => h.state.phase.kind === 'coding', 'H is coding');
  await s.does({ kind: 'ready' });
  await h.does({ kind: 'ready' });
  await h.until(() => h.state.turns.length > 1, 'some turns');
  await third.server.end('SIGKILL');
  await h.until(() => h.presence?.here.salesforce === false, 'S is seen to be away');
  await h.until(() => h.state.phase.kind === 'result', 'the result');
  const first = h.records[0]?.seq ?? 0;
  expect(h.records.map(({ seq }) => seq)).toEqual(h.records.map((_, index) => first + index));
});
