import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ServerProcess } from '../support/server-process.ts';
import {
  boardsSeen,
  openBrowser,
  phaseIs,
  pressMain,
  programOn,
  typeAtEnd,
  visit,
} from './support/pages.ts';

let browser: Browser;
let folder: string;

beforeAll(async () => {
  browser = await openBrowser();
  folder = await mkdtemp(join(tmpdir(), 'outage-'));
});
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
});

/** Both programs and the field as a page shows them. */
async function seenOn(page: Page): Promise<string[]> {
  return [
    await programOn(page, 'salesforce'),
    await programOn(page, 'heroku'),
    (await page.getByTestId('board').textContent()) ?? '',
  ];
}

test('A3 A5 A19 R5 reloads and a killed server, in coding and in running: the match goes on', async () => {
  const first = new ServerProcess({ DATA_DIR: folder });
  const address = await first.address();
  const port = new URL(address).port;
  const again = () => new ServerProcess({ DATA_DIR: folder, PORT: port });
  const room = `${address}/game/outage`;
  const s = (await visit(browser, room)).page;
  const h = (await visit(browser, room)).page;
  const watcher = (await visit(browser, room)).page;
  const all = [s, h, watcher];
  await pressMain(s, /Salesforce/);
  await pressMain(h, /Heroku/);
  await pressMain(h, /Start/);
  for (const page of all) await phaseIs(page, 'coding');
  await typeAtEnd(h, 'p.wait(9);\np.wait(8);\n');
  await expect.poll(() => programOn(watcher, 'heroku')).toContain('p.wait(8);\n');

  for (const page of all) {
    await page.reload();
    await phaseIs(page, 'coding');
    await expect.poll(() => programOn(page, 'heroku')).toContain('p.wait(9);\np.wait(8);\n');
  }

  await first.end('SIGKILL');
  for (const page of all) await page.locator('.connection-lost').waitFor({ timeout: 12_000 });
  const second = again();
  await second.address();
  for (const page of all) {
    await page.locator('.connection-lost').waitFor({ state: 'detached', timeout: 20_000 });
  }
  await expect.poll(() => programOn(watcher, 'heroku')).toContain('p.wait(9);\np.wait(8);\n');
  for (const page of all) await phaseIs(page, 'running');

  await typeAtEnd(h, 'p.wait(7);\n');
  await expect.poll(() => programOn(watcher, 'heroku')).toContain('p.wait(7);\n');
  await watcher.waitForFunction(() =>
    /^turn [1-9]/.test(document.querySelector('[data-testid=board]')?.textContent ?? ''),
  );
  for (const page of all) {
    await page.reload();
    await page.getByTestId('board').waitFor({ state: 'attached' });
  }
  await second.end('SIGKILL');
  const third = again();
  await third.address();
  for (const page of all) await phaseIs(page, 'result');
  const last = await seenOn(s);
  expect(last[1]).toContain('p.wait(9);\np.wait(8);\np.wait(7);\n');
  for (const page of all) await expect.poll(() => seenOn(page)).toEqual(last);
  const turns = (await boardsSeen(watcher)).map((board) => Number(/^turn (\d+)/.exec(board)?.[1]));
  expect(turns).toEqual(turns.toSorted((a, b) => a - b));
  expect((await third.end('SIGTERM')).code).toBe(0);
});
