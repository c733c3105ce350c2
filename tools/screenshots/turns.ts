import type { Page } from 'playwright-core';
import { visit } from '../../tests/browser/support/pages.ts';
import { settled } from './photographer.ts';
import type { Scene } from './scene.ts';

/** A push and a fall, as the learner sees them, a few hundredths of a second apart. */
export const turns: Scene = async ({ browser, server, photographer }) => {
  const { page } = await visit(browser, `${server.address}/learn`);
  await page.locator('.learn canvas').waitFor();
  const run = page.getByTestId('learn-run');
  const pass = (time: number) => (): Promise<void> => page.clock.runFor(time);
  await right(page);
  await right(page);
  await run.click();
  await page.waitForSelector('[data-part=collision]');
  await settled(page);
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 1000);
  await right(page);
  await run.click();
  await photographer.frames(page, '.learn-field', 'push', 12, pass(70));
  await pass(4000)();
  await page.waitForSelector('[data-part="late edit"]');
  await run.click();
  // Two turns to the corner; the third leads over the edge.
  await pass(6500)();
  await photographer.frames(page, '.learn-field', 'fall', 16, pass(90));
};

function right(page: Page): Promise<void> {
  return page.keyboard.press('ArrowRight');
}
