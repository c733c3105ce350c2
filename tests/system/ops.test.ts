import { afterEach, expect, test } from 'vitest';
import { gaugeNames, type OpsReport } from '../../shared/protocol/index.ts';
import { realClock } from '../../server/real.ts';
import { startServer, type TestServer } from '../support/server.ts';

const token = 'the token of the operators';
let server: TestServer;

afterEach(() => server.close());

async function serving(opsToken: string | null): Promise<void> {
  server = await startServer(realClock, (stores) => stores, opsToken);
}

function ask(authorization?: string): Promise<Response> {
  const headers = authorization === undefined ? {} : { authorization };
  return fetch(`${server.address}/api/ops`, { headers });
}

test('A17 without OPS_TOKEN the operators’ view is shut, whatever one says', async () => {
  await serving(null);
  for (const said of [undefined, 'Bearer ', 'Bearer null']) {
    const response = await ask(said);
    expect(response.status).toBe(403);
    expect(await response.json()).toEqual({ code: 'ops-off' });
  }
});

test('A17 a missing or wrong token is refused with a code', async () => {
  await serving(token);
  for (const said of [undefined, token, 'Bearer', 'Bearer wrong', `Basic ${token}`]) {
    const response = await ask(said);
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toContain('Bearer');
    expect(await response.json()).toEqual({ code: 'wrong-token' });
  }
});

test('the token opens the view: one series for each gauge, as long as the times', async () => {
  await serving(token);
  const response = await ask(`Bearer ${token}`);
  expect(response.status).toBe(200);
  expect(response.headers.get('cache-control')).toBe('no-store');
  const { processes, complete } = (await response.json()) as OpsReport;
  expect(complete).toBe(true);
  expect(processes).toHaveLength(1);
  for (const { at, values } of processes) {
    expect(Object.keys(values)).toEqual(gaugeNames);
    for (const gauge of gaugeNames) expect(values[gauge]).toHaveLength(at.length);
  }
});

test('the page /ops is a page like the others', async () => {
  await serving(token);
  const response = await fetch(`${server.address}/ops`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
});
