import { visit } from '../../tests/browser/support/pages.ts';
import { randomMatch } from '../../tests/support/determinism.ts';
import type { Scene } from './scene.ts';
import { everyView, twoViews } from './views.ts';

/** A stored match in the theatre. */
export const theatre: Scene = async ({ browser, server, photographer }) => {
  const replay = randomMatch(2);
  await server.stores.archive.save(replay);
  const { page } = await visit(browser, `${server.address}/replay/${replay.match}#t=38`);
  await page.locator('.replay canvas').first().waitFor();
  await photographer.take(page, 'theatre', everyView);
  await page.locator('.replay-tools button').first().click();
  await photographer.take(page, 'theatre-notes', twoViews);
  await page.locator('.replay-tools button').nth(3).click();
  await page.locator('dialog').waitFor();
  await photographer.take(page, 'theatre-save', twoViews);
};
