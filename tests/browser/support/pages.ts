import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';
import { chromiumOptions } from '../../../tools/set-up/chromium-options.ts';

/** How long a condition on a page may take to come; only a failing test waits for all of it. */
export const patience = { timeout: 60_000 };

/** A browser of one's own; it draws without WebGL unless told otherwise. */
export function openBrowser(drawing?: readonly string[]): Promise<Browser> {
  return chromium.launch(chromiumOptions(drawing));
}

/**
 * What a page is opened with unless a test wishes otherwise: English, on a small desk, by somebody who
 * does not want to see things move. Without a graphics card motion takes most of the processor.
 */
export const usual: BrowserContextOptions = {
  locale: 'en-GB',
  viewport: { width: 1280, height: 720 },
  reducedMotion: 'reduce',
  colorScheme: 'light',
};

/** For pages on which everything moves, as most people see it. */
export const moving: BrowserContextOptions = { reducedMotion: 'no-preference' };

/** A page of somebody of their own, and everything its console complained about. */
export interface Visitor {
  readonly page: Page;
  readonly complaints: string[];
}

/** Somebody opens an address: a context of their own is a cookie of their own. */
export async function visit(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<Visitor> {
  const visitor = await comeTo(await browser.newContext({ ...usual, ...options }));
  await visitor.page.goto(address);
  return visitor;
}

/** A new page of somebody's browser, which is nowhere yet. */
export async function comeTo(context: BrowserContext): Promise<Visitor> {
  const page = await context.newPage();
  page.setDefaultTimeout(patience.timeout);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.addInitScript(keepMoments);
  return { page, complaints };
}

/** What a page showed when its field changed. */
export interface Moment {
  readonly board: string;
  readonly salesforce: string;
  readonly heroku: string;
}

/** Runs in the page: keeps the field and both programs at every change of the field, over reloads. */
function keepMoments(): void {
  const key = 'moments seen';
  const program = (seat: string): string => {
    const content = document.querySelector(`[data-testid=side-${seat}] .cm-content`);
    const copy = content?.cloneNode(true);
    if (!(copy instanceof HTMLElement)) return '';
    for (const extra of copy.querySelectorAll('.cm-reason, .cm-deadline, .cm-typist, .cm-note')) {
      extra.remove();
    }
    return [...copy.querySelectorAll('.cm-line')].map((line) => line.textContent).join('\n');
  };
  const mayStore = (): boolean => {
    try {
      return sessionStorage.length >= 0;
    } catch {
      return false;
    }
  };
  const look = (): void => {
    if (!mayStore()) return;
    const board = document.querySelector('[data-testid=board]')?.textContent ?? '';
    const seen = JSON.parse(sessionStorage.getItem(key) ?? '[]') as Moment[];
    if (board === '' || seen.at(-1)?.board === board) return;
    seen.push({ board, salesforce: program('salesforce'), heroku: program('heroku') });
    sessionStorage.setItem(key, JSON.stringify(seen));
  };
  new MutationObserver(look).observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
  });
}

/** What this page showed at every change of its field, in order. */
export async function momentsSeen(page: Page): Promise<Moment[]> {
  return page.evaluate(
    () => JSON.parse(sessionStorage.getItem('moments seen') ?? '[]') as Moment[],
  );
}

/** The text of one program as it stands on a page, without marks and cursors. */
export async function programOn(page: Page, seat: 'salesforce' | 'heroku'): Promise<string> {
  return page.evaluate((seat) => {
    const content = document.querySelector(`[data-testid=side-${seat}] .cm-content`);
    const copy = content?.cloneNode(true);
    if (!(copy instanceof HTMLElement)) return 'no editor';
    for (const extra of copy.querySelectorAll('.cm-reason, .cm-deadline, .cm-typist, .cm-note')) {
      extra.remove();
    }
    return [...copy.querySelectorAll('.cm-line')].map((line) => line.textContent).join('\n');
  }, seat);
}

/** Waits until a page's room is in a phase. */
export async function phaseIs(page: Page, phase: string): Promise<void> {
  await page.waitForSelector(`[data-testid=room][data-phase=${phase}]`, { timeout: 90_000 });
}

/** Presses the one obvious button once it says this. */
export async function pressMain(page: Page, words: RegExp): Promise<void> {
  await page.getByTestId('main-action').filter({ hasText: words }).click();
}

/** Types at the end of H's program. */
export async function typeAtEnd(page: Page, text: string): Promise<void> {
  await page.locator('[data-testid=side-heroku] .cm-content').click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(text, { delay: 10 });
}

/** Presses Tab until the focus is on the first that matches; throws when it never gets there. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  await page.locator(selector).first().waitFor();
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    const there = await page.evaluate(
      (selector) => document.activeElement?.matches(selector) ?? false,
      selector,
    );
    if (there) return;
  }
  throw new Error(`Tab never reaches ${selector}`);
}
