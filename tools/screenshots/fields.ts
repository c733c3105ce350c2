import { pressMain, visit } from '../../tests/browser/support/pages.ts';
import type { Scene } from './scene.ts';
import { everyView } from './views.ts';

/** The smallest field, the largest, and a long one. */
const shapes = [
  ['field-3x3', { width: 3, height: 3, walls: 0, gold: 4 }],
  ['field-64x64', { width: 64, height: 64, walls: 600, gold: 200 }],
  ['field-20x6', { width: 20, height: 6, walls: 14, gold: 20 }],
] as const;

const views = everyView.filter(
  ({ language, theme }) => (language === 'en') === (theme === 'light'),
);

/** Fields of other shapes than the usual. */
export const fields: Scene = async ({ browser, server, photographer }) => {
  for (const [what, settings] of shapes) {
    const { page } = await visit(browser, `${server.address}/game/${what}`);
    await pressMain(page, /Salesforce/);
    await page.getByTestId('main-action').filter({ hasText: 'Start' }).waitFor();
    await server.makeField(what, settings, () => true);
    await page.waitForFunction((width) => {
      const text = document.querySelector('[data-testid=board]')?.textContent ?? '';
      return text.split('\n').some((line) => line.length >= width);
    }, settings.width);
    await photographer.take(page, what, views);
    await page.context().close();
  }
};
