import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Download, Locator, Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { seats, type Seat } from '../../shared/base/ids.ts';
import { boardText, hideSealed } from '../../shared/battle/index.ts';
import { readReplay, replayText } from '../../shared/replay/index.ts';
import { applyRecord, type Replay, type RoomState } from '../../shared/room/index.ts';
import { botMatch } from '../support/bot-match.ts';
import { ServerProcess } from '../support/server-process.ts';
import { temporaryFolder } from '../support/server.ts';
import { randomMatch, refereedHere, refereedIn } from '../support/determinism.ts';
import { seriousFindings } from './support/axe.ts';
import { sharedBrowser } from './support/browsers.ts';
import { pictureIn, played } from './support/films.ts';
import { replayWorkerPath } from './support/replay-worker.ts';
import { openHouse } from './support/house.ts';
import { moving, patience, phaseIs, pressMain, programOn, typeAtEnd } from './support/pages.ts';
import { leaveRoom, roomyField } from './support/rooms.ts';
import { servePages } from './support/server.ts';

const house = openHouse();
const downloads = temporaryFolder();

afterAll(() => downloads.remove());

/** Where a file lies that a page has saved. */
async function savedFile(download: Promise<Download>): Promise<string> {
  const done = await download;
  const path = join(downloads.path, done.suggestedFilename());
  await done.saveAs(path);
  return path;
}

/** A match that is over in seconds, as films are made while they are played. */
function shortMatch(): Replay {
  const settings = { turnTime: 300 };
  return botMatch('short', { turns: 8, codingStrokes: 20, turnStrokes: 2, settings });
}

/** The room of a replay at a time of it, by a plain fold. */
function stateAt(replay: Replay, time: number): RoomState {
  const beginning = replay.records[0]?.at ?? 0;
  return replay.records
    .filter(({ at }) => at - beginning <= time)
    .reduce<RoomState>(applyRecord, replay.start);
}

/**
 * A time near this share of a match at which nobody types: what a page typed while it waited for the
 * server came in one record, and is shown letter by letter before it.
 */
function calmTime({ records }: Replay, share: number): number {
  const times = records.map(({ at }) => at - (records[0]?.at ?? 0));
  const wanted = (times.at(-1) ?? 0) * share;
  const calm = times.find((at, i) => at >= wanted && (times[i + 1] ?? Infinity) > at + 600);
  return Math.ceil((calm ?? 0) / 10) * 10;
}

async function sameAt(page: Page, replay: Replay, time: number): Promise<void> {
  const state = stateAt(replay, time);
  await expect
    .poll(() => page.getByTestId('board').textContent(), patience)
    .toBe(boardText(hideSealed(state.battle)));
  for (const seat of seats) {
    const { text } = state.documents[seat];
    // An editor holds no more of a long program than is to be seen.
    const shown = async (): Promise<string> => {
      const part = await programOn(page, seat);
      return part.length >= Math.min(text.length, 200) && text.includes(part) ? text : part;
    };
    await expect.poll(shown, patience).toBe(text);
  }
}

/** Whether the line that runs or the one that is typed in can be seen in a program. */
function inView(page: Page, seat: Seat): Promise<boolean> {
  return page.evaluate((seat) => {
    const side = document.querySelector(`[data-testid=side-${seat}]`);
    const frame = side?.querySelector('.cm-scroller')?.getBoundingClientRect();
    const place = side?.querySelector('.cm-running') ?? side?.querySelector('.cm-typist');
    const line = place?.getBoundingClientRect();
    if (frame === undefined || line === undefined) return false;
    return line.top >= frame.top - 1 && line.top < frame.bottom;
  }, seat);
}

test('R32 A6 a match is played, and seen again after a restart of the server, by anybody', async () => {
  const data = temporaryFolder();
  const settings = { DATA_DIR: data.path };
  await leaveRoom(data.path, 'again', roomyField({ turns: 6 }));
  let server = new ServerProcess(settings);
  try {
    const address = await server.address();
    const page = await house.come('/game/again', { ...moving, through: address });
    await pressMain(page, /Salesforce/);
    await page.getByRole('button', { name: /this seat: Heroku/ }).click();
    await pressMain(page, /Start/);
    await phaseIs(page, 'coding');
    await typeAtEnd(page, 'for (const w of ["left", "up"]) p[w]();\np.dwn();\n');
    await page.getByRole('button', { name: 'Down', exact: true }).click();
    await pressMain(page, /Ready/);
    await phaseIs(page, 'result');
    await page.getByTestId('result').waitFor({ timeout: 90_000 });
    const link = await page.locator('.result a[href^="/replay/"]').getAttribute('href');
    expect(link).toMatch(/^\/replay\/[\w-]{20}$/);
    const answer = await fetch(`${address}/api${link}`);
    const replay = (await answer.json()) as Replay;
    await page.close();

    expect((await server.end('SIGTERM')).code).toBe(0);
    server = new ServerProcess({ ...settings, PORT: new URL(address).port });
    expect(await server.address()).toBe(address);

    const stranger = await house.come('/', { through: address });
    await stranger.getByTestId('match-lists').locator(`a[href="${link}"]`).click();
    await stranger.getByTestId('replay').waitFor(patience);
    for (const share of [0.35, 0.8, 1]) {
      const time = calmTime(replay, share);
      await stranger.getByRole('slider').fill(String(time));
      await sameAt(stranger, replay, time);
    }
    await stranger.keyboard.press('End');
    await expect
      .poll(() => stranger.getByTestId('replay-end').textContent(), patience)
      .toMatch(/over/);

    await stranger.getByRole('button', { name: 'Save …' }).click();
    await stranger.getByLabel('What').selectOption('run');
    await stranger.getByRole('dialog').getByLabel('Speed').selectOption('8');
    const saving = stranger.waitForEvent('download', { timeout: 60_000 });
    await stranger.getByRole('button', { name: 'Make it' }).click();
    const file = await savedFile(saving);
    const runAt = replay.records.find(({ entries }) =>
      entries.some(({ kind }) => kind === 'running started'),
    );
    const expected = (replay.endedAt - (runAt?.at ?? 0) + 2500) / 8 / 1000 + 2;
    const video = await played(await sharedBrowser(), file);
    expect(video.width).toBe(1280);
    expect(Math.abs(video.duration - expected)).toBeLessThan(1);
    expect(Math.abs(video.seen - expected)).toBeLessThan(1);
    // The result is in it: pictures come to the very end.
    expect(video.last).toBeGreaterThan(video.duration - 1.5);
  } finally {
    await server.end('SIGKILL');
    data.remove();
  }
});

test('R32 a dropped file plays with no server at all; what is no replay is refused, page alive', async () => {
  const server = await servePages();
  const page = await house.come('/replay', { through: server.address });
  await page.locator('.file-door').waitFor();
  await page.waitForLoadState('networkidle');
  await server.close();
  const replay = randomMatch(1);
  const drop = (text: string): Promise<void> =>
    page.evaluate((text) => {
      const dropped = new DataTransfer();
      dropped.items.add(new File([text], 'match.json', { type: 'application/json' }));
      dispatchEvent(new DragEvent('drop', { dataTransfer: dropped, cancelable: true }));
    }, text);
  const refusedAs = async (text: string, code: string): Promise<void> => {
    await drop(text);
    await page.locator(`.replay-refused[data-code=${code}]`).waitFor(patience);
  };
  const text = replayText(replay);
  await refusedAs(text.slice(0, -50), 'replay-not-json');
  await refusedAs(text.replace(/"format":\d+/, '"format":99'), 'replay-too-new');
  await refusedAs('Milk, eggs, a ladybug', 'replay-not-json');
  await refusedAs(text.replace('{', '{"__proto__":{"x":1},'), 'replay-unreadable');
  await refusedAs('', 'replay-not-json');
  await refusedAs(text.replace(/"at":\d+/, '"at":1e999'), 'replay-unreadable');
  await refusedAs('['.repeat(1_000_000), 'replay-not-json');
  await page.evaluate(() => {
    const dropped = new DataTransfer();
    dropped.items.add(new File([new Uint8Array(100_000_000)], 'large.json'));
    dispatchEvent(new DragEvent('drop', { dataTransfer: dropped, cancelable: true }));
  });
  await page.locator('.replay-refused[data-code=replay-too-large]').waitFor(patience);
  // The next file is chosen where the last one was refused.
  await page.locator('.replay-refused input[type=file]').setInputFiles({
    name: 'match.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });
  await page.getByTestId('replay').waitFor(patience);
  await page.keyboard.press('End');
  await sameAt(page, replay, Infinity);
  await page.keyboard.press('n');
  await page.getByLabel('Note', { exact: true }).fill('そこは <b>左</b>');
  await page.getByRole('button', { name: 'Leave it here' }).click();
  await page.getByTestId('note').waitFor(patience);
  await page.getByRole('button', { name: 'Save …' }).click();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save replay file' }).click();
  const saved = readReplay(await readFile(await savedFile(saving), 'utf8'));
  expect(saved.ok && saved.value.notes?.map((note) => note.text)).toEqual(['そこは <b>左</b>']);
  await page.getByRole('button', { name: 'Referee again' }).click();
  await expect
    .poll(() => page.getByTestId('refereed').textContent(), patience)
    .toMatch(/turns come out the same/);
  // Everything that was needed had been fetched before: no page complains.
});

test('R32 the highlight is played by one press and saved by another; a film that is cancelled saves nothing', async () => {
  const replay = shortMatch();
  await house.server.stores.archive.save(replay);
  const page = await house.come(`/replay/${replay.match}`);
  const news = (state: string) =>
    page.locator(`[data-testid=film-news][data-state=${state}]`).waitFor({ timeout: 90_000 });
  const files: string[] = [];
  page.on('download', (download) => files.push(download.suggestedFilename()));
  const saving = page.waitForEvent('download', { timeout: 90_000 });
  await page.getByRole('button', { name: 'Highlight', exact: true }).click();
  const time = page.getByTestId('replay-time');
  await expect
    .poll(async () => Number(await time.getAttribute('data-time')), patience)
    .toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Save …' }).click();
  await page.getByRole('button', { name: 'Make it' }).click();
  await page.locator('.making progress').waitFor(patience);
  const video = await played(await sharedBrowser(), await savedFile(saving));
  await news('saved');
  expect(video.width).toBe(1280);
  // 20 seconds at most, and two of the result where the match ends within them.
  expect(video.duration).toBeGreaterThan(5);
  expect(video.duration).toBeLessThan(24);
  expect(files).toEqual([expect.stringMatching(/-highlight\.webm$/)]);
  await page.getByLabel('What').selectOption('whole');
  await page.getByRole('button', { name: 'Make it' }).click();
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await news('cancelled');
  expect(files).toHaveLength(1);
  await page.getByRole('combobox', { name: 'As', exact: true }).selectOption('picture');
  const painting = page.waitForEvent('download', { timeout: 90_000 });
  await page.getByRole('button', { name: 'Make it' }).click();
  const picture = await readFile(await savedFile(painting));
  expect(picture.length).toBeLessThanOrEqual(2_000_000);
  expect(await pictureIn(await sharedBrowser(), picture)).toEqual({
    type: 'image/gif',
    width: 360,
    moves: true,
  });
  expect(files.at(-1)).toMatch(/-whole\.gif$/);
});

test.each([
  ['light', { width: 1280, height: 720 }, 'en-GB'],
  ['dark', { width: 360, height: 640 }, 'ja-JP'],
] as const)(
  'axe finds nothing serious in the theatre, its talk and its dialogs: %s paper, %o, %s',
  async (colorScheme, viewport, locale) => {
    const match = randomMatch(4);
    const from = match.start.seats.heroku?.id ?? fail('nobody at H');
    const at = match.records[0]?.at ?? 0;
    const line = { from, name: 'ben', seat: 'heroku', lane: 'all', text: 'いくよ' } as const;
    const talk = [
      { ...line, at: at + 2000 },
      { ...line, at: match.endedAt - 10 },
    ];
    await house.server.stores.archive.save({ ...match, talk });
    const page = await house.come(`/replay/${match.match}#t=20`, {
      colorScheme,
      viewport,
      locale,
    });
    const found: string[] = [];
    const check = async (screen: string): Promise<void> => {
      found.push(...(await seriousFindings(page)).map((finding) => `${screen}: ${finding}`));
    };
    await page.getByTestId('board').waitFor({ state: 'attached', ...patience });
    await check('theatre');
    // Lines that come into view scroll their program, never the page.
    await page.keyboard.press('End');
    const last = boardText(hideSealed(stateAt(match, Infinity).battle));
    await expect.poll(() => page.getByTestId('board').textContent(), patience).toBe(last);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await page.keyboard.press('n');
    await page.locator('.talk-lines li').first().waitFor(patience);
    await check('talk and a note being written');
    await page.keyboard.press('End');
    // The field is the largest thing there, on a phone as well.
    const field = await page.locator('.field-host').boundingBox();
    expect(field?.height).toBeGreaterThan(viewport.height / 4);
    for (const seat of seats) {
      expect(await page.getByTestId(`points-${seat}`).isVisible()).toBe(true);
    }
    await page.getByTestId('replay-end').waitFor(patience);
    await check('end');
    const [head, end] = [page.locator('.room-head'), page.getByTestId('replay-end')];
    expect(await bottomOf(head)).toBeLessThanOrEqual((await end.boundingBox())?.y ?? 0);
    await page.locator('.replay-tools button').nth(3).click();
    await page.locator('.save-dialog').waitFor(patience);
    // Nothing sticks out.
    const room = await page
      .locator('.film-form')
      .evaluate((form) => form.scrollWidth - form.clientWidth);
    expect(room).toBeLessThanOrEqual(0);
    await check('saving');
    expect(found).toEqual([]);
  },
);

async function bottomOf(place: Locator): Promise<number> {
  const box = await place.boundingBox();
  return box === null ? Infinity : box.y + box.height;
}

function fail(reason: string): never {
  throw new Error(reason);
}

test('R32 notes, keys, links and speeds of a theatre', async () => {
  const replay = randomMatch(2);
  await house.server.stores.archive.save(replay);
  const page = await house.come(`/replay/${replay.match}#t=5.5`);
  const time = async (): Promise<number> =>
    Number(await page.getByTestId('replay-time').getAttribute('data-time'));
  await expect.poll(time, patience).toBe(5500);
  await sameAt(page, replay, 5500);
  await page.keyboard.press('.');
  const stroke = await time();
  expect(stroke).toBeGreaterThan(5500);
  await page.keyboard.press(',');
  expect(await time()).toBeLessThan(stroke);
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => page.getByTestId('board').textContent(), patience).toMatch(/^turn 1\//);
  await page.keyboard.press('+');
  await page.keyboard.press(' ');
  await expect.poll(() => page.getByTestId('board').textContent(), patience).toMatch(/^turn [2-9]/);
  await page.keyboard.press(' ');
  for (const share of [0.85, 0.3, 0.6]) {
    const whole = Number(await page.getByRole('slider').getAttribute('max'));
    await page.getByRole('slider').fill(String(Math.round((whole * share) / 10) * 10));
    await expect.poll(() => inView(page, 'heroku'), patience).toBe(true);
  }
  await page.keyboard.press('n');
  await page.getByLabel('Line').fill('3');
  await page.getByLabel('Note', { exact: true }).fill('<img src=x onerror=alert(1)>');
  await page.getByRole('button', { name: 'Leave it here' }).click();
  const note = page.getByTestId('note');
  await note.waitFor(patience);
  expect(await note.locator('.note-text').textContent()).toBe('<img src=x onerror=alert(1)>');
  expect(await page.locator('.note-pin').count()).toBe(1);
  const other = await house.come(`/replay/${replay.match}`);
  await other.locator('.note-pin').waitFor(patience);
  expect(await house.server.stores.notes.of(replay.match)).toHaveLength(1);
});

test('L5 A8 random matches come out the same in Chromium as in Node, turn by turn', async () => {
  const page = await house.come('/replay');
  for (const n of [1, 2, 3, 4, 5]) {
    const replay = randomMatch(n);
    const there = await refereedIn(page, replayWorkerPath(), replay);
    expect(there).toEqual(refereedHere(replay));
    expect(there.differs).toBeNull();
  }
});
