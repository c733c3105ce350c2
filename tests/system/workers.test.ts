import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { defaultSettings, type Settings } from '../../shared/battle/index.ts';
import type { OpsReport } from '../../shared/protocol/index.ts';
import { freePort } from '../support/free-port.ts';
import { PageClient, type Coming } from '../support/page-client.ts';
import { RedisServer } from '../support/redis-server.ts';
import { ServerProcess } from '../support/server-process.ts';
import { temporaryFolder } from '../support/server.ts';

const settings: Settings = {
  ...defaultSettings,
  walls: 0,
  codingTime: 900_000,
  turns: 10,
  turnTime: 300,
};

let redis: RedisServer;
let data: ReturnType<typeof temporaryFolder>;
let servers: ServerProcess[] = [];
let pages: PageClient[] = [];

beforeEach(async () => {
  redis = await RedisServer.start();
  data = temporaryFolder();
});

afterEach(async () => {
  for (const page of pages) page.close();
  for (const server of servers) await server.end('SIGKILL');
  servers = [];
  pages = [];
  await redis.close();
  data.remove();
});

function started(env: Readonly<Record<string, string>>): ServerProcess {
  const server = new ServerProcess({ WEB_CONCURRENCY: '2', DATA_DIR: data.path, ...env });
  servers.push(server);
  return server;
}

async function opened(address: string, name: string, coming: Coming = {}): Promise<PageClient> {
  const page = await PageClient.open(address, 'one-port', name, coming);
  pages.push(page);
  return page;
}

/** Workers of a primary: its children that were forked with a channel to it, by what Linux tells. */
function workersOf(parent: number): number[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (Number(fields[1]) !== parent) return [];
      const environment = readFileSync(`/proc/${name}/environ`, 'utf8');
      return environment.includes('NODE_UNIQUE_ID=') ? [Number(name)] : [];
    } catch {
      return [];
    }
  });
}

/** Does something that breaks when the worker behind the line is killed meanwhile: once more then. */
async function persistently(page: PageClient, work: () => Promise<void>): Promise<void> {
  for (;;) {
    const joins = page.joins.length;
    try {
      return await work();
    } catch {
      await page.until(() => page.joins.length > joins, `${page.name} comes back`);
    }
  }
}

test('A14 workers share one port, with long polling too, and one that dies is replaced', async () => {
  const server = started({ REDIS_URL: redis.url, WEB_CONCURRENCY: '3' });
  const address = await server.address();
  const workers = workersOf(server.pid);
  expect(workers).toHaveLength(3);
  const polling = { transports: ['polling'] } as const;
  const s = await opened(address, 'S', polling);
  const h = await opened(address, 'H');
  const watchers = await Promise.all(
    Array.from({ length: 6 }, (_, i) => opened(address, `W${i}`, i % 2 === 0 ? polling : {})),
  );
  await s.does({ kind: 'take seat', seat: 'salesforce' });
  await h.does({ kind: 'take seat', seat: 'heroku' });
  await s.does({ kind: 'make field', settings });
  await s.does({ kind: 'start' });
  await h.until(() => h.state.phase.kind === 'coding', 'coding');
  const joins = pages.map((page) => page.joins.length);
  process.kill(workers[0] ?? 0, 'SIGKILL');
  await persistently(s, async () => void (await s.type('salesforce', 'p.wait(9)\n')));
  await persistently(h, async () => void (await h.type('heroku', 'p.wait(9)\n')));
  await expect.poll(() => workersOf(server.pid).length, { timeout: 20_000 }).toBe(3);
  await persistently(s, () => s.does({ kind: 'ready' }));
  await persistently(h, () => h.does({ kind: 'ready' }));
  for (const page of pages) {
    await page.until(() => page.state.phase.kind === 'result', `${page.name} sees the result`);
    expect(page.state).toEqual(s.state);
  }
  expect(watchers).toHaveLength(6);
  // Somebody's worker was killed, and whoever was there has come back.
  expect(pages.some((page, i) => page.joins.length > (joins[i] ?? 0))).toBe(true);
});

test('operators see every worker behind the port, and what is left while Redis is away', async () => {
  const token = 'the token of the operators';
  const server = started({ REDIS_URL: redis.url, OPS_TOKEN: token });
  const address = await server.address();
  const workers = workersOf(server.pid).toSorted((a, b) => a - b);
  await Promise.all(Array.from({ length: 6 }, (_, i) => opened(address, `P${i}`)));
  const report = async (): Promise<OpsReport> => {
    const headers = { authorization: `Bearer ${token}` };
    return (await (await fetch(`${address}/api/ops`, { headers })).json()) as OpsReport;
  };
  const { processes, complete } = await report();
  expect(complete).toBe(true);
  const numbers = processes.map(({ process }) => Number(process.split('@')[0]));
  expect(numbers.toSorted((a, b) => a - b)).toEqual(workers);
  const metrics = await (await fetch(`${address}/metrics`)).text();
  const connections = [...metrics.matchAll(/^game_connections\{process="(\d+)@.*"\} (\d+)$/gm)];
  expect(connections.map(([, pid]) => Number(pid)).toSorted((a, b) => a - b)).toEqual(workers);
  expect(connections.reduce((sum, [, , count]) => sum + Number(count), 0)).toBe(6);
  await redis.signal('SIGKILL');
  await expect.poll(async () => (await report()).complete, { timeout: 20_000 }).toBe(false);
  expect((await report()).processes).toHaveLength(1);
});

test('A18 SIGTERM ends all workers within five seconds, and pages are told', async () => {
  const server = started({ REDIS_URL: redis.url });
  const page = await opened(await server.address(), 'P');
  const workers = workersOf(server.pid);
  const ended = await server.end('SIGTERM');
  expect(ended).toMatchObject({ code: 0, signal: null });
  await page.until(() => page.closings.length > 0, 'told to come back');
  for (const worker of workers) expect(() => process.kill(worker, 0)).toThrow('ESRCH');
});

test('A17 what keeps workers from starting is said once, in one line', async () => {
  const port = String(await freePort());
  const nowhere = await started({ REDIS_URL: `redis://127.0.0.1:${port}` }).ended;
  expect(nowhere.code).toBe(1);
  expect(nowhere.stderr.trim().split('\n')).toHaveLength(1);
  expect(nowhere.stderr).toContain(`redis://127.0.0.1:${port}`);
  const taken = await started({ REDIS_URL: redis.url, PORT: String(redis.port) }).ended;
  expect(taken.code).toBe(1);
  expect(taken.stderr).toContain(`Port ${redis.port} is in use`);
});

test('without Redis one process serves, and says why', async () => {
  const server = started({});
  await server.address();
  expect(workersOf(server.pid)).toHaveLength(0);
  expect((await server.end('SIGTERM')).stdout).toContain('WEB_CONCURRENCY needs REDIS_URL');
});

test('A14 workers end with a primary that is killed', async () => {
  const server = started({ REDIS_URL: redis.url });
  await server.address();
  const workers = workersOf(server.pid);
  expect(workers).toHaveLength(2);
  await server.end('SIGKILL');
  await expect.poll(() => workers.filter(lives), { timeout: 20_000 }).toEqual([]);
});

/** Whether a process is there, and not only waits for its parent to take its end in. */
function lives(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return !stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z');
  } catch {
    return false;
  }
}
