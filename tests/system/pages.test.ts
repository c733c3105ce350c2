import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PageClient } from '../support/page-client.ts';
import { startServer, type TestServer } from '../support/server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.close());

/** Status of a request whose target stands in the request line exactly as given. */
function statusOf(target: string, method = 'GET'): Promise<number | undefined> {
  const { hostname, port } = new URL(server.address);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path: target, method }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode));
    });
    sent.on('error', reject);
    sent.end();
  });
}

test('a page has a strict policy with its own nonce, and headers against misuse', async () => {
  const response = await fetch(`${server.address}/game/room-1`);
  expect(response.status).toBe(200);
  const html = await response.text();
  const policy = response.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('unsafe');
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? 'none';
  expect(html).toContain(`nonce="${nonce}"`);
  const again = await fetch(`${server.address}/game/room-1`);
  expect(await again.text()).not.toContain(nonce);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  });
});

test('only a field with nothing to press may stand inside pages of other sites', async () => {
  const framing = async (path: string): Promise<string> => {
    const response = await fetch(server.address + path);
    await response.text();
    return (
      /frame-ancestors [^;]*/.exec(response.headers.get('content-security-policy') ?? '')?.[0] ?? ''
    );
  };
  expect(await framing('/game/room-1?view=embed')).toBe('frame-ancestors *');
  for (const path of [
    '/game/room-1',
    '/game/room-1?view=stage',
    '/game/room-1?VIEW=embed',
    '/game/no%20room?view=embed',
    '/?view=embed',
    '/replay/some-match?view=embed',
  ]) {
    expect(await framing(path), path).toBe("frame-ancestors 'none'");
  }
});

test.each(['/game/100%', '/game/%ff', '/game/%00'])(
  'R1 %s, which cannot be read, still gets a page that says so',
  async (target) => {
    const response = await fetch(server.address + target);
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(await response.text()).toContain('test page');
  },
);

test('R5 a first page brings a session that scripts cannot read; later pages keep it', async () => {
  const first = await fetch(`${server.address}/`);
  await first.text();
  const [cookie = ''] = first.headers.getSetCookie();
  expect(cookie).toMatch(/^person=[\w-]{16}\.[\w-]{43};/);
  expect(cookie).toContain('HttpOnly');
  expect(cookie).toContain('SameSite=Lax');
  const [pair = ''] = cookie.split(';', 1);
  const second = await fetch(`${server.address}/help`, { headers: { cookie: pair } });
  await second.text();
  expect(second.headers.getSetCookie()).toEqual([]);
  const forged = await fetch(`${server.address}/`, { headers: { cookie: `${pair}x` } });
  await forged.text();
  expect(forged.headers.getSetCookie()).toHaveLength(1);
});

test.each([
  ['/', 200],
  ['/help', 200],
  ['/learn', 200],
  ['/game/%E9%83%A8%E5%B1%8B', 200],
  ['/game/a?x=1', 200],
  ['/game/', 404],
  ['/game/a%20b', 404],
  [`/game/${'x'.repeat(41)}`, 404],
  ['/game/a/b', 404],
  ['/nothing', 404],
  ['/index.html', 404],
  ['/index', 404],
  ['/index%2Ehtml/', 404],
  ['/../package.json', 404],
  ['/..%2f..%2fpackage.json', 404],
  ['/game/%', 400],
  ['/%E0%A4%A', 400],
  ['/a%00b', 400],
  [`/game/x?${'y'.repeat(2100)}`, 400],
  ['/healthz', 200],
  ['/readyz', 200],
  ['/metrics', 200],
  ['/api/replay/unknown', 404],
])('A17 %s answers %i', async (target, status) => {
  expect(await statusOf(target)).toBe(status);
});

test('only reading is allowed over HTTP', async () => {
  expect(await statusOf('/game/x', 'HEAD')).toBe(200);
  expect(await statusOf('/game/x', 'POST')).toBe(405);
  expect(await statusOf('/api/replay/x', 'DELETE')).toBe(405);
});

test('A17 a replay nobody has is refused with a code', async () => {
  const response = await fetch(`${server.address}/api/replay/unknown`);
  expect(await response.json()).toEqual({ code: 'no-such-replay' });
});

test('R32 the replay of a finished match is served, that of a running one is not', async () => {
  const page = await PageClient.open(server.address, 'replayed', 'Anna');
  await page.does({ kind: 'take seat', seat: 'heroku' });
  await page.does({ kind: 'start' });
  const address = `${server.address}/api/replay/${page.state.match}`;
  expect((await fetch(address)).status).toBe(404);
  await page.does({ kind: 'leave seat', seat: 'heroku' });
  const response = await fetch(address);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
  const text = await response.text();
  expect(JSON.parse(text)).toMatchObject({ match: page.state.match });
  expect(text).not.toContain('replayed');
  page.close();
});

test('L2 the page of the language is a page', async () => {
  expect((await fetch(`${server.address}/help/language`)).status).toBe(200);
  expect((await fetch(`${server.address}/help/other`)).status).toBe(404);
});
