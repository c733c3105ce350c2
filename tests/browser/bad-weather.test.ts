import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openBrowser, patience, phaseIs, pressMain, visit } from './support/pages.ts';
import { servePages, type PageServer } from './support/server.ts';

let browser: Browser;
let server: PageServer;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  server = await servePages();
});
afterEach(() => server.close());

/** Opens an address in a context that was made worse first. */
async function comeIn(
  path: string,
  worsen: (context: BrowserContext) => Promise<void>,
): Promise<{ readonly page: Page; readonly errors: string[] }> {
  const context = await browser.newContext({
    locale: 'en-GB',
    viewport: { width: 1280, height: 720 },
  });
  await worsen(context);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(server.address + path);
  return { page, errors };
}

/** Alone in a room, a whole short match as S by its buttons. */
async function playAlone(page: Page, room: string): Promise<void> {
  await pressMain(page, /Salesforce/);
  await page.getByTestId('main-action').filter({ hasText: 'Start' }).waitFor();
  await server.makeField(room, { turns: 2, turnTime: 500 });
  await pressMain(page, /Start/);
  await phaseIs(page, 'coding');
  await page.getByRole('button', { name: 'Right', exact: true }).click();
  await pressMain(page, /Ready/);
  await phaseIs(page, 'result');
  await page.locator('.result').waitFor();
  expect((await server.stateOf(room)).documents.salesforce.text).toContain('p.right();');
}

test('with drawings and fonts blocked a match is played on the field as text', async () => {
  const { page } = await comeIn('/game/no-art', async (context) => {
    await context.route(/\.(svg|woff2|png|jpg)(\?|$)/, (route) => route.abort());
  });
  await page.locator('.field-failed').waitFor();
  expect(await page.locator('.field-text:not(.unseen) pre').isVisible()).toBe(true);
  // No torn signs where drawings should be.
  await expect.poll(() => page.locator('.drawing-picture:visible').count(), patience).toBe(0);
  await playAlone(page, 'no-art');
});

test('with the drawing code missing a match is played on the field as text', async () => {
  const { page } = await comeIn('/game/no-stage', async (context) => {
    await context.route(/stage-.*\.js/, (route) => route.abort());
  });
  await page.locator('.field-failed').waitFor();
  await playAlone(page, 'no-stage');
});

test('storage and audio forbidden: nothing is remembered, everything is played', async () => {
  const { page, errors } = await comeIn('/game/no-storage', async (context) => {
    await context.addInitScript({
      content: `
        for (const name of ['localStorage', 'sessionStorage']) {
          Object.defineProperty(window, name, {
            get() { throw new DOMException('denied', 'SecurityError'); },
          });
        }
        window.AudioContext = class { constructor() { throw new DOMException('no', 'NotAllowedError'); } };
      `,
    });
  });
  await page.locator('.sound-switch:visible').click();
  await expect
    .poll(() => page.locator('.sound-switch:visible').getAttribute('aria-pressed'), patience)
    .toBe('true');
  await page.locator('.switches:visible button').last().click();
  await expect
    .poll(() => page.evaluate(() => document.documentElement.dataset['theme']), patience)
    .toBe('dark');
  await playAlone(page, 'no-storage');
  expect(errors).toEqual([]);
});

test('R34 a name of three hundred combining marks stays in its place', async () => {
  const { page } = await visit(browser, `${server.address}/game/marks`);
  await page.getByTestId('main-action').waitFor();
  await page.getByRole('button', { name: 'Talk' }).click();
  const field = page.locator('#nickname');
  await field.evaluate((input: HTMLInputElement) => input.removeAttribute('maxlength'));
  await field.fill(`Z${'\u0334\u0352\u036d\u0489'.repeat(75)}`);
  await field.press('Enter');
  await page.locator('.message-form input').fill(`hello ${'\u0352'.repeat(280)}`);
  await page.locator('.message-form button').click();
  await page.locator('.message').waitFor();
  await pressMain(page, /Salesforce/);
  await page.getByTestId('owner-salesforce').waitFor();
  // The ink of a mark reaches over its box; the box, and what it would paint on, stay where they are.
  const heights = await page.evaluate(() =>
    ['[data-testid=owner-salesforce]', '.message'].map(
      (selector) => document.querySelector(selector)?.getBoundingClientRect().height ?? 999,
    ),
  );
  for (const height of heights) expect(height).toBeLessThan(90);
  const clipped = await page.evaluate(() =>
    ['.owner-name', '.message-name'].map((selector) => {
      const element = document.querySelector(selector);
      return element === null ? 'none' : getComputedStyle(element).overflow;
    }),
  );
  for (const overflow of clipped) expect(['hidden', 'clip']).toContain(overflow);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280);
});

test('with WebGL a lost context comes back, or 2D drawing takes over', async () => {
  const drawing = await openBrowser([]);
  try {
    const { page } = await visit(drawing, `${server.address}/game/lost`);
    const canvas = page.locator('.field-host canvas');
    await canvas.waitFor();
    const blank = (await canvas.screenshot()).length;
    const lost = await page.evaluate(() => {
      const surface = document.querySelector<HTMLCanvasElement>('.field-host canvas');
      const extension = surface?.getContext('webgl2')?.getExtension('WEBGL_lose_context');
      extension?.loseContext();
      return extension !== undefined && extension !== null;
    });
    expect(lost).toBe(true);
    // Whatever the browser does with the lost one, a canvas with the field is there again.
    await expect
      .poll(async () => {
        await page.mouse.move(640, 360);
        return (await page.locator('.field-host canvas').last().screenshot()).length > blank * 0.6;
      }, patience)
      .toBe(true);
    await expect
      .poll(
        () =>
          page.evaluate(() => {
            const now = [...document.querySelectorAll<HTMLCanvasElement>('.field-host canvas')].at(
              -1,
            );
            return now?.getContext('webgl2')?.isContextLost() ?? false;
          }),
        patience,
      )
      .toBe(false);
  } finally {
    await drawing.close();
  }
});
