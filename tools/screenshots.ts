/**
 * `npm run screenshots`: plays a match and pictures every screen at every size, in both languages and
 * themes, and two turns picture by picture, into .cache/screenshots. With `-- --readme` the picture
 * in the README is made anew as well; with `-- --frames` only the two turns are pictured.
 */
import { copyFile, mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import {
  openBrowser,
  phaseIs,
  pressMain,
  typeAtEnd,
  visit,
} from '../tests/browser/support/pages.ts';
import { servePages, type PageServer } from '../tests/browser/support/server.ts';

const sizes = [
  [1280, 720],
  [360, 640],
  [1920, 1080],
] as const;
const languages = { en: 'en-GB', ja: 'ja-JP' } as const;
const themes = ['light', 'dark'] as const;
const readmePicture = fileURLToPath(new URL('../assets/readme/match.png', import.meta.url));
const folder = fileURLToPath(new URL('../.cache/screenshots/', import.meta.url));

/** One way of looking: a size, a language and a theme. */
interface View {
  readonly name: string;
  readonly options: {
    readonly locale: string;
    readonly colorScheme: (typeof themes)[number];
    readonly viewport: { readonly width: number; readonly height: number };
  };
}

const views: readonly View[] = themes.flatMap((colorScheme) =>
  Object.entries(languages).flatMap(([language, locale]) =>
    sizes.map(([width, height]) => ({
      name: `${width}x${height}-${language}-${colorScheme}`,
      options: { locale, colorScheme, viewport: { width, height } },
    })),
  ),
);

async function main(): Promise<void> {
  await mkdir(folder, { recursive: true });
  const server = await servePages();
  const browser = await openBrowser();
  try {
    await pictureTurns(browser, server);
    if (process.argv.includes('--frames')) return;
    await pictureStillPages(browser, server);
    await playAndPicture(browser, server);
    if (process.argv.includes('--readme')) {
      await copyFile(`${folder}running-1280x720-en-light.png`, readmePicture);
    }
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Nobody's machine shows a match on more pages than this at once: by night, two of them. */
const matchViews = views.filter(
  ({ name }) => name.endsWith('light') || /^(1280x720-ja|360x640-en)/.test(name),
);

/** Pages without a match. */
async function pictureStillPages(browser: Browser, server: PageServer): Promise<void> {
  for (const { name, options } of views) {
    for (const [screen, path, ready] of [
      ['home', '/', '#room-name'],
      ['help', '/help', '.help'],
      ['learn', '/learn', '.learn canvas'],
      ['missing', '/game/no%20room', '.missing'],
    ] as const) {
      const { page } = await visit(browser, server.address + path, options);
      await page.locator(ready).first().waitFor();
      await settled(page);
      await page.screenshot({ path: `${folder}${screen}-${name}.png` });
      await page.context().close();
    }
  }
}

/** Waits until drawings and letters are there and what moves once has moved. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => [...document.images].every((image) => image.complete));
  await page.evaluate(() =>
    Promise.allSettled([
      document.fonts.ready,
      ...document
        .getAnimations()
        .filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity)
        .map((animation) => animation.finished),
    ]),
  );
}

async function playAndPicture(browser: Browser, server: PageServer): Promise<void> {
  const room = `${server.address}/game/tea-gold-079`;
  const pages: { readonly name: string; readonly page: Page }[] = [];
  for (const { name, options } of matchViews) {
    pages.push({ name, page: (await visit(browser, room, options)).page });
  }
  const wall = { viewport: { width: 1920, height: 1080 }, locale: 'en-GB' };
  pages.push({ name: 'wall', page: (await visit(browser, `${room}?view=stage`, wall)).page });
  const frame = { viewport: { width: 480, height: 420 }, locale: 'en-GB' };
  pages.push({ name: 'embed', page: (await visit(browser, `${room}?view=embed`, frame)).page });
  const picture = async (state: string): Promise<void> => {
    for (const { name, page } of pages) {
      await page.screenshot({ path: `${folder}${state}-${name}.png` });
    }
  };
  const [s, phone, , h] = pages.map(({ page }) => page);
  if (s === undefined || phone === undefined || h === undefined) throw new Error('too few views');
  for (const { page } of pages) await page.locator('.field-host canvas').waitFor();
  await picture('entry');
  await phone.locator('.menu-button').click();
  await phone.locator('.qr path').waitFor({ state: 'attached' });
  await phone.screenshot({ path: `${folder}menu-360x640.png` });
  await phone.keyboard.press('Escape');
  await s.locator('.room-head > .button:visible').first().click();
  await s.locator('.qr path').waitFor({ state: 'attached' });
  await s.screenshot({ path: `${folder}invite-1280x720.png` });
  await s.keyboard.press('Escape');

  await pressMain(s, /Salesforce/);
  await pressMain(h, /Heroku/);
  await h.getByTestId('main-action').filter({ hasText: 'はじめる' }).waitFor();
  await server.makeField('tea-gold-079', { turns: 12, turnTime: 2500 });
  await pressMain(s, /Start/);
  for (const { page } of pages) await phaseIs(page, 'coding');
  for (const name of ['Right', 'Down', 'Left', 'Up']) {
    await s.getByRole('button', { name, exact: true }).click();
  }
  await typeAtEnd(h, 'p.left();\np.dwn();\np.up();\np.right();\np.down();\n');
  await picture('coding');
  await pressMain(s, /Ready/);
  await pressMain(h, /準備よし/);
  for (const { page } of pages) await phaseIs(page, 'running');
  await s.waitForFunction(() =>
    /^turn [3-9]/.test(document.querySelector('[data-testid=board]')?.textContent ?? ''),
  );
  await picture('running');
  for (const { page } of pages) {
    await phaseIs(page, 'result');
    await page.getByTestId('result').waitFor();
    await settled(page);
  }
  await picture('result');
}

/** A push and a fall, as the learner sees them, a few hundredths of a second apart. */
async function pictureTurns(browser: Browser, server: PageServer): Promise<void> {
  const { page } = await visit(browser, `${server.address}/learn`, { locale: 'en-GB' });
  await page.locator('.learn canvas').waitFor();
  const run = page.getByTestId('learn-run');
  const right = (): Promise<void> => page.keyboard.press('ArrowRight');
  await right();
  await right();
  await run.click();
  await page.waitForSelector('[data-part=collision]');
  await settled(page);
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 1000);
  await right();
  await run.click();
  await pictureFrames(page, 'push', 12, 70);
  await page.clock.runFor(4000);
  await page.waitForSelector('[data-part="late edit"]');
  await run.click();
  // Two turns to the corner; the third leads over the edge.
  await page.clock.runFor(6500);
  await pictureFrames(page, 'fall', 16, 90);
  await page.context().close();
}

async function pictureFrames(
  page: Page,
  what: string,
  count: number,
  apart: number,
): Promise<void> {
  for (let frame = 0; frame < count; frame++) {
    const path = `${folder}${what}-${String(frame).padStart(2, '0')}.png`;
    await page.locator('.learn-field').screenshot({ path, animations: 'allow' });
    await page.clock.runFor(apart);
  }
}

await main();
