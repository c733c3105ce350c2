import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepAll } from '../../server/archive/retention.ts';
import { unlimited } from '../../server/limits/index.ts';
import { PageClient } from '../support/page-client.ts';
import { startServer, type TestServer } from '../support/server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.close());

/** The status line that a request written by hand is answered with. */
function statusOf(method: string, address: string, more = ''): Promise<number> {
  const { port } = new URL(server.address);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1');
    let heard = '';
    socket.setEncoding('latin1').on('data', (text: string) => (heard += text));
    socket.on('error', reject);
    socket.on('close', () => resolve(Number(/^HTTP\/1\.1 (\d{3}) /.exec(heard)?.[1] ?? 0)));
    socket.write(`${method} ${address} HTTP/1.1\r\nHost: here\r\n`, 'latin1');
    socket.write(more === '' ? 'Connection: close\r\n\r\n' : `${more}\r\n\r\n`);
  });
}

const routes = ['/', '/game/', '/replay/', '/api/replay/', '/api/ops/', '/assets/', '/help/', '/x'];
routes.push('/metrics/', '/healthz/', '/learn/', '/socket.io/', '/socket.io');
const endings = ['#%ff', '%ff', '%', '%0', '%zz', '%00', '%c0%80', '\\', '#', '?#%ff', '\u00e9'];
const bad = routes.flatMap((route) => endings.map((ending) => `${route}${ending}`));
bad.push('*', 'http://here/x', 'http://%ff/', 'x', '?x', '#', `/${'a'.repeat(5000)}`, '/..%ff/x');
const odd = ['//', '//x', '//%', '/game//x', '/game/x/%ff', '/game/x\\y', '/replay/..%2f..%2fx'];

test.each(['GET', 'HEAD'])(
  'A17 an address nobody can mean is a bad request: %s',
  async (method) => {
    const answers = await Promise.all(
      [...bad, ...odd].map(async (address) => [address, await statusOf(method, address)] as const),
    );
    // Socket.IO’s own address knows GET and POST alone.
    const wrong = answers.filter(([address, status]) =>
      address.startsWith('/socket.io/')
        ? ![400, 405].includes(status)
        : ![400, 404].includes(status),
    );
    expect(wrong).toEqual([]);
  },
);

test('A17 the same of a request that would become a WebSocket, at once', async () => {
  const upgrade = 'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13';
  const key = `${upgrade}\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==`;
  const answers = await Promise.all(
    [...bad, '/', '/game/x', '/healthz'].map(
      async (address) => [address, await statusOf('GET', address, key)] as const,
    ),
  );
  expect(answers.filter(([, status]) => status !== 400 && status !== 404)).toEqual([]);
  expect((await fetch(`${server.address}/healthz`)).status).toBe(200);
});

test('A17 a bad address costs nobody else anything, and honest ones still work', async () => {
  for (const address of [
    '/',
    '/game/x',
    '/game/%E9%83%A8%E5%B1%8B',
    '/replay/x?a=%',
    '/help?%ff',
  ]) {
    expect([address, await statusOf('GET', address)]).toEqual([address, 200]);
  }
});

test('R5 behind TLS an old cookie is moved to the name for it, and nobody becomes another', async () => {
  const secured = await startServer(undefined, undefined, null, undefined, {
    config: {
      trustProxy: 1,
      origins: null,
      opsToken: null,
      limits: unlimited,
      keepReplays: keepAll,
    },
  });
  const ask = async (headers: Record<string, string>): Promise<Headers> => {
    const response = await fetch(`${secured.address}/`, { headers });
    await response.text();
    return response.headers;
  };
  const tls = { 'x-forwarded-proto': 'https' };
  const plain = await ask({});
  expect(plain.has('strict-transport-security')).toBe(false);
  const old = plain.getSetCookie()[0]?.split(';', 1)[0] ?? '';
  expect(old).toMatch(/^person=/);
  const moved = await ask({ ...tls, cookie: old });
  expect(moved.get('strict-transport-security')).toMatch(/^max-age=\d{8}$/);
  const [now = '', gone = ''] = moved.getSetCookie();
  expect(now.split(';', 1)[0]).toBe(`__Host-${old}`);
  expect(gone).toMatch(/^person=; Max-Age=0/);
  expect((await ask({ ...tls, cookie: `__Host-${old}` })).getSetCookie()).toEqual([]);
  expect((await ask({ cookie: old })).getSetCookie()).toEqual([]);
  const page = await PageClient.open(secured.address, 'moved', 'Anna', { cookie: `__Host-${old}` });
  const again = await PageClient.open(secured.address, 'moved', 'Anna', { cookie: old });
  expect(page.joins[0]?.you).toBe(again.joins[0]?.you);
  for (const client of [page, again]) client.close();
  await secured.close();
});

test.each(['/metrics', '/', '/healthz', '/api/matches'])(
  'A17 whoever asks for %s two thousand times in one piece is cut off',
  async (address) => {
    const { port } = new URL(server.address);
    const heard = await new Promise<string>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1');
      let text = '';
      socket.setEncoding('latin1').on('data', (more: string) => (text += more));
      // A line that is cut may end with a reset.
      socket.on('error', () => {});
      socket.on('close', () => resolve(text));
      socket.write(`GET ${address} HTTP/1.1\r\nHost: here\r\n\r\n`.repeat(2000));
    });
    expect(heard.split('HTTP/1.1 ').length - 1).toBeLessThanOrEqual(100);
    expect(await statusOf('GET', address)).toBe(200);
  },
);
