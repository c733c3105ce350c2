import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openHouse } from './support/house.ts';
import { patience, phaseIs, pressMain, programOn, typeAtEnd } from './support/pages.ts';
import { hana, runningStory, sam } from './support/rooms.ts';

const house = openHouse();

/** Waits for colours, completion and marks, which come after the bare editor. */
async function writingKit(h: Page): Promise<void> {
  await h.waitForSelector('[data-testid=side-heroku] .cm-content[aria-autocomplete]');
}

/** Sam and Hana in a run whose first turn is played, and in which time stands still. */
async function standingRun(room: string, heroku: string): Promise<readonly [Page, Page]> {
  house.clock.hold();
  await house.server.tell(runningStory(room, { turnTime: 5000 }, { heroku }));
  const s = await house.come(`/game/${room}`, { as: sam });
  const h = await house.come(`/game/${room}`, { as: hana });
  for (const page of [s, h]) await phaseIs(page, 'running');
  return [s, h];
}

test('R17 locked lines hold against typing, paste, undo and redo during a run', async () => {
  const [s, h] = await standingRun('locked', 'p.wait(9);\n');
  await writingKit(h);
  await typeAtEnd(h, 'p.wait(8);\n');
  await expect.poll(() => programOn(s, 'heroku'), patience).toMatch(/p\.wait\(8\);\n$/);
  const { text, lockedTo } = (await house.server.stateOf('locked')).documents.heroku;
  const locked = text.slice(0, lockedTo);
  expect(locked).toMatch(/p\.wait\(9\);\n$/);
  const copied = `${text}// one\n`;
  const content = h.locator('[data-testid=side-heroku] .cm-content');
  await content.click();

  await h.keyboard.press('Control+Home');
  await h.keyboard.type('typed');
  await typeAtEnd(h, '// one\n');
  await expect.poll(() => programOn(s, 'heroku'), patience).toBe(copied);

  await h.keyboard.press('Control+A');
  await h.keyboard.press('Control+C');
  await h.keyboard.press('Control+Home');
  await h.keyboard.press('Control+V');
  await typeAtEnd(h, '// two\n');
  await expect.poll(() => programOn(s, 'heroku'), patience).toBe(`${copied}// two\n`);

  await h.keyboard.press('Control+A');
  await h.keyboard.press('Control+V');
  await expect.poll(() => programOn(s, 'heroku'), patience).toBe(`${locked}${copied}`);

  for (let i = 0; i < 40; i++) await h.keyboard.press('Control+Z');
  await expect.poll(() => programOn(s, 'heroku'), patience).toBe(locked);
  for (let i = 0; i < 40; i++) await h.keyboard.press('Control+Y');
  await expect.poll(() => programOn(s, 'heroku'), patience).toBe(`${locked}${copied}`);
  expect((await house.server.stateOf('locked')).documents.heroku.text.startsWith(locked)).toBe(
    true,
  );
});

test('R17 a drag into locked lines leaves the text where it was, one behind them moves it', async () => {
  const [s, h] = await standingRun('dragged', 'p.wait(30);\nworda\nwordb\n');
  const line = (text: string) =>
    h.locator('[data-testid=side-heroku] .cm-line').filter({ hasText: text }).first();
  await h.locator('[data-testid=side-heroku] .cm-running').waitFor();
  // A mark that is drawn under a word ends its drag.
  await expect
    .poll(() => h.locator('[data-testid=side-heroku] .cm-wave').allTextContents(), patience)
    .toEqual(['worda', 'wordb']);
  const dragWord = async (word: string, to: string): Promise<void> => {
    await line(word).dblclick({ position: { x: 15, y: 8 } });
    await expect.poll(() => h.evaluate(() => getSelection()?.toString()), patience).toBe(word);
    const [from, target] = [await line(word).boundingBox(), await line(to).boundingBox()];
    if (from === null || target === null) throw new Error('a line is out of sight');
    // A drag begins once the pointer has moved a little with the button down.
    await h.mouse.move(from.x + 15, from.y + 8);
    await h.mouse.down();
    await h.mouse.move(from.x + 19, from.y + 8, { steps: 2 });
    await h.mouse.move(target.x + 20, target.y + 8, { steps: 10 });
    await h.mouse.up();
  };
  const before = await programOn(s, 'heroku');
  await dragWord('worda', 'p.wait(30)');
  expect(await programOn(h, 'heroku')).toBe(before);
  await dragWord('wordb', 'worda');
  await expect.poll(() => programOn(s, 'heroku'), patience).toMatch(/p\.wait\(30\);\n\w{10}\n\n$/);
});

test('R22 L9 completion after p. and a mark under a wrong name', async () => {
  const [, h] = await house.duel('kit');
  await writingKit(h);
  await typeAtEnd(h, 'p.');
  const list = h.locator('.cm-tooltip-autocomplete');
  await list.getByText('down', { exact: false }).first().waitFor();
  expect(await list.textContent()).toContain('wait');
  await h.keyboard.type('dwn();\n');
  // The half-typed `p.` had a mark of its own, which stays until the next look at the program.
  const marks = h.locator('[data-testid=side-heroku] .cm-wave');
  await expect
    .poll(() => marks.allTextContents(), patience)
    .toEqual([expect.stringContaining('dwn')]);
});

test('R1 a name no room may have gets a page that says so', async () => {
  const page = await house.come('/game/two%20words');
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.locator('main').textContent()).toContain('two words');
  expect(await page.locator('[data-testid=room]').count()).toBe(0);
  await page.locator('#room-name').waitFor();
  // The one thing the browser has to say is that the address itself was not found.
  expect(house.visitors[0]?.complaints.splice(0)).toEqual([expect.stringContaining('404')]);
});

test('who reads Japanese is shown Japanese', async () => {
  const page = await house.come('/', { locale: 'ja-JP' });
  await page.getByRole('button', { name: '部屋に入る' }).click();
  await phaseIs(page, 'entry');
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('ja');
  await pressMain(page, /Salesforce.*[\u3040-\u30ff\u4e00-\u9fff]/);
  await page.getByRole('button', { name: '上', exact: true }).waitFor();
});
