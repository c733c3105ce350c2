import { visit } from '../../tests/browser/support/pages.ts';
import type { Scene } from './scene.ts';
import { everyView, twoViews } from './views.ts';

const pages = [
  ['home', '/', '#room-name', everyView],
  ['help', '/help', '.help', everyView],
  ['language', '/help/language', '.language-help', everyView],
  ['learn', '/learn', '.learn canvas', everyView],
  ['replay-door', '/replay', '.file-door', twoViews],
  ['missing', '/game/no%20room', '.missing', twoViews],
] as const;

/** Pages without a match. */
export const still: Scene = async ({ browser, server, photographer }) => {
  for (const [what, path, ready, views] of pages) {
    const { page } = await visit(browser, server.address + path);
    await page.locator(ready).first().waitFor();
    await photographer.take(page, what, views);
    await page.context().close();
  }
};
