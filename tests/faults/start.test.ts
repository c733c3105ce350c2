import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { freePort } from '../support/free-port.ts';
import { RedisServer } from '../support/redis-server.ts';
import { ServerProcess } from '../support/server-process.ts';
import { until } from './support/until.ts';

let endings: (() => unknown)[] = [];

afterEach(async () => {
  for (const end of endings.toReversed()) await end();
  endings = [];
});

async function redisWith(...options: readonly string[]): Promise<RedisServer> {
  const redis = await RedisServer.start(...options);
  endings.push(() => redis.close());
  return redis;
}

function started(url: string): ServerProcess {
  const server = new ServerProcess({ REDIS_URL: url });
  endings.push(() => server.end('SIGKILL'));
  return server;
}

/** Speaks as much of Redis as a start needs, and names an old version. */
async function oldRedis(version: string, knowsHello: boolean): Promise<string> {
  const server: Server = createServer((socket) => {
    socket.on('error', () => {});
    socket.on('data', (data) => {
      for (const name of data
        .toString()
        .toUpperCase()
        .match(/\b(HELLO|INFO|CLIENT|PING)\r\n/g) ?? []) {
        const info = `redis_version:${version}\r\n`;
        if (name.startsWith('INFO')) socket.write(`$${info.length}\r\n${info}\r\n`);
        else if (!name.startsWith('HELLO')) socket.write('+OK\r\n');
        else if (knowsHello) socket.write('%1\r\n$6\r\nserver\r\n$5\r\nredis\r\n');
        else socket.write("-ERR unknown command 'HELLO'\r\n");
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  endings.push(() => server.close());
  const address = server.address();
  return `redis://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}

describe('A17 a Redis that cannot be used ends the start with 1 and one line', () => {
  const refusedFor = async (url: string, reason: RegExp): Promise<void> => {
    const ended = await started(url).ended;
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(ended.stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(ended.stderr).toMatch(reason);
    expect(ended.stderr).not.toContain('wrong-password');
  };

  test.each(['not an address', 'http://127.0.0.1:6379', 'redis://'])('malformed: %s', (url) =>
    refusedFor(url, /REDIS_URL/),
  );

  test('nobody listens there', async () =>
    refusedFor(`redis://127.0.0.1:${await freePort()}`, /127\.0\.0\.1:\d+.*ECONNREFUSED/));

  test('no such host', () => refusedFor('redis://no-such-host.invalid:6379', /no-such-host/));

  test('a password is missing', async () => {
    const { url } = await redisWith('--requirepass', 'a password');
    await refusedFor(url, /NOAUTH|WRONGPASS/);
  });

  test('a password is wrong', async () => {
    const { port } = await redisWith('--requirepass', 'a password');
    await refusedFor(`redis://:wrong-password@127.0.0.1:${port}`, /WRONGPASS/);
  });

  test('too old', async () => refusedFor(await oldRedis('6.2.14', true), /6\.2\.14/));

  test('so old that it does not know how to be greeted', async () =>
    refusedFor(await oldRedis('5.0.14', false), /5\.0\.14|HELLO/));

  test('a replica that may only be read', async () => {
    const { port } = await redisWith();
    const replica = await redisWith('--replicaof', '127.0.0.1', String(port));
    await refusedFor(replica.url, /READONLY/);
  });
});

test('a process that has lost its Redis says so at /readyz until it is back', async () => {
  const redis = await redisWith();
  const address = await started(redis.url).address();
  const readiness = async (): Promise<number> => (await fetch(`${address}/readyz`)).status;
  expect(await readiness()).toBe(200);
  await redis.signal('SIGKILL');
  await until(async () => (await readiness()) === 503, 'it is degraded');
  expect((await fetch(`${address}/healthz`)).status).toBe(200);
  await redis.start();
  await until(async () => (await readiness()) === 200, 'it is ready again');
});
