import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seats, type Seat } from '../../shared/base/ids.ts';
import type { LogRecord, RoomState } from '../../shared/room/index.ts';
import { ServerProcess } from '../support/server-process.ts';
import { sharedBrowser } from './support/browsers.ts';
import { textsDuring, turnsOf } from './support/log.ts';
import {
  momentsSeen,
  patience,
  phaseIs,
  pressMain,
  programOn,
  typeAtEnd,
  visit,
  type Visitor,
} from './support/pages.ts';
import { leaveRoom, peaceful, roomyField } from './support/rooms.ts';

let browser: Browser;
let folder: string;
const visitors: Visitor[] = [];
const servers: ServerProcess[] = [];

beforeAll(async () => {
  browser = await sharedBrowser();
  folder = await mkdtemp(join(tmpdir(), 'outage-'));
});
afterAll(async () => {
  for (const { page } of visitors) await page.context().close();
  // All but the last have ended, unless the test has failed.
  for (const server of servers) await server.end('SIGKILL');
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

/** The turn a field's text speaks of. */
function turnOf(board: string): number {
  return Number(/^turn (\d+)/.exec(board)?.[1]);
}

/** The finished match as the server keeps it, found by the link on the result card. */
async function replayOn(page: Page): Promise<{ start: RoomState; records: LogRecord[] }> {
  const link = await page.locator('a[href^="/replay/"]').first().getAttribute('href');
  const answer = await fetch(new URL(`/api${link ?? ''}`, page.url()));
  return (await answer.json()) as { start: RoomState; records: LogRecord[] };
}

/**
 * Compares what a page showed at each turn it saw with the log: the field, and the programs that it
 * reads along. A page that was away has missed turns; those it saw come in order.
 */
async function sawTheLog(
  page: Page,
  reads: readonly Seat[],
  { start, records }: { start: RoomState; records: readonly LogRecord[] },
): Promise<void> {
  const told = turnsOf(start, records);
  const texts = textsDuring(start, records);
  const moments = (await momentsSeen(page)).filter(({ board }) => turnOf(board) > 0);
  const turns = moments.map(({ board }) => turnOf(board));
  expect(turns.length).toBeGreaterThan(3);
  expect(turns).toEqual(turns.toSorted((a, b) => a - b));
  for (const moment of moments) {
    const index = turnOf(moment.board) - 1;
    expect(moment.board).toBe(told[index]?.board);
    for (const seat of reads) {
      // Right after a reload the field may stand there a moment before the editors do.
      if (moment[seat] !== '') expect(texts[index]?.[seat]).toContain(moment[seat]);
    }
  }
  for (const seat of reads) expect(moments.some((moment) => moment[seat] !== '')).toBe(true);
}

/** What is typed when no recording lies beside the project. */
const someLetters = 'const seen = 0\nfor (const way of 3) seen\nif (seen > 2) p.up()\n'.repeat(3);

/** Real keystrokes of somebody writing code, where a recording of them lies beside the project. */
function keystrokes(): string {
  const recording = fileURLToPath(
    new URL('../../../shared/traces/sveltecomponent.json.gz', import.meta.url),
  );
  if (!existsSync(recording)) return someLetters;
  const { txns } = JSON.parse(gunzipSync(readFileSync(recording)).toString('utf8')) as {
    readonly txns: readonly { readonly patches: readonly [number, number, string][] }[];
  };
  const inserted = txns.flatMap(({ patches }) => patches.map(([, , text]) => text));
  return inserted
    .join('')
    .replaceAll(/[^\n -~]/g, '')
    .slice(0, 160);
}

/** The program as it stands on the page of whoever types it, once it rests. */
async function settledProgram(page: Page): Promise<string> {
  let text = '';
  await expect
    .poll(async () => {
      const before = text;
      text = await programOn(page, 'heroku');
      return text === before;
    }, patience)
    .toBe(true);
  return text;
}

test('A3 A5 A19 R5 reloads and a killed server, in coding and in running: the match goes on', async () => {
  await leaveRoom(folder, 'outage', roomyField({ codingTime: 600_000, turns: 500 }, peaceful));
  const started = (settings: Readonly<Record<string, string>> = {}): ServerProcess => {
    const server = new ServerProcess({ DATA_DIR: folder, ...settings });
    servers.push(server);
    return server;
  };
  const first = started();
  const address = await first.address();
  const port = new URL(address).port;
  const again = () => started({ PORT: port });
  const room = `${address}/game/outage`;
  for (let i = 0; i < 3; i++) visitors.push(await visit(browser, room));
  const all = visitors.map((visitor) => visitor.page);
  const [s, h, watcher] = all as [Page, Page, Page];
  await pressMain(s, /Salesforce/);
  await pressMain(h, /Heroku/);
  await pressMain(h, /Start/);
  for (const page of all) await phaseIs(page, 'coding');
  // S clicks too, and takes it back: a figure that stands still is in nobody's way in a long run.
  const empty = await programOn(s, 'salesforce');
  await s.getByRole('button', { name: 'Right', exact: true }).click();
  await expect.poll(() => programOn(watcher, 'salesforce'), patience).toMatch(/p\.right\(\);\n$/);
  await s.getByRole('button', { name: 'Undo', exact: true }).click();
  await typeAtEnd(h, 'p.wait(9);\np.wait(8);\n');
  await h.keyboard.type(keystrokes(), { delay: 3 });
  const typed = await settledProgram(h);
  expect(typed.length).toBeGreaterThan(120);
  const bothStand = async (page: Page): Promise<void> => {
    await expect.poll(() => programOn(page, 'heroku'), patience).toBe(typed);
    await expect.poll(() => programOn(page, 'salesforce'), patience).toBe(empty);
  };
  for (const page of all) await bothStand(page);

  for (const page of all) {
    await page.reload();
    await phaseIs(page, 'coding');
    await bothStand(page);
  }

  await first.end('SIGKILL');
  for (const page of all) await page.locator('.connection-lost').waitFor({ timeout: 12_000 });
  const second = again();
  await second.address();
  for (const page of all) {
    await page.locator('.connection-lost').waitFor({ state: 'detached', timeout: 20_000 });
  }
  for (const page of all) {
    await phaseIs(page, 'coding');
    await bothStand(page);
  }
  await pressMain(s, /Ready/);
  await pressMain(h, /Ready/);
  for (const page of all) await phaseIs(page, 'running');
  await expect
    .poll(async () => (await programOn(watcher, 'heroku')).startsWith(typed), patience)
    .toBe(true);

  await typeAtEnd(h, 'p.wait(7);\n');
  await expect.poll(() => programOn(watcher, 'heroku'), patience).toContain('p.wait(7);\n');
  await watcher.waitForFunction(() =>
    /^turn [1-9]/.test(document.querySelector('[data-testid=board]')?.textContent ?? ''),
  );
  for (const page of all) {
    await page.reload();
    await phaseIs(page, 'running');
  }
  await s.getByRole('button', { name: 'Right', exact: true }).click();
  await expect.poll(() => programOn(watcher, 'salesforce'), patience).toMatch(/p\.right\(\);\n$/);
  await second.end('SIGKILL');
  for (const page of all) await page.locator('.connection-lost').waitFor({ timeout: 12_000 });
  const third = again();
  await third.address();
  for (const page of all) {
    await page.locator('.connection-lost').waitFor({ state: 'detached', timeout: 20_000 });
  }
  // The match goes on until S has seen enough of it: it is long, so that a busy machine is in time.
  const turn = async () => turnOf((await watcher.getByTestId('board').textContent()) ?? '');
  const before = await turn();
  await expect.poll(turn, patience).toBeGreaterThan(before + 1);
  await s
    .getByRole('button', { name: /^Leave/ })
    .first()
    .click();
  await s.getByRole('button', { name: 'Give up', exact: true }).click();
  for (const page of all) await phaseIs(page, 'result');
  const last = await seenOn(s);
  expect(last[1]?.startsWith(typed)).toBe(true);
  expect(last[1]).toMatch(/p\.wait\(7\);\n$/);
  for (const page of all) await expect.poll(() => seenOn(page), patience).toEqual(last);
  const replay = await replayOn(s);
  expect(turnsOf(replay.start, replay.records).at(-1)?.board).toBe(last[2]);
  await sawTheLog(s, ['heroku'], replay);
  await sawTheLog(h, ['salesforce'], replay);
  await sawTheLog(watcher, seats, replay);
  const complaints = visitors.flatMap((visitor) => visitor.complaints);
  // While nobody answers the browser itself says so; the pages must have nothing to say.
  expect(complaints.filter((text) => !/net::ERR_|WebSocket connection/.test(text))).toEqual([]);
  expect((await third.end('SIGTERM')).code).toBe(0);
});
