import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { MatchId, RoomName } from '../../shared/base/ids.ts';
import { boardText, fieldFor, type Layout, type Settings } from '../../shared/battle/index.ts';
import { applyRecord, type LogRecord, type RoomState } from '../../shared/room/index.ts';
import { createApp, type App } from '../../server/app.ts';
import { createMemoryStores, type Stores } from '../../server/logs/index.ts';
import { realChance, realClock } from '../../server/real.ts';
import {
  boardsSeen,
  openBrowser,
  phaseIs,
  pressMain,
  programOn,
  typeAtEnd,
  visit,
  type Visitor,
} from './support/pages.ts';

let browser: Browser;
let app: App;
let stores: Stores;
let address: string;
let fieldSeed = 'any';

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function serve(): Promise<void> {
  stores = createMemoryStores(Date.now);
  app = await createApp({
    config: { trustProxy: false, origins: null },
    secret: 'a secret of this test only',
    stores,
    clock: realClock,
    chance: { ...realChance, seed: () => fieldSeed },
    logger: pino({ level: 'silent' }),
    pages: { kind: 'built', folder: fileURLToPath(new URL('../../dist/client', import.meta.url)) },
  });
  const listening = await app.listen(0, '127.0.0.1');
  if (!listening.ok) throw new Error(listening.refusal.code);
  address = `http://127.0.0.1:${listening.value}`;
}

afterEach(() => app.close());

/** Every board from the first turn of the match to its end, by a fold of records. */
function boardsOf(start: RoomState | null, records: readonly LogRecord[]): string[] {
  const boards: string[] = [];
  let state = start;
  for (const record of records) {
    state = applyRecord(state, record);
    if (record.entries.some((entry) => entry.kind === 'turn played')) {
      boards.push(boardText(state.battle));
    }
  }
  return boards;
}

/** The boards of a page that show played turns. */
async function turnsSeen(page: Page): Promise<string[]> {
  return (await boardsSeen(page)).filter((board) => !board.startsWith('turn 0/'));
}

async function lastState(room: string): Promise<{ state: RoomState; records: LogRecord[] }> {
  const stored = await stores.log.load(room as RoomName);
  if (stored === null) throw new Error('no such room');
  const base = stored.snapshot?.state ?? null;
  const state = stored.records.reduce<RoomState | null>(applyRecord, base);
  if (state === null) throw new Error('an empty room');
  return { state, records: [...stored.records] };
}

describe.each(['mirrored', 'random'] as const)('a whole match on a fixed %s field', (layout) => {
  test('R12 R13 R14 R32 all three screens, the log and the replay say the same at every turn', async () => {
    await serve();
    const room = `whole-${layout}`;
    const visitors: Visitor[] = [];
    for (let i = 0; i < 3; i++) visitors.push(await visit(browser, `${address}/game/${room}`));
    const [s, h, watcher] = visitors.map((visitor) => visitor.page) as [Page, Page, Page];
    await pressMain(s, /Salesforce/);
    await pressMain(h, /Heroku/);
    await makeField(room, layout);
    await watcher.waitForFunction(() =>
      document.querySelector('[data-testid=board]')?.textContent?.startsWith('turn 0/8'),
    );
    await pressMain(h, /Start/);
    for (const page of [s, h, watcher]) await phaseIs(page, 'coding');
    for (const name of ['Right', 'Down', 'Left', 'Up']) {
      await s.getByRole('button', { name, exact: true }).click();
    }
    await typeAtEnd(h, 'p.left();\np.wait();\n');
    await expect.poll(() => programOn(watcher, 'heroku')).toMatch(/p\.left\(\);\np\.wait\(\);\n$/);
    await pressMain(s, /Ready/);
    await pressMain(h, /Ready/);
    for (const page of [s, h, watcher]) await phaseIs(page, 'running');
    await typeAtEnd(h, 'p.right();\np.dwn();\n');
    await s.getByRole('button', { name: 'Right', exact: true }).click();
    for (const page of [s, h, watcher]) await phaseIs(page, 'result');

    const { state, records } = await lastState(room);
    const expected = boardsOf(await beginning(room), records);
    expect(expected.length).toBe(state.turns.length);
    expect(state.turns.length).toBeGreaterThanOrEqual(5);
    for (const page of [s, h, watcher]) {
      await expect.poll(() => turnsSeen(page)).toEqual(expected);
      for (const seat of ['salesforce', 'heroku'] as const) {
        await expect.poll(() => programOn(page, seat)).toBe(state.documents[seat].text);
      }
    }
    const steps = records.flatMap((record) =>
      record.entries.flatMap((entry) => (entry.kind === 'step read' ? [entry.confirmed] : [])),
    );
    expect(steps).not.toContain(false);

    const answer = await fetch(`${address}/api/replay/${state.match as MatchId}`);
    const replay = (await answer.json()) as { start: RoomState; records: LogRecord[] };
    expect(boardsOf(replay.start, replay.records)).toEqual(expected);

    await s.goto(`${address}/replay/${state.match ?? ''}`);
    await s.getByRole('slider').focus();
    await s.keyboard.press('End');
    await expect.poll(() => s.getByTestId('board').textContent()).toBe(expected.at(-1));
    for (const { complaints } of visitors) expect(complaints).toEqual([]);
  });
});

async function beginning(room: string): Promise<RoomState | null> {
  return (await stores.log.load(room as RoomName))?.snapshot?.state ?? null;
}

/** Anna and Ben agree on a short match; its field is the same every time. */
async function makeField(room: string, layout: Layout): Promise<void> {
  const state = await app.host.stateOf(room as RoomName);
  const owner = state?.seats.salesforce;
  if (!state || !owner) throw new Error('nobody sits there');
  const settings = {
    ...state.settings,
    layout,
    width: 12,
    height: 12,
    turns: 8,
    turnTime: 900,
    codingTime: 120_000,
  };
  fieldSeed = roomySeed(settings);
  const made = await app.host.request(room as RoomName, {
    by: owner,
    wish: { kind: 'make field', settings },
  });
  if (!made.ok) throw new Error(made.refusal.code);
}

/** The first seed, always the same, whose field lets both walk a few steps in peace. */
function roomySeed(settings: Settings): string {
  for (let n = 0; n < 1000; n++) {
    const { starts, bug } = fieldFor(settings, `fixed ${n}`).field;
    const roomy = [starts.salesforce, starts.heroku].every(
      ({ x, y }) => Math.min(x, y) >= 2 && Math.max(x, y) <= 9 && Math.abs(x - bug.at.x) >= 3,
    );
    if (roomy) return `fixed ${n}`;
  }
  throw new Error('no such field');
}
