import { afterEach, beforeEach, expect, test } from 'vitest';
import { defaultSettings } from '../../shared/battle/index.ts';
import { protocolVersion } from '../../shared/protocol/index.ts';
import type { Clock } from '../../shared/room/index.ts';
import { ask, connect, newCookie, PageClient, type PageSocket } from '../support/page-client.ts';
import { startServer, type TestServer } from '../support/server.ts';

/** Time stands still, so that an allowance once spent stays spent. */
const stillClock: Clock = { now: () => 1_000_000, after: () => () => {} };

let server: TestServer;
let open: (() => void)[] = [];

beforeEach(async () => {
  server = await startServer(stillClock);
});

afterEach(async () => {
  for (const close of open) close();
  open = [];
  await server.close();
});

async function opened(name: string, room: string, cookie?: string): Promise<PageClient> {
  const page = await PageClient.open(
    server.address,
    room,
    name,
    cookie === undefined ? {} : { cookie },
  );
  open.push(() => page.close());
  return page;
}

/** A connection with a session that is in no room. */
async function stranger(): Promise<PageSocket> {
  const socket = connect(server.address, { cookie: await newCookie(server.address) });
  open.push(() => socket.disconnect());
  return socket;
}

/** Why a connection was not let in. */
function turnedAway(coming: Parameters<typeof connect>[1]): Promise<string> {
  const socket = connect(server.address, coming);
  open.push(() => socket.disconnect());
  return new Promise((resolve, reject) => {
    socket.on('connect_error', (error) => resolve(error.message));
    socket.on('connect', () => reject(new Error('was let in')));
  });
}

const join = { protocol: protocolVersion, room: 'door', name: '', since: null, chatSince: 0 };

const refusal = (code: string, details = {}) => ({
  ok: false,
  refusal: { code, details: expect.objectContaining(details) as unknown },
});

test('R5 nobody comes in without a session', async () => {
  expect(await turnedAway({})).toBe('no-session');
});

test('R5 a forged session is none', async () => {
  const [id] = (await newCookie(server.address)).split('.');
  const other = (await newCookie(server.address)).split('.')[1];
  expect(await turnedAway({ cookie: `${id}.${other}` })).toBe('no-session');
  expect(await turnedAway({ cookie: `${id}.` })).toBe('no-session');
});

test('pages of another site are refused before anything else', async () => {
  const cookie = await newCookie(server.address);
  const handshake = `${server.address}/socket.io/?EIO=4&transport=polling`;
  const foreign = await fetch(handshake, { headers: { cookie, origin: 'https://evil.example' } });
  expect(foreign.status).toBe(403);
  expect(await foreign.text()).toContain('origin-refused');
  const own = await fetch(handshake, { headers: { cookie, origin: server.address } });
  expect(own.status).toBe(200);
  await own.text();
  await turnedAway({ cookie, origin: 'https://evil.example' });
});

test.each([
  ['join', null],
  ['join', { ...join, since: -1 }],
  ['join', { ...join, extra: 1 }],
  ['wish', { kind: 'win' }],
  ['wish', { kind: 'take seat', seat: 'bug' }],
  ['wish', { kind: 'edit', seat: 'heroku', epoch: 1, version: 0, updates: [] }],
  ['since', 'all'],
  ['say', ''],
  ['say', 'x'.repeat(301)],
  ['say', { toString: 'x' }],
  ['chatSince', 1.5],
])('A17 a malformed %s is refused as such: %j', async (event, input) => {
  const page = await opened('Anna', 'door');
  expect(await ask(page.socket, event, input)).toMatchObject(refusal('bad-message'));
});

test('R1 a room name that cannot be is refused', async () => {
  const socket = await stranger();
  for (const room of ['', 'a b', 'a/b', '..', 'x'.repeat(41), '🙂']) {
    expect(await ask(socket, 'join', { ...join, room })).toMatchObject(refusal('bad-room-name'));
  }
  expect(await ask(socket, 'join', { ...join, room: '部屋-1' })).toMatchObject({ ok: true });
});

test('a page of another version is told which one is current', async () => {
  expect(await ask(await stranger(), 'join', { ...join, protocol: 0 })).toMatchObject(
    refusal('old-page', { version: protocolVersion }),
  );
});

test('who is in no room may do nothing in one', async () => {
  const socket = await stranger();
  const outside = [
    ['wish', { kind: 'start' }],
    ['since', 0],
    ['say', 'hello'],
    ['chatSince', 0],
  ] as const;
  for (const [event, input] of outside) {
    expect(await ask(socket, event, input)).toMatchObject(refusal('not-in-room'));
  }
  expect(await ask(socket, 'time')).toEqual({ ok: true, value: stillClock.now() });
});

test('who sends too fast is refused, and others are not', async () => {
  const anna = await opened('Anna', 'door');
  const ben = await opened('Ben', 'door');
  const answers = [];
  for (let i = 0; i < 10; i++) answers.push(await anna.say(`line ${i}`));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(6);
  expect(answers.slice(6)).toMatchObject(Array.from({ length: 4 }, () => refusal('too-fast')));
  expect(await ben.say('still here')).toMatchObject({ ok: true });
});

test('R6 fields are made as often as their cells allow, and small ones far oftener', async () => {
  const made = async (page: PageClient, side: number, times: number): Promise<number> => {
    const settings = { ...defaultSettings, width: side, height: side };
    const answers = [];
    for (let i = 0; i < times; i++) answers.push(await page.wish({ kind: 'make field', settings }));
    expect(answers.filter(({ ok }) => !ok)).toMatchObject(
      answers.filter(({ ok }) => !ok).map(() => refusal('too-fast')),
    );
    return answers.filter(({ ok }) => ok).length;
  };
  const anna = await opened('Anna', 'large');
  await anna.does({ kind: 'take seat', seat: 'heroku' });
  expect(await made(anna, 64, 4)).toBe(2);
  const ben = await opened('Ben', 'small');
  await ben.does({ kind: 'take seat', seat: 'heroku' });
  expect(await made(ben, 8, 12)).toBe(12);
});

test('A10 letters are counted, deleted ones too: whole programs are not replaced for ever', async () => {
  const anna = await opened('Anna', 'letters');
  for (const seat of ['salesforce', 'heroku'] as const)
    await anna.does({ kind: 'take seat', seat });
  await anna.does({ kind: 'start' });
  const answers: (string | true)[] = [];
  for (let i = 0; i < 8; i++) {
    const { epoch, version, text, lockedTo } = anna.state.documents.heroku;
    const insert = String(i % 10).repeat(19_000);
    const changes = [lockedTo, [text.length - lockedTo, insert]] as const;
    const updates = [{ clientId: 'Anna', changes }];
    const answer = await anna.wish({ kind: 'edit', seat: 'heroku', epoch, version, updates });
    if (answer.ok) await anna.until(() => anna.state.seq >= answer.value, 'the edit');
    answers.push(answer.ok || answer.refusal.code);
  }
  // 19,000 letters the first time, 38,000 each later time.
  expect(answers).toEqual([true, true, true, ...Array<string>(5).fill('too-fast')]);
});

test('R2 a taken seat answers by whom, and another cookie may not use it', async () => {
  const anna = await opened('Anna', 'door');
  const ben = await opened('Ben', 'door');
  await anna.does({ kind: 'take seat', seat: 'heroku' });
  expect(await ben.wish({ kind: 'take seat', seat: 'heroku' })).toMatchObject(
    refusal('seat-taken', { seat: 'heroku', by: 'Anna' }),
  );
  expect(await ben.wish({ kind: 'leave seat', seat: 'heroku' })).toMatchObject(
    refusal('not-your-seat'),
  );
  expect(await ben.wish({ kind: 'start' })).toMatchObject(refusal('no-seat'));
  await anna.does({ kind: 'start' });
  await ben.until(() => ben.state.phase.kind === 'coding', 'coding');
  expect(await ben.type('heroku', 'p.up();\n')).toMatchObject(refusal('not-your-seat'));
  const again = await opened('Anna elsewhere', 'door', anna.cookie);
  expect(await again.type('heroku', 'p.up();\n')).toMatchObject({ ok: true });
});

test('R7 settings no field can be made by are refused with what is possible', async () => {
  const anna = await opened('Anna', 'door');
  const settings = { ...defaultSettings, width: 3, height: 3, walls: 10, gold: 0 };
  expect(await anna.wish({ kind: 'make field', settings })).toMatchObject(
    refusal('settings-refused', {
      reason: 'setting-does-not-fit',
      field: 'walls',
      min: 0,
      max: 3,
    }),
  );
  expect(anna.state.settings).toEqual(defaultSettings);
});

test('a program may have 20,000 characters and not one more', async () => {
  const anna = await opened('Anna', 'door');
  await anna.does({ kind: 'take seat', seat: 'heroku' });
  await anna.does({ kind: 'start' });
  const before = anna.state.documents.heroku.text.length;
  expect(await anna.type('heroku', 'x'.repeat(20_001 - before))).toMatchObject(
    refusal('program-too-long', { maximum: 20_000 }),
  );
  expect(anna.state.documents.heroku.text).toHaveLength(before);
  expect(await anna.type('heroku', 'x'.repeat(20_000 - before))).toMatchObject({ ok: true });
});
