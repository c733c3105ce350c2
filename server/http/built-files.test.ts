import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { builtFiles } from './index.ts';

let folder: string;
let server: Server;
let address: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'built-'));
  for (const name of ['one.js', 'other.js']) writeFileSync(join(folder, name), 'let a = 1;\n');
  const files = builtFiles(folder);
  server = createServer((request, response) => {
    files(request, response, () => response.writeHead(404).end());
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

test.each(['bytes=5-2', 'bytes=0-99999999999999999999', 'bytes=-3', 'nothing', 'bytes=99-'])(
  'a built file is sent whole, whatever range is asked for: %s',
  async (range) => {
    const answer = await fetch(`${address}/one.js`, { headers: { range } });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('let a = 1;\n');
  },
);

test('a built file that is gone costs one answer, and the server lives', async () => {
  rmSync(join(folder, 'one.js'));
  await expect(fetch(`${address}/one.js`).then((answer) => answer.text())).rejects.toThrow();
  expect((await fetch(`${address}/other.js`)).status).toBe(200);
  expect((await fetch(`${address}/neither.js`)).status).toBe(404);
});
