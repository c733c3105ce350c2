/** `npm run screenshots`: plays a match and pictures every screen, into .cache/screenshots. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, phaseIs, typeAtEnd, visit } from '../tests/browser/support/pages.ts';
import { ServerProcess } from '../tests/support/server-process.ts';

const sizes = [
  [1280, 720],
  [360, 640],
  [1920, 1080],
] as const;
const languages = { en: 'en-GB', ja: 'ja-JP' } as const;
const folder = fileURLToPath(new URL('../.cache/screenshots/', import.meta.url));

async function main(): Promise<void> {
  await mkdir(folder, { recursive: true });
  const data = await mkdtemp(join(tmpdir(), 'screenshots-'));
  const server = new ServerProcess({ DATA_DIR: data });
  const browser = await openBrowser();
  try {
    await playAndPicture(browser, await server.address());
  } finally {
    await browser.close();
    await server.end('SIGTERM');
    await rm(data, { recursive: true, force: true });
  }
}

async function playAndPicture(browser: Browser, address: string): Promise<void> {
  const views: { readonly name: string; readonly page: Page }[] = [];
  for (const [language, locale] of Object.entries(languages)) {
    for (const [width, height] of sizes) {
      const options = { locale, viewport: { width, height } };
      const home = (await visit(browser, address, options)).page;
      const name = `${width}x${height}-${language}`;
      await home.getByRole('textbox').waitFor();
      await home.screenshot({ path: `${folder}home-${name}.png` });
      await home.close();
      views.push({ name, page: (await visit(browser, `${address}/game/pictures`, options)).page });
    }
  }
  const picture = async (state: string): Promise<void> => {
    for (const { name, page } of views) {
      await page.screenshot({ path: `${folder}${state}-${name}.png` });
    }
  };
  const [s, , , h] = views.map((view) => view.page);
  if (s === undefined || h === undefined) throw new Error('too few views');
  await s.getByRole('button', { name: 'Take the seat of Salesforce' }).click();
  await h.locator('[data-testid=side-heroku] button').first().click();
  await s.getByTestId('main-action').filter({ hasText: 'Start' }).click();
  for (const { page } of views) await phaseIs(page, 'coding');
  await typeAtEnd(h, 'p.wait(2);\np.left();\np.dwn();\np.right(2);\n');
  await picture('coding');
  for (const { page } of views) await phaseIs(page, 'running');
  await s.waitForFunction(() =>
    /^turn [3-9]/.test(document.querySelector('[data-testid=board]')?.textContent ?? ''),
  );
  await picture('running');
  for (const { page } of views) await phaseIs(page, 'result');
  await picture('result');
}

await main();
