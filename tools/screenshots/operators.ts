import { visit } from '../../tests/browser/support/pages.ts';
import type { Scene } from './scene.ts';
import { everyView, twoViews } from './views.ts';

/** What the pictured server asks its operators for. */
export const operatorsToken = 'the token of the operators';

/** The operators' view, before and behind its door. */
export const operators: Scene = async ({ browser, server, photographer }) => {
  const { page } = await visit(browser, `${server.address}/ops`);
  await page.locator('#ops-token').waitFor();
  await photographer.take(page, 'ops-door', twoViews);
  await page.locator('#ops-token').fill(operatorsToken);
  await page.keyboard.press('Enter');
  await page.locator('.uplot').first().waitFor();
  await page.waitForFunction(
    () => !/first figures/.test(document.body.textContent ?? ''),
    undefined,
    { timeout: 40_000 },
  );
  await photographer.take(page, 'ops', everyView);
};
