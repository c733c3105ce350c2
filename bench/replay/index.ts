/**
 * `npm run bench:replay`: what opening and seeking cost the main thread of a page, for matches of
 * growing length, measured by Chromium itself. The longest has 500 turns and 5,000 keystrokes.
 */
import { cpus, loadavg } from 'node:os';
import type { CDPSession, Page } from 'playwright-core';
import { randomStream } from '../../shared/base/random.ts';
import { openBrowser } from '../../tests/browser/support/pages.ts';
import { servePages } from '../../tests/browser/support/server.ts';
import { longBotMatch } from '../../tests/support/bot-match.ts';

const lengths = [
  [62, 625],
  [125, 1250],
  [250, 2500],
  [500, 5000],
] as const;

/** Seeks measured in each half of a match. */
const seeks = 25;

/** Milliseconds after which the page has long begun what a jump makes it do later: its colours. */
const rest = 400;

interface Cost {
  readonly turns: number;
  readonly letters: number;
  /** Milliseconds of main thread until the match stands there. */
  readonly open: number;
  /** Milliseconds of the same wait without a jump; taken off what jumps cost. */
  readonly nothing: number;
  readonly early: readonly number[];
  readonly late: readonly number[];
}

/** Milliseconds the main thread has worked since the page began. */
async function worked(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
}

/**
 * Jumps to a time, or to none, which costs what drawings that tremble and this benchmark itself do;
 * then waits until nothing is left to do: the wanted time is shown, with its colours.
 */
async function seek(page: Page, time: number | null): Promise<void> {
  await page.evaluate(
    ({ time, rest }) =>
      new Promise<void>((resolve) => {
        const line = document.querySelector<HTMLInputElement>('.scrub-line input');
        if (line === null) throw new Error('no line of time');
        if (time !== null) {
          line.value = String(time);
          line.dispatchEvent(new Event('input', { bubbles: true }));
        }
        setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(() => resolve())), rest);
      }),
    { time, rest },
  );
}

async function measure(page: Page, address: string, turns: number, letters: number): Promise<Cost> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const before = await worked(session);
  await page.goto(address);
  await page.getByTestId('board').waitFor({ state: 'attached', timeout: 60_000 });
  await page.waitForLoadState('networkidle');
  const open = (await worked(session)) - before;
  const duration = Number(await page.locator('.scrub-line input').getAttribute('max'));
  const random = randomStream('bench', 'seeks');
  const costOf = async (work: () => Promise<void>): Promise<number> => {
    const before = await worked(session);
    await work();
    return (await worked(session)) - before;
  };
  await seek(page, duration / 2);
  const nothings: number[] = [];
  for (let i = 0; i < 10; i++) nothings.push(await costOf(() => seek(page, null)));
  const nothing = median(nothings);
  const costs = async (from: number): Promise<number[]> => {
    const all: number[] = [];
    for (let i = 0; i < seeks; i++) {
      const time = Math.round(duration * (from + random.fraction() / 2));
      all.push((await costOf(() => seek(page, time))) - nothing);
    }
    return all;
  };
  return { turns, letters, open, nothing, early: await costs(0), late: await costs(0.5) };
}

/** The value that this share of all values does not exceed. */
function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? 0;
}

function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

const server = await servePages();
const browser = await openBrowser();
try {
  const costs: Cost[] = [];
  for (const [turns, letters] of lengths) {
    const replay = longBotMatch(turns, letters);
    await server.stores.archive.save(replay);
    const address = `${server.address}/replay/${replay.match}`;
    // A page of its own, so that none opens what another has warmed up; and nothing of a test in it,
    // whose watching would be counted.
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
    costs.push(await measure(await context.newPage(), address, turns, letters));
    await context.close();
  }
  console.log(
    'main thread, ms       open   nothing   seek in 1st half   in 2nd half   9 of 10   worst   over 50',
  );
  for (const { turns, letters, open, nothing, early, late } of costs) {
    const name = `${turns} turns, ${letters} keys`.padEnd(20);
    const [first, second] = [median(early).toFixed(1), median(late).toFixed(1)];
    const all = [...early, ...late];
    const [most, worst] = [quantile(all, 0.9).toFixed(1), Math.max(...all).toFixed(1)];
    const over = `${all.filter((cost) => cost >= 50).length} of ${all.length}`;
    console.log(
      `${name} ${open.toFixed(0).padStart(5)} ${nothing.toFixed(1).padStart(9)} ${first.padStart(14)} ${second.padStart(14)} ${most.padStart(10)} ${worst.padStart(7)} ${over.padStart(9)}`,
    );
  }
  const [short, long] = [costs[0], costs.at(-1)];
  if (short !== undefined && long !== undefined) {
    const growth = (of: (cost: Cost) => number): string => (of(long) / of(short)).toFixed(2);
    console.log(
      `8 times as long: opening × ${growth(({ open }) => open)}, seeking × ${growth(({ late }) => median(late))}`,
    );
  }
  console.log(`load average ${loadavg()[0]?.toFixed(2)} on ${cpus().length} cores`);
} finally {
  await browser.close();
  await server.close();
}
