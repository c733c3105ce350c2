import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';
import { chromiumOptions } from '../../../tools/set-up/chromium-options.ts';
import { comeTo, usual, type Visitor } from './pages.ts';

/** Somebody's browser with its one page, and whether the test that runs uses it. */
interface Place {
  readonly options: string;
  readonly context: BrowserContext;
  readonly visitor: Visitor;
  taken: boolean;
}

/** So many browsers that nobody uses stay open. */
const kept = 6;

let launched: Promise<Browser> | null = null;
let places: Place[] = [];

/** The Chromium of all files that this process runs; it ends with it. */
export function sharedBrowser(): Promise<Browser> {
  launched ??= chromium.launch(chromiumOptions());
  return launched;
}

/**
 * A page in a browser of somebody's own. Browsers are used again, page and all: from a page to the next
 * address takes two thirds of what a new page takes (0.6 against 1.0 s of CPU), a new browser more than
 * that. Everybody finds theirs as if new, with no cookie and nothing stored.
 */
export async function comeWith(options: BrowserContextOptions): Promise<Visitor> {
  const wanted = JSON.stringify(options);
  let place = places.find((place) => !place.taken && place.options === wanted);
  if (place === undefined) {
    const browser = await sharedBrowser();
    const context = await browser.newContext({ ...usual, ...options });
    place = { options: wanted, context, visitor: await comeTo(context), taken: true };
    places.push(place);
  }
  place.taken = true;
  return place.visitor;
}

/**
 * Everybody goes home: nobody is at this address any more, and nothing of them is left. Pages on which
 * something was set for good are closed with their browser.
 */
export async function sendHome(origin: string, spoilt: ReadonlySet<Page>): Promise<void> {
  const leaving = places.filter((place) => place.taken);
  const left = await Promise.all(leaving.map((place) => leave(place, origin, spoilt)));
  const stayed = leaving.filter((_place, index) => left[index]);
  for (const place of stayed) place.taken = false;
  const byUse = [...places.filter((place) => !leaving.includes(place)), ...stayed];
  places = byUse.slice(-kept);
  const gone = [...byUse.slice(0, -kept), ...leaving.filter((place) => !stayed.includes(place))];
  await Promise.all(gone.map(({ context }) => context.close()));
}

/** Whether this browser can be used again, of which nothing is left then. */
async function leave(
  { context, visitor }: Place,
  origin: string,
  spoilt: ReadonlySet<Page>,
): Promise<boolean> {
  const { page } = visitor;
  if (page.isClosed() || spoilt.has(page)) return false;
  const origins = new Set([origin, new URL(page.url()).origin]);
  // The plainest thing there is to see; a picture asks for no other.
  await page.goto(`${origin}/favicon.svg`);
  await page.mouse.move(0, 0);
  await page.evaluate(() => sessionStorage.clear());
  visitor.complaints.splice(0);
  await context.clearCookies();
  const devtools = await context.newCDPSession(page);
  for (const origin of origins) {
    await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  }
  await devtools.detach();
  const others = context.pages().filter((other) => other !== page);
  await Promise.all(others.map((other) => other.close()));
  return true;
}
