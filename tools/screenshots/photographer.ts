import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { homeView, nameOf, type View } from './views.ts';

/** Where pictures lie. */
export const folder = fileURLToPath(new URL('../../.cache/screenshots/', import.meta.url));

/** Takes pictures of pages from every side, and says what it does. */
export class Photographer {
  readonly #began = Date.now();
  readonly #taken = new Map<string, string[]>();

  /** Empties the folder when a whole set is made, so that no picture of yesterday is in it. */
  constructor(wholeSet: boolean) {
    if (wholeSet) rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }

  /** Files taken, by what they show. */
  get taken(): ReadonlyMap<string, readonly string[]> {
    return this.#taken;
  }

  /**
   * Pictures what a page shows in each view; the page stays where it is, only its look changes. In the
   * end it is a laptop's in English again, where the next steps are easily found.
   */
  async take(page: Page, what: string, views: readonly View[]): Promise<void> {
    const start = Date.now();
    for (const view of views) {
      await lookAs(page, view);
      await this.#shoot(page, what, `${what}-${nameOf(view)}.png`);
    }
    await lookAs(page, homeView);
    this.#tell(what, views.length, start);
  }

  /** Pictures a page as it stands, moving things at this moment of their motion. */
  async snap(page: Page, what: string, name = what): Promise<void> {
    const start = Date.now();
    await this.#shoot(page, what, `${name}.png`);
    this.#tell(name, 1, start);
  }

  /** Pictures what an act makes appear for a moment; says so where the machine was too slow for it. */
  async glimpse(
    page: Page,
    selector: string,
    what: string,
    act: () => Promise<void>,
  ): Promise<void> {
    const seen = page
      .waitForSelector(selector, { timeout: 8000 })
      .then(() => true)
      .catch(() => false);
    await act();
    if (await seen) await this.snap(page, what);
    else console.log(`         ${what}: it was gone before it could be pictured`);
  }

  /** Pictures of one part of a page, `count` of them, while `go` moves its time on. */
  async frames(
    page: Page,
    selector: string,
    what: string,
    count: number,
    go: () => Promise<void>,
  ): Promise<void> {
    const start = Date.now();
    for (let frame = 0; frame < count; frame++) {
      const name = `${what}-${String(frame).padStart(2, '0')}.png`;
      await page.locator(selector).screenshot({ path: folder + name, animations: 'allow' });
      this.#remember(what, name);
      await go();
    }
    this.#tell(what, count, start);
  }

  async #shoot(page: Page, what: string, name: string): Promise<void> {
    await page.screenshot({ path: folder + name, animations: 'allow', timeout: 60_000 });
    this.#remember(what, name);
  }

  #remember(what: string, name: string): void {
    this.#taken.set(what, [...(this.#taken.get(what) ?? []), name]);
  }

  #tell(what: string, pictures: number, start: number): void {
    const seconds = (since: number): string => ((Date.now() - since) / 1000).toFixed(1);
    console.log(
      `${seconds(this.#began).padStart(6)} s  ${what}: ${pictures} in ${seconds(start)} s`,
    );
  }
}

/** Turns a page to a view by its own switches (R35), and waits until it stands still. */
async function lookAs(page: Page, view: View): Promise<void> {
  await page.setViewportSize({ width: view.width, height: view.height });
  const switched = await page.evaluate(({ language, theme }) => {
    const { lang, dataset } = document.documentElement;
    // On a small screen the switches are put away, but they are there.
    const [languageSwitch, themeSwitch] =
      document.querySelectorAll<HTMLElement>('.switches button');
    if (lang === language && dataset['theme'] === theme) return 'done';
    if (!languageSwitch || !themeSwitch) return 'no switches';
    if (lang !== language) languageSwitch.click();
    if (dataset['theme'] !== theme) themeSwitch.click();
    return 'done';
  }, view);
  if (switched === 'no switches') {
    await page.evaluate(({ language, theme }) => {
      localStorage.setItem('duel:language', language);
      localStorage.setItem('duel:theme', theme);
    }, view);
    await page.reload();
  }
  await page.mouse.move(view.width - 1, view.height - 1);
  await settled(page);
}

/** Waits until drawings and letters are there and what moves once has moved. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('.loading') === null);
  // A new size or theme reaches the field in the next pictures, new letters after their font.
  await pictures(page, 3);
  await page.evaluate(() =>
    Promise.allSettled([
      document.fonts.ready,
      ...[...document.images].map((image) => image.decode()),
      ...document
        .getAnimations()
        // Lines tremble for a while; nobody waits for them.
        .filter(({ effect }) => Number(effect?.getComputedTiming().endTime) < 4000)
        .map(({ finished }) => finished),
    ]),
  );
  await pictures(page, 2);
}

async function pictures(page: Page, count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
  }
}
