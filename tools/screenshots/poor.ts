import type { BrowserContext, Page } from 'playwright-core';
import { openBrowser, patience, pressMain, visit } from '../../tests/browser/support/pages.ts';
import type { Scene, Studio } from './scene.ts';
import { twoViews } from './views.ts';

/** What is kept from a page. */
const blocked = {
  'no-drawings': /\.(svg|png|jpg)(\?|$)/,
  'no-fonts': /\.woff2(\?|$)/,
  'no-stage': /stage-.*\.js/,
} as const;

/** Pages that do not get everything, and people who ask too much. */
export const poor: Scene = async (studio) => {
  const { browser, server, photographer } = studio;
  for (const [what, pattern] of Object.entries(blocked)) {
    const worsen = (context: BrowserContext): Promise<unknown> =>
      context.route(pattern, (route) => route.abort());
    const home = await comeIn(studio, '/', worsen);
    await home.locator('#room-name').waitFor();
    await photographer.take(home, `poor-${what}-home`, twoViews);
    const page = await comeIn(studio, `/game/${what}`, worsen);
    await page.locator('.field-host canvas, .field-failed').first().waitFor({ state: 'attached' });
    await pressMain(page, /Salesforce/);
    await photographer.take(page, `poor-${what}`, twoViews);
  }

  const calm = await visit(browser, `${server.address}/game/calm`, { reducedMotion: 'reduce' });
  await pressMain(calm.page, /Salesforce/);
  await calm.page.locator('.field-host canvas').waitFor();
  await photographer.take(calm.page, 'reduced-motion', twoViews);

  const gl = await openBrowser([]);
  const { page: drawn } = await visit(gl, `${server.address}/game/drawn`);
  await drawn.locator('.field-host canvas').waitFor();
  await photographer.take(drawn, 'with-webgl', twoViews);
  await gl.close();

  const { page: marks } = await visit(browser, `${server.address}/game/marks`);
  await marks.locator('.talk-open').click();
  const name = marks.locator('#nickname');
  await name.evaluate((input: HTMLInputElement) => input.removeAttribute('maxlength'));
  await name.fill(`Z${'\u0334\u0352\u036d\u0489'.repeat(75)}`);
  await name.press('Enter');
  await marks.locator('.message-form input').fill(`hello ${'\u0352'.repeat(280)}`);
  await marks.locator('.message-form button').click();
  await marks.locator('.message').waitFor();
  await pressMain(marks, /Salesforce/);
  await photographer.take(marks, 'poor-marks', twoViews);

  const { page: cut } = await visit(browser, `${server.address}/game/cut`);
  await pressMain(cut, /Salesforce/);
  await cut.getByTestId('main-action').filter({ hasText: 'Start' }).waitFor();
  await cut.context().setOffline(true);
  await cut.locator('.connection-lost').waitFor(patience);
  await photographer.take(cut, 'poor-cut-off', twoViews);
};

async function comeIn(
  { browser, server }: Studio,
  path: string,
  worsen: (context: BrowserContext) => Promise<unknown>,
): Promise<Page> {
  const context = await browser.newContext({
    locale: 'en-GB',
    viewport: { width: 1280, height: 720 },
  });
  await worsen(context);
  const page = await context.newPage();
  await page.goto(server.address + path);
  return page;
}
