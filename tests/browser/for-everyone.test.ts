import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { seriousFindings } from './support/axe.ts';
import {
  openBrowser,
  patience,
  phaseIs,
  pressMain,
  programOn,
  tabTo,
  visit,
} from './support/pages.ts';
import { servePages, type PageServer } from './support/server.ts';

const opsToken = 'the token of the operators';
let browser: Browser;
let server: PageServer;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  server = await servePages({ opsToken });
});
afterEach(() => server.close());

const desk = { width: 1280, height: 720 };
const phone = { width: 360, height: 640 };

describe('axe finds nothing serious', () => {
  // Colours hang on the paper alone, room on size and language: two visits see all of them.
  test.each([
    ['light', desk, 'en-GB'],
    ['dark', phone, 'ja-JP'],
  ] as const)('%s paper, %o, %s', async (colorScheme, viewport, locale) => {
    const options = { colorScheme, viewport, locale, reducedMotion: 'reduce' as const };
    const found: string[] = [];
    const open = async (path: string): Promise<Page> =>
      (await visit(browser, server.address + path, options)).page;
    const check = async (page: Page, screen: string): Promise<void> => {
      found.push(...(await seriousFindings(page)).map((finding) => `${screen}: ${finding}`));
    };
    for (const [path, ready] of [
      ['/', '#room-name'],
      ['/help', '.help'],
      ['/help/language', '.language-help'],
      ['/replay', '.file-door'],
      ['/ops', '#ops-token'],
      ['/learn', '[data-testid=learn]'],
      ['/game/no room', '.missing'],
      ['/nowhere', '.missing'],
    ] as const) {
      const page = await open(path);
      await page.locator(ready).first().waitFor();
      await check(page, path);
      await page.context().close();
    }

    const operators = await open('/ops');
    await operators.locator('#ops-token').fill(opsToken);
    await operators.keyboard.press('Enter');
    await operators.locator('.uplot').first().waitFor();
    await check(operators, 'ops');
    await operators.context().close();

    const s = await open('/game/everyone');
    await s.getByTestId('main-action').waitFor();
    await check(s, 'entry');
    await s.locator('.phase-bar button').click();
    await s.locator('dialog').waitFor();
    await check(s, 'settings');
    await s.keyboard.press('Escape');
    const inviting = viewport === phone ? '.menu-button' : '.room-head > .button';
    await s.locator(`${inviting}:visible`).click();
    await s.locator('.qr path').waitFor({ state: 'attached' });
    await check(s, 'invite');
    await s.keyboard.press('Escape');
    const wall = await open('/game/everyone?view=stage');
    const embed = await open('/game/everyone?view=embed');
    for (const page of [wall, embed]) await page.getByTestId('room').waitFor();
    await s.getByTestId('main-action').click();
    await expect
      .poll(async () => (await server.stateOf('everyone')).seats.salesforce, patience)
      .not.toBeNull();
    await server.makeField('everyone', { turns: 3, turnTime: 900 });
    await s.getByTestId('main-action').click();
    await phaseIs(s, 'coding');
    await s.locator('.pad-right').click();
    await check(s, 'coding');
    await s.locator('.talk-open:visible, .tab-talk:visible').click();
    await s.locator('.message-form').waitFor();
    await check(s, 'talk');
    await s.locator('.talk-shut:visible, .tab-salesforce:visible').click();
    await check(wall, 'wall');
    await check(embed, 'embed');
    await s.getByTestId('main-action').click();
    await phaseIs(s, 'running');
    await check(s, 'running');
    await check(wall, 'wall, running');
    await phaseIs(s, 'result');
    await s.locator('.result').waitFor();
    await check(s, 'result');
    await check(wall, 'wall, result');
    expect(found).toEqual([]);
  });
});

test('R22 H plays a whole match by keyboard alone, and is told the way out of the editor', async () => {
  const { page: h, complaints } = await visit(browser, `${server.address}/game/by-keys`);
  // S is taken by somebody else, so that the one obvious button is that of H.
  const { page: s } = await visit(browser, `${server.address}/game/by-keys`);
  await pressMain(s, /Salesforce/);
  await h.getByTestId('main-action').filter({ hasText: 'Heroku' }).waitFor();
  await tabTo(h, '[data-testid=main-action]');
  await h.keyboard.press('Enter');
  await expect
    .poll(async () => (await server.stateOf('by-keys')).seats.heroku, patience)
    .not.toBeNull();
  await server.makeField('by-keys', { turns: 4, turnTime: 900 });
  await h.getByTestId('main-action').filter({ hasText: 'Start' }).waitFor();
  await tabTo(h, '[data-testid=main-action]');
  await h.keyboard.press('Enter');
  await phaseIs(h, 'coding');
  await tabTo(h, '.side-heroku .cm-content');
  const described = await h.evaluate(() => {
    const id = document.activeElement?.getAttribute('aria-describedby') ?? '';
    return document.getElementById(id)?.textContent ?? '';
  });
  expect(described).toMatch(/Escape.*Tab/);
  await h.keyboard.press('Control+End');
  await h.keyboard.type('p.left();\n');
  await expect.poll(() => programOn(s, 'heroku'), patience).toContain('p.left();');
  await tabTo(h, '[data-testid=main-action]');
  await h.keyboard.press('Enter');
  await pressMain(s, /Ready/);
  await phaseIs(h, 'running');
  await phaseIs(h, 'result');
  await h.locator('.result').waitFor();
  await tabTo(h, '.result .cross');
  // The focus is seen, and Enter puts the card away.
  const outline = await h.evaluate(
    () => getComputedStyle(document.activeElement as Element).outlineStyle,
  );
  expect(outline).toBe('solid');
  await h.keyboard.press('Enter');
  await h.locator('.result').waitFor({ state: 'detached' });
  expect(complaints).toEqual([]);
});

test('R22 S plays a whole match by keyboard alone: the keys work in the program and on the pad', async () => {
  const { page: s, complaints } = await visit(browser, `${server.address}/game/by-arrows`);
  await s.getByTestId('main-action').filter({ hasText: 'Salesforce' }).waitFor();
  await tabTo(s, '[data-testid=main-action]');
  await s.keyboard.press('Enter');
  await expect
    .poll(async () => (await server.stateOf('by-arrows')).seats.salesforce, patience)
    .not.toBeNull();
  await server.makeField('by-arrows', { turns: 4, turnTime: 900 });
  await s.getByTestId('main-action').filter({ hasText: 'Start' }).waitFor();
  await tabTo(s, '[data-testid=main-action]');
  await s.keyboard.press('Enter');
  await phaseIs(s, 'coding');
  await tabTo(s, '.side-salesforce .cm-content');
  await s.locator('.side-salesforce .program-empty').waitFor();
  const opening = await programOn(s, 'salesforce');
  for (const key of ['ArrowRight', 'r', '2', 'ArrowLeft', 'd']) await s.keyboard.press(key);
  await expect
    .poll(() => programOn(s, 'salesforce'), patience)
    .toBe(`${opening}p.right();\nfor (let i = 0; i < 2; i++) {\n  p.left();\n}\n`);
  await tabTo(s, '.pad .pad-up');
  await s.keyboard.press('ArrowDown');
  await expect.poll(() => programOn(s, 'salesforce'), patience).toContain('}\np.down();\n');
  await tabTo(s, '[data-testid=main-action]');
  await s.keyboard.press('Enter');
  await phaseIs(s, 'running');
  // The button is gone; whoever pressed it by key goes on at the program.
  await s.waitForFunction(() => document.activeElement?.matches('.side-salesforce .cm-content'));
  await phaseIs(s, 'result');
  await s.locator('.result').waitFor();
  await tabTo(s, '.result .cross');
  await s.keyboard.press('Enter');
  await s.locator('.result').waitFor({ state: 'detached' });
  expect(complaints).toEqual([]);
});

test.each([
  ['/', '#room-name'],
  ['/help', '.help'],
  ['/learn', '[data-testid=learn] canvas'],
  ['/replay', '.file-door'],
  ['/ops', '#ops-token'],
  ['/game/no room', '.missing'],
  ['/game/focus', '[data-testid=room] canvas'],
  ['/game/focus?view=stage', '[data-testid=room] canvas'],
  ['/game/focus?view=embed', '[data-testid=room] canvas'],
])('the focus is seen wherever Tab leads on %s', async (path, ready) => {
  const { page } = await visit(browser, server.address + path);
  await page.locator(ready).first().waitFor();
  const hidden: string[] = [];
  let stops = 0;
  for (; stops < 60; stops++) {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const { activeElement: at } = document;
      if (at === null || at === document.body) return null;
      // A field for files is seen by its label, an editor by the frame of its program.
      const shown = at.closest('label, .cm-editor') ?? at;
      const { outlineStyle } = getComputedStyle(shown);
      const { width, height, bottom, top } = shown.getBoundingClientRect();
      const seen =
        outlineStyle !== 'none' &&
        Math.min(width, height) > 8 &&
        bottom > 0 &&
        top < innerHeight &&
        at.closest('[aria-hidden=true]') === null;
      return { seen, what: `${at.tagName} ${at.className}` };
    });
    if (stop === null) break;
    if (!stop.seen) hidden.push(stop.what);
  }
  expect(hidden).toEqual([]);
  expect(stops).toBeGreaterThan(0);
  expect(stops).toBeLessThan(60);
});

describe('at 200 % zoom', () => {
  // Twice as large letters on 1280 × 720 are a page of 640 × 360, as is a phone held sideways.
  const zoomed = { viewport: { width: 640, height: 360 }, deviceScaleFactor: 2 };

  test('the room: nothing is cut off, S sees the program and every button of the pad', async () => {
    const { page } = await visit(browser, `${server.address}/game/zoomed`, zoomed);
    await pressMain(page, /Salesforce/);
    await pressMain(page, /Start/);
    await phaseIs(page, 'coding');
    await page.locator('.pad-repeat').click();
    await page.locator('.pad-up').click();
    await page.locator('.cm-line').filter({ hasText: 'p.up()' }).waitFor();
    expect(await cutOff(page, '.pad button, [data-testid=main-action], .tab')).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      640,
    );
    const lines = await page.locator('.side-salesforce .cm-scroller').boundingBox();
    expect(lines?.height).toBeGreaterThan(50);
  });

  test('the first match: every button is there, and lies over nothing', async () => {
    const { page } = await visit(browser, `${server.address}/learn`, zoomed);
    await page.locator('.learn canvas').waitFor();
    await page.locator('.pad-right').click();
    expect(await cutOff(page, '.learn button, .learn a, .learn .line')).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      640,
    );
  });
});

test.each([
  [360, 640],
  [390, 844],
])('the first match is no wider than a phone of %i × %i', async (width, height) => {
  const { page } = await visit(browser, `${server.address}/learn`, {
    viewport: { width, height },
    locale: 'ja-JP',
  });
  await page.locator('.learn canvas').waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
});

/** What of these is not wholly on the page, or has something else over its middle. */
function cutOff(page: Page, selector: string): Promise<string[]> {
  return page.evaluate((selector) => {
    const found: string[] = [];
    for (const part of document.querySelectorAll(selector)) {
      const { left, right, top, bottom, width, height } = part.getBoundingClientRect();
      if (width === 0) continue;
      const over = document.elementFromPoint(left + width / 2, top + height / 2);
      const inside = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
      if (inside && over !== null && part.contains(over)) continue;
      found.push(
        `${part.className} ${part.textContent ?? ''} under ${over?.className ?? 'nothing'}`,
      );
    }
    return found;
  }, selector);
}
