import { chromium, type Browser, type Page } from 'playwright-core';

/** The browser of a test file. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--use-gl=disabled'],
  });
}

/** A page of somebody of their own, and everything its console complained about. */
export interface Visitor {
  readonly page: Page;
  readonly complaints: string[];
}

/** Somebody opens an address: a context of their own is a cookie of their own. */
export async function visit(
  browser: Browser,
  address: string,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    locale: 'en-GB',
    viewport: { width: 1280, height: 720 },
    ...options,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.addInitScript(keepBoards);
  await page.goto(address);
  return { page, complaints };
}

/** Runs in the page: keeps every text the field has had, also across a reload. */
function keepBoards(): void {
  const key = 'boards seen';
  const look = (): void => {
    const text = document.querySelector('[data-testid=board]')?.textContent ?? '';
    const seen = JSON.parse(sessionStorage.getItem(key) ?? '[]') as string[];
    if (text !== '' && seen.at(-1) !== text) {
      sessionStorage.setItem(key, JSON.stringify([...seen, text]));
    }
  };
  new MutationObserver(look).observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
  });
}

/** Every text the field of this page has had, in order. */
export async function boardsSeen(page: Page): Promise<string[]> {
  return page.evaluate(() => JSON.parse(sessionStorage.getItem('boards seen') ?? '[]') as string[]);
}

/** The text of one program as it stands on a page, without marks and cursors. */
export async function programOn(page: Page, seat: 'salesforce' | 'heroku'): Promise<string> {
  return page.evaluate((seat) => {
    const content = document.querySelector(`[data-testid=side-${seat}] .cm-content`);
    const copy = content?.cloneNode(true);
    if (!(copy instanceof HTMLElement)) return 'no editor';
    for (const extra of copy.querySelectorAll('.cm-reason, .cm-deadline, .cm-typist')) {
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
