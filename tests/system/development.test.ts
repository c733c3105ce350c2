import { readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { ServerProcess } from '../support/server-process.ts';

/** Folders of the client that share their name with a page's address. */
const client = fileURLToPath(new URL('../../client/', import.meta.url));
const modules = ['replay', 'screens/game'].flatMap((folder) =>
  readdirSync(client + folder).flatMap((name) =>
    /\.tsx?$/.test(name) && !name.includes('.test.') ? [`/${folder}/${name}`] : [],
  ),
);

test('in development pages are pages and modules are modules, whatever their folder is called', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'development-'));
  const server = new ServerProcess({ DATA_DIR: folder }, ['--dev'], 'sources');
  try {
    const address = await server.address();
    for (const page of ['/', '/game/room', '/replay/some-match', '/help']) {
      const answer = await fetch(address + page);
      expect([page, answer.status]).toEqual([page, 200]);
      expect(await answer.text()).toContain('/@vite/client');
    }
    for (const module of modules) {
      const type = (await fetch(address + module)).headers.get('content-type');
      expect([module, type]).toEqual([module, 'text/javascript']);
    }
  } finally {
    await server.end('SIGTERM');
    await rm(folder, { recursive: true, force: true });
  }
});
