import { request, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { connect as dial, type Socket as NetSocket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { perLine, unlimited, usualLimits, type Limits } from '../../server/limits/index.ts';
import { realClock } from '../../server/real.ts';
import type { Stores } from '../../server/logs/index.ts';
import { protocolVersion } from '../../shared/protocol/index.ts';
import { ask, connect, newCookie, PageClient, type PageSocket } from '../support/page-client.ts';
import { startServer, type TestServer } from '../support/server.ts';

let server: TestServer | null = null;
const sockets: PageSocket[] = [];

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.disconnect();
  await server?.close();
});

type Some = { readonly [Scope in keyof Limits]?: Partial<Limits[Scope]> };

async function serverWith(
  { perAddress, perPerson, inAll }: Some,
  change: (stores: Stores) => Stores = (stores) => stores,
): Promise<string> {
  const limits = {
    perAddress: { ...unlimited.perAddress, ...perAddress },
    perPerson: { ...unlimited.perPerson, ...perPerson },
    inAll: { ...unlimited.inAll, ...inAll },
  };
  server = await startServer(realClock, change, null, limits);
  return server.address;
}

function open(address: string, cookie?: string): PageSocket {
  const socket = connect(address, cookie === undefined ? {} : { cookie });
  sockets.push(socket);
  return socket;
}

async function join(socket: PageSocket, room: string): Promise<unknown> {
  const answer = await ask(socket, 'join', {
    protocol: protocolVersion,
    room,
    name: '',
    since: null,
    chatSince: 0,
  });
  return answer.ok ? 'in' : answer.refusal;
}

/** The answer to a WebSocket handshake that is turned away. */
async function upgrade(address: string, cookie: string): Promise<IncomingMessage> {
  const asked = request(`${address}/socket.io/?EIO=4&transport=websocket`, {
    headers: {
      cookie,
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': Buffer.alloc(16).toString('base64'),
    },
  }).end();
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  response.resume();
  return response;
}

test('B5 cookies of one address are limited, nothing is stored of them, and a socket says why', async () => {
  const calls: string[] = [];
  const watched = (stores: Stores): Stores => {
    const archive = new Proxy(stores.archive, {
      get: (target, name, receiver) => {
        calls.push(String(name));
        return Reflect.get(target, name, receiver) as unknown;
      },
    });
    return { ...stores, archive };
  };
  const address = await serverWith({ perAddress: { people: 20 } }, watched);
  let cookies = 0;
  for (let i = 0; i < 40; i++) {
    const page = await fetch(`${address}/game/somewhere`);
    await page.text();
    const given = page.headers.getSetCookie().length;
    cookies += given;
    expect(page.status).toBe(given === 1 ? 200 : 429);
    if (given === 0) expect(Number(page.headers.get('retry-after'))).toBeGreaterThan(0);
  }
  expect(cookies).toBe(20);
  // What the server itself looks after, whoever comes.
  expect(calls.filter((name) => name !== 'rewriteOld' && name !== 'score')).toEqual([]);
  const socket = open(address);
  const error = await new Promise<Error & { readonly data?: unknown }>((resolve) => {
    socket.once('connect_error', resolve);
  });
  expect(error.message).toBe('too-many-people');
  expect(error.data).toEqual({ retryAfter: expect.any(Number) as number });
});

test('B5 somebody who has a cookie is served however many come without', async () => {
  const address = await serverWith({ perAddress: { people: 1 } });
  const cookie = await newCookie(address);
  const again = await fetch(`${address}/`, { headers: { cookie } });
  expect(again.status).toBe(200);
  expect((await fetch(`${address}/`)).status).toBe(429);
});

test('B5 400 sockets of one cookie: the first are let in, the others hear 429 on both transports', async () => {
  const address = await serverWith({ perPerson: usualLimits.perPerson });
  const cookie = await newCookie(address);
  const most = usualLimits.perPerson.sockets;
  for (let i = 0; i < most; i++) {
    const socket = open(address, cookie);
    await once(socket as unknown as NodeJS.EventEmitter, 'connect');
  }
  const polling = await fetch(`${address}/socket.io/?EIO=4&transport=polling`, {
    headers: { cookie },
  });
  expect(polling.status).toBe(429);
  expect(Number(polling.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await polling.json()).toMatchObject({ code: 'too-many-pages' });
  const turnedAway = await upgrade(address, cookie);
  expect(turnedAway.statusCode).toBe(429);
  expect(Number(turnedAway.headers['retry-after'])).toBeGreaterThan(0);
  const other = open(address, await newCookie(address));
  await once(other as unknown as NodeJS.EventEmitter, 'connect');
});

test('B5 a page that goes makes room for another one', async () => {
  const address = await serverWith({ inAll: { sockets: 1 } });
  const first = await PageClient.open(address, 'full', 'Anna');
  const cookie = await newCookie(address);
  const full = await upgrade(address, cookie);
  expect(full.statusCode).toBe(503);
  expect(Number(full.headers['retry-after'])).toBeGreaterThan(0);
  first.close();
  const second = await PageClient.open(address, 'full', 'Bert', { cookie });
  second.close();
});

test('B5 rooms of one address are limited; rooms that are there, and other people, are not', async () => {
  const address = await serverWith({ perAddress: { rooms: 3 }, perPerson: { rooms: 2 } });
  const [anna, bert] = [await newCookie(address), await newCookie(address)].map((cookie) =>
    open(address, cookie),
  );
  if (anna === undefined || bert === undefined) throw new Error('nobody');
  expect(await join(anna, 'one')).toBe('in');
  expect(await join(anna, 'two')).toBe('in');
  const full = { code: 'too-many-rooms', details: { retryAfter: expect.any(Number) as number } };
  expect(await join(anna, 'three')).toEqual(full);
  expect(await join(anna, 'one')).toBe('in');
  expect(await join(bert, 'three')).toBe('in');
  expect(await join(bert, 'four')).toEqual(full);
  expect(await join(bert, 'two')).toBe('in');
});

test('B5 a process serves no more rooms than it may, and says that it is full', async () => {
  const address = await serverWith({ inAll: { rooms: 1 } });
  const [anna, bert] = [await newCookie(address), await newCookie(address)].map((cookie) =>
    open(address, cookie),
  );
  if (anna === undefined || bert === undefined) throw new Error('nobody');
  expect(await join(anna, 'one')).toBe('in');
  expect(await join(bert, 'two')).toMatchObject({ code: 'server-full' });
  expect(await join(bert, 'one')).toBe('in');
});

test('B5 those who come together into a room only one of them may open are all let in', async () => {
  const address = await serverWith({ perPerson: { rooms: 1 } });
  const [anna, bert] = [await newCookie(address), await newCookie(address)].map((cookie) =>
    open(address, cookie),
  );
  if (anna === undefined || bert === undefined) throw new Error('nobody');
  expect(await join(anna, 'hers')).toBe('in');
  expect(await Promise.all([join(anna, 'together'), join(bert, 'together')])).toContain('in');
  expect(await join(anna, 'together')).toBe('in');
});

test('B5 matches of one person are limited; what the rules refuse and what is typed costs nothing', async () => {
  const address = await serverWith({ perPerson: { matches: 1 }, perAddress: { matches: 2 } });
  const anna = await PageClient.open(address, 'hers', 'Anna');
  for (let i = 0; i < 3; i++) {
    expect(await anna.wish({ kind: 'start' })).toMatchObject({ refusal: { code: 'no-seat' } });
  }
  const begin = async (page: PageClient): Promise<unknown> => {
    await page.does({ kind: 'take seat', seat: 'salesforce' });
    return page.wish({ kind: 'start' });
  };
  expect(await begin(anna)).toMatchObject({ ok: true });
  const elsewhere = await PageClient.open(address, 'another', 'Anna', { cookie: anna.cookie });
  expect(await begin(elsewhere)).toMatchObject({
    refusal: { code: 'too-many-matches', details: { retryAfter: expect.any(Number) as number } },
  });
  const bert = await PageClient.open(address, 'third', 'Bert');
  expect(await begin(bert)).toMatchObject({ ok: true });
  for (const page of [anna, elsewhere, bert]) page.close();
});

test.each([
  ['one address', { perAddress: { sockets: 1 } }, '127.0.0.2', true],
  ['all addresses', { inAll: { sockets: 1 } }, '127.0.0.2', false],
] as const)(
  'B5 connections on which nothing is said are bounded, of %s',
  async (_whose, limits, elsewhere, getsIn) => {
    const { port } = new URL(await serverWith(limits));
    const lines: NetSocket[] = [];
    /** A connection, and whether the server ends it before it answers. */
    const dialled = async (localAddress: string): Promise<boolean> => {
      const line = dial({ host: '127.0.0.1', port: Number(port), localAddress });
      lines.push(line);
      line.on('error', () => {});
      await once(line, 'connect');
      return new Promise((resolve) => {
        line.once('data', () => resolve(true));
        line.once('close', () => resolve(false));
        line.write('GET /healthz HTTP/1.1\r\nHost: here\r\n\r\n');
      });
    };
    try {
      for (let i = 0; i < perLine; i++) expect(await dialled('127.0.0.1')).toBe(true);
      expect(await dialled('127.0.0.1')).toBe(false);
      expect(await dialled(elsewhere)).toBe(getsIn);
      lines[0]?.destroy();
      await expect.poll(() => dialled('127.0.0.1')).toBe(true);
    } finally {
      for (const line of lines) line.destroy();
    }
  },
);
