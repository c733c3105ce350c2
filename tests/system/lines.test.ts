import { connect as openTcp } from 'node:net';
import type { Socket } from 'socket.io-client';
import { afterEach, expect, test } from 'vitest';
import { protocolVersion, type CursorPosition } from '../../shared/protocol/index.ts';
import { goneAfter } from '../../shared/room/host/index.ts';
import type { Stores } from '../../server/logs/index.ts';
import { ask, connect, newCookie, PageClient, type PageSocket } from '../support/page-client.ts';
import { HandClock } from '../support/hand-clock.ts';
import { startServer, type TestServer } from '../support/server.ts';

let endings: (() => unknown)[] = [];

afterEach(async () => {
  for (const end of endings.toReversed()) await end();
  endings = [];
});

async function serving(...how: Parameters<typeof startServer>): Promise<TestServer> {
  const server = await startServer(...how);
  endings.push(() => server.close());
  return server;
}

async function opened(server: TestServer, room: string, name: string): Promise<PageClient> {
  const page = await PageClient.open(server.address, room, name);
  endings.push(() => page.close());
  return page;
}

/** An open connection with a session that is in no room. */
async function line(server: TestServer, cookie?: string): Promise<PageSocket> {
  const socket = connect(server.address, { cookie: cookie ?? (await newCookie(server.address)) });
  endings.push(() => socket.disconnect());
  await new Promise<void>((resolve) => socket.on('connect', () => resolve()));
  return socket;
}

const join = { protocol: protocolVersion, name: '', since: null, chatSince: 0 };

test('R4 whoever asks for two rooms at once is in the last one, and in none once gone', async () => {
  const server = await serving();
  const one = await opened(server, 'one', 'Anna');
  const two = await opened(server, 'two', 'Ben');
  const hasty = await line(server);
  await Promise.all(['one', 'two'].map((room) => ask(hasty, 'join', { ...join, room })));
  await two.until(() => two.presence?.watching === 2, 'a second person watches');
  await one.until(() => one.presence?.watching === 1, 'nobody else watches any more');
  hasty.disconnect();
  await two.until(() => two.presence?.watching === 1, 'nobody else watches any more');
  expect(await one.say('only me here')).toMatchObject({ ok: true });
});

test('A5 coming into the same room again keeps the place in it', async () => {
  const server = await serving();
  const socket = await line(server);
  expect(await ask(socket, 'join', { ...join, room: 'same' })).toMatchObject({ ok: true });
  expect(await ask(socket, 'wish', { kind: 'take seat', seat: 'heroku' })).toMatchObject({
    ok: true,
  });
  expect(await ask(socket, 'join', { ...join, room: 'same', since: 1 })).toMatchObject({
    ok: true,
    value: { catchUp: { kind: 'records', records: [{ seq: 2 }] }, presence: { watching: 0 } },
  });
  expect(await ask(socket, 'wish', { kind: 'start' })).toMatchObject({ ok: true });
});

test('A6 a room with people in it is not forgotten, however quiet it is', async () => {
  const clock = new HandClock();
  const server = await serving(clock);
  const anna = await opened(server, 'quiet', 'Anna');
  await anna.say('nothing will happen for long');
  await clock.pass(50 * 60 * 60 * 1000);
  await anna.does({ kind: 'take seat', seat: 'heroku' });
  const chat = await ask(anna.socket, 'chatSince', 0);
  expect(chat).toMatchObject({ ok: true, value: [{ text: 'nothing will happen for long' }] });
});

test('A6 a room nobody is in is forgotten after a day', async () => {
  const clock = new HandClock();
  const server = await serving(clock);
  const anna = await opened(server, 'left', 'Anna');
  const other = await opened(server, 'other', 'Ben');
  await anna.does({ kind: 'take seat', seat: 'heroku' });
  const left = anna.state.room;
  anna.close();
  const rooms = async (): Promise<string> => (await fetch(`${server.address}/metrics`)).text();
  await expect.poll(rooms).toContain('game_connections 1\n');
  // The room waits for the owner of its seat before it goes.
  await expect
    .poll(async () => {
      await clock.pass(goneAfter);
      return rooms();
    })
    .toContain('game_rooms 1\n');
  await clock.pass(26 * 60 * 60 * 1000);
  expect(await server.stores.log.since(left, 1)).toBe('gone');
  expect(other.socket.connected).toBe(true);
});

test('one person in many tabs may send twice as much as in one, and no more', async () => {
  const clock = new HandClock();
  const server = await serving(clock);
  const cookie = await newCookie(server.address);
  const tabs = [await line(server, cookie), await line(server, cookie), await line(server, cookie)];
  const answers = [];
  for (const tab of tabs) {
    await ask(tab, 'join', { ...join, room: 'tabs' });
    for (let i = 0; i < 8; i++) answers.push(await ask(tab, 'say', `line ${i}`));
  }
  const codes = answers.map((answer) => (answer.ok ? 'ok' : answer.refusal.code));
  const tab = (said: number): string[] => [
    ...Array<string>(said).fill('ok'),
    ...Array<string>(8 - said).fill('too-fast'),
  ];
  expect(codes).toEqual([...tab(6), ...tab(6), ...tab(0)]);
  // Coming back with the same cookie brings nothing either; time does.
  tabs[0]?.disconnect();
  const back = await line(server, cookie);
  await ask(back, 'join', { ...join, room: 'tabs' });
  expect(await ask(back, 'say', 'again')).toMatchObject({ refusal: { code: 'too-fast' } });
  await clock.pass(1000);
  expect(await ask(back, 'say', 'and again')).toMatchObject({ ok: true });
});

test('a page of another version is told so, whatever else it says', async () => {
  const socket = await line(await serving());
  expect(await ask(socket, 'join', { protocol: 99, where: 'somewhere' })).toEqual({
    ok: false,
    refusal: { code: 'old-page', details: { version: protocolVersion } },
  });
});

test('A12 a cursor reaches the others from the owner of its seat only, and in a match only', async () => {
  const server = await serving();
  const anna = await opened(server, 'cursors', 'Anna');
  const ben = await opened(server, 'cursors', 'Ben');
  const heard: CursorPosition[] = [];
  ben.socket.on('cursor', (cursor) => void heard.push(cursor));
  const before = { seat: 'heroku', epoch: 1, version: 0, anchor: 3, head: 5 } as const;
  // What was sent before a chat line of the same page has arrived when that line has.
  const sent = async (from: PageClient, what: unknown): Promise<void> => {
    (from.socket as unknown as Socket).emit('cursor', what);
    const before = ben.chat.length;
    await from.say('mark');
    await ben.until(() => ben.chat.length > before, 'the mark');
  };
  await anna.does({ kind: 'take seat', seat: 'heroku' });
  await sent(anna, before);
  expect(heard).toEqual([]);
  await anna.does({ kind: 'start' });
  const cursor = { ...before, epoch: anna.state.documents.heroku.epoch };
  await sent(anna, { ...cursor, epoch: cursor.epoch - 1 });
  expect(heard).toEqual([]);
  await sent(anna, cursor);
  expect(heard).toEqual([cursor]);
  await sent(anna, { ...cursor, seat: 'salesforce' });
  await sent(anna, { ...cursor, head: -1 });
  expect(heard).toEqual([cursor]);
});

test('A18 while going down, what is under way is answered and new wishes are refused', async () => {
  let release = (): void => {};
  let held = (): void => {};
  const holding = new Promise<void>((resolve) => (held = resolve));
  const slow = (stores: Stores): Stores => ({
    ...stores,
    log: {
      ...stores.log,
      append: async (room, encoded) => {
        if (encoded.record.entries.some(({ kind }) => kind === 'coding started')) {
          held();
          await new Promise<void>((resolve) => (release = resolve));
        }
        return stores.log.append(room, encoded);
      },
    },
  });
  const server = await startServer(undefined, slow);
  const anna = await opened(server, 'end', 'Anna');
  const ben = await opened(server, 'end', 'Ben');
  await anna.does({ kind: 'take seat', seat: 'heroku' });
  const starting = anna.wish({ kind: 'start' });
  await holding;
  const closed = server.close();
  await ben.until(() => ben.closings.length === 1, 'told of the end');
  expect(await ben.wish({ kind: 'take seat', seat: 'salesforce' })).toMatchObject({
    refusal: { code: 'closing' },
  });
  expect(await ask(ben.socket, 'join', { ...join, room: 'end' })).toMatchObject({
    refusal: { code: 'closing' },
  });
  const gone = new Promise<void>((resolve) => ben.socket.on('disconnect', () => resolve()));
  release();
  expect(await starting).toMatchObject({ ok: true });
  await gone;
  await closed;
});

test('a store that cannot be reached is refused as such, and health says so', async () => {
  let broken = false;
  const failing = (stores: Stores): Stores => ({
    ...stores,
    archive: {
      ...stores.archive,
      score: async (room) => {
        if (broken) throw new Error('unplugged');
        return stores.archive.score(room);
      },
    },
  });
  const server = await serving(undefined, failing);
  const socket = await line(server);
  expect((await fetch(`${server.address}/readyz`)).status).toBe(200);
  broken = true;
  const health = await fetch(`${server.address}/readyz`);
  expect([health.status, await health.text()]).toEqual([503, 'storage-failed\n']);
  expect(await ask(socket, 'join', { ...join, room: 'new' })).toMatchObject({
    refusal: { code: 'storage-failed' },
  });
  broken = false;
  expect(await ask(socket, 'join', { ...join, room: 'new' })).toMatchObject({ ok: true });
});

test('A17 events nobody knows are passed over and counted', async () => {
  const server = await serving();
  const odd = (await line(server)) as unknown as Socket;
  odd.emit('decide winner', 'me');
  odd.emit('error', 'boom');
  odd.emit('__proto__', {});
  expect(await odd.emitWithAck('time')).toMatchObject({ ok: true });
  const metrics = await (await fetch(`${server.address}/metrics`)).text();
  expect(metrics).toContain('game_messages_total{kind="unknown"} 3');
});

test.each([
  ['no packet at all', 'hello'],
  ['broken JSON', '42["wish",{'],
  ['no event name', '42[{}]'],
  ['a name that is kept', '42["disconnect"]'],
  ['a huge acknowledgement number', `42${'9'.repeat(400)}["time"]`],
  ['an announced attachment that never comes', '451-["say",{"_placeholder":true,"num":0}]'],
  ['an answer to nothing', '4399[]'],
  ['another namespace', '40/admin,'],
])('A17 a frame with %s troubles nobody else', async (_what, frame) => {
  const server = await serving();
  const anna = await opened(server, 'frames', 'Anna');
  const odd = await line(server);
  odd.io.reconnection(false);
  // Past the client's own encoder, as a hand-made client would do it.
  const raw = odd.io.engine as unknown as { transport: { ws: { send(text: string): void } } };
  raw.transport.ws.send(frame);
  raw.transport.ws.send('42["say","after"]');
  expect(await anna.say('still here')).toMatchObject({ ok: true });
  expect(anna.joins).toHaveLength(1);
  expect((await fetch(`${server.address}/healthz`)).status).toBe(200);
});

test('A17 bytes that are no HTTP are answered with 400', async () => {
  const server = await serving();
  const { hostname, port } = new URL(server.address);
  const answer = await new Promise<string>((resolve, reject) => {
    const tcp = openTcp({ host: hostname, port: Number(port) });
    let text = '';
    tcp.setEncoding('utf8');
    tcp.on('data', (data) => (text += String(data)));
    tcp.on('close', () => resolve(text));
    tcp.on('error', reject);
    tcp.write('\u0016\u0003\u0001 nonsense\r\n\r\n');
  });
  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  expect((await fetch(`${server.address}/healthz`)).status).toBe(200);
});
