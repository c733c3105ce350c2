/**
 * `npm run screenshots`: plays a match and pictures every screen, into .cache/screenshots. With
 * `-- --readme` the picture in the README is made anew as well.
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
const readmePicture = fileURLToPath(new URL('../assets/readme/match.png', import.meta.url));
const folder = fileURLToPath(new URL('../.cache/screenshots/', import.meta.url));

async function main(): Promise<void> {
  await mkdir(folder, { recursive: true });
  const server = await servePages();
  const browser = await openBrowser();
  try {
    await playAndPicture(browser, server);
    if (process.argv.includes('--readme')) {
      await copyFile(`${folder}running-1280x720-en.png`, readmePicture);
    }
  } finally {
    await browser.close();
    await server.close();
  }
}

async function playAndPicture(browser: Browser, server: PageServer): Promise<void> {
  const views: { readonly name: string; readonly page: Page }[] = [];
  for (const [language, locale] of Object.entries(languages)) {
    for (const [width, height] of sizes) {
      const options = { locale, viewport: { width, height } };
      const home = (await visit(browser, server.address, options)).page;
      const name = `${width}x${height}-${language}`;
      await home.getByRole('textbox').waitFor();
      await home.waitForLoadState('networkidle');
      await home.waitForFunction(() => [...document.images].every((image) => image.complete));
      await home.screenshot({ path: `${folder}home-${name}.png` });
      await home.close();
      views.push({
        name,
        page: (await visit(browser, `${server.address}/game/pictures`, options)).page,
      });
    }
  }
  const picture = async (state: string): Promise<void> => {
    for (const { name, page } of views) {
      await page.screenshot({ path: `${folder}${state}-${name}.png` });
    }
  };
  const [s, , , h] = views.map((view) => view.page);
  if (s === undefined || h === undefined) throw new Error('too few views');
  await pressMain(s, /Salesforce/);
  await pressMain(h, /Heroku/);
  await server.makeField('pictures', { turns: 12, turnTime: 2000 });
  await pressMain(s, /Start/);
  for (const { page } of views) await phaseIs(page, 'coding');
  for (const name of ['Right', 'Down', 'Left', 'Up']) {
    await s.getByRole('button', { name, exact: true }).click();
  }
  await typeAtEnd(h, 'p.left();\np.dwn();\np.up();\np.right();\np.down();\n');
  await picture('coding');
  await pressMain(s, /Ready/);
  await pressMain(h, /準備よし/);
  for (const { page } of views) await phaseIs(page, 'running');
  await s.waitForFunction(() =>
    /^turn [3-9]/.test(document.querySelector('[data-testid=board]')?.textContent ?? ''),
  );
  await picture('running');
  for (const { page } of views) {
    await phaseIs(page, 'result');
    await page.locator('.result').waitFor();
    await page.evaluate(() =>
      Promise.allSettled(document.getAnimations().map((animation) => animation.finished)),
    );
  }
  await picture('result');
}

await main();
