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
  test.each([
    ['light', desk, 'en-GB'],
    ['dark', desk, 'ja-JP'],
    ['light', phone, 'ja-JP'],
    ['dark', phone, 'en-GB'],
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

test('at 200 % zoom nothing of a room is cut off sideways, and the one button is reached', async () => {
  // Twice as large letters on 1280 × 720 are a page of 640 × 360.
  const { page } = await visit(browser, `${server.address}/game/zoomed`, {
    viewport: { width: 640, height: 360 },
    deviceScaleFactor: 2,
  });
  const button = page.getByTestId('main-action');
  await button.waitFor();
  await button.click();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(640);
  expect(await page.locator('.side-salesforce .cm-content').isVisible()).toBe(true);
});
