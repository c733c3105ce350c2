import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';
import { chromiumOptions, withoutWebgl } from '../../../tools/set-up/chromium-options.ts';
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

/**
 * The pages of tests are seen for seconds. What they run is compiled again and better only after it ran many
 * times as often as V8 asks by itself: 7 % less CPU for the browser tests.
 */
const patientCompilers =
  '--js-flags=--invocation-count-for-maglev=4000,--invocation-count-for-maglev-osr=4000,' +
  '--invocation-count-for-turbofan=40000,--invocation-count-for-osr=40000';

let launched: Promise<Browser> | null = null;
let places: Place[] = [];

/** The Chromium of all files that this process runs; it ends with it. */
export function sharedBrowser(): Promise<Browser> {
  launched ??= chromium.launch(chromiumOptions([withoutWebgl, patientCompilers]));
  return launched;
}

/**
 * A page in a browser of somebody's own. Browsers are used again, page and all: from a page to the next
 * address takes two thirds of what a new page takes (0.6 against 1.0 s of CPU), a new browser more than
 * that. Everybody finds theirs as if new, with no cookie and nothing stored; size, colours and motion are
 * set again for each.
 */
export async function comeWith(options: BrowserContextOptions): Promise<Visitor> {
  const all = { ...usual, ...options };
  const { viewport, colorScheme = null, reducedMotion = null, ...fixed } = all;
  const wanted = JSON.stringify(fixed);
  let place = places.find((place) => !place.taken && place.options === wanted);
  if (place === undefined) {
    const browser = await sharedBrowser();
    const context = await browser.newContext(all);
    place = { options: wanted, context, visitor: await comeTo(context), taken: true };
    places.push(place);
  }
  place.taken = true;
  const { page } = place.visitor;
  if (viewport) await page.setViewportSize(viewport);
  await page.emulateMedia({ colorScheme, reducedMotion });
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
