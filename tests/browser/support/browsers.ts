import { chromium, type Browser, type BrowserContext } from 'playwright-core';
import type { BrowserContextOptions } from 'playwright-core';
import { inject } from 'vitest';
import { comeTo, usual, type Visitor } from './pages.ts';

/** One context, and whether somebody uses it in the test that runs. */
interface Place {
  readonly options: string;
  readonly context: BrowserContext;
  taken: boolean;
}

let connection: Promise<Browser> | null = null;

/** The Chromium that all files share. */
export function sharedBrowser(): Promise<Browser> {
  connection ??= chromium.connect(inject('chromium'));
  return connection;
}

/**
 * Browsers of people, which are used again by the next test: to open a context takes Chromium as long as
 * to open a page. Everybody finds theirs as if new, with no cookie and nothing stored.
 */
export class Browsers {
  readonly #places: Place[] = [];

  /** A page in a browser of somebody's own. */
  async come(options: BrowserContextOptions = {}): Promise<Visitor> {
    const wanted = JSON.stringify(options);
    let place = this.#places.find((place) => !place.taken && place.options === wanted);
    if (place === undefined) {
      const browser = await sharedBrowser();
      const context = await browser.newContext({ ...usual, ...options });
      place = { options: wanted, context, taken: true };
      this.#places.push(place);
    }
    place.taken = true;
    return comeTo(place.context);
  }

  /** Everybody goes home: pages are closed and nothing of them is left. */
  async empty(origin: string): Promise<void> {
    await Promise.all(
      this.#places
        .filter(({ taken }) => taken)
        .map(async (place) => {
          await forget(place.context, origin);
          place.taken = false;
        }),
    );
  }

  async close(): Promise<void> {
    await Promise.all(this.#places.map(({ context }) => context.close()));
  }
}

async function forget(context: BrowserContext, origin: string): Promise<void> {
  await context.clearCookies();
  const pages = context.pages();
  const [first] = pages;
  if (first !== undefined) {
    const devtools = await context.newCDPSession(first);
    await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  }
  await Promise.all(pages.map((page) => page.close()));
}
