/**
 * `npm run bench:stage`: milliseconds of the main thread that a turn of 700 ms costs on fields of
 * several sizes, with WebGL and with 2D drawing, measured in Chromium; and how they grow. The pure
 * part, plan and poses without drawing, is measured beside it in the same run.
 */
import { fileURLToPath } from 'node:url';
import { chromium, type Browser } from 'playwright-core';
import { createServer } from 'vite';
import { chromiumPlace } from '../../tools/set-up/chromium-options.ts';

const sides = [8, 16, 32, 64];
const turns = 12;
const turnTime = 700;
/** Pictures of a turn at 60 a second. */
const frames = 42;

interface Row {
  readonly side: number;
  readonly plan: number;
  readonly played: number;
}

async function main(): Promise<void> {
  const vite = await createServer({
    root: fileURLToPath(new URL('../..', import.meta.url)),
    configFile: false,
    logLevel: 'error',
    optimizeDeps: { include: ['pixi.js', 'pixi.js/unsafe-eval'] },
    server: { port: 0, host: '127.0.0.1', hmr: false, watch: null },
  });
  await vite.listen();
  const address = vite.resolvedUrls?.local[0] ?? '';
  try {
    for (const [name, args] of [
      ['WebGL', []],
      ['2D drawing', ['--use-gl=disabled']],
    ] as const) {
      const browser = await chromium.launch({
        executablePath: chromiumPlace(),
        args: ['--no-sandbox', ...args],
      });
      print(name, await measure(browser, `${address}bench/stage/page.html`));
      await browser.close();
    }
  } finally {
    await vite.close();
  }
}

async function measure(browser: Browser, address: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (const side of sides) {
    const page = await browser.newPage({ viewport: { width: 700, height: 700 } });
    await page.goto(address);
    await page.waitForFunction(() => 'bench' in globalThis);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Performance.enable');
    const busy = async (): Promise<number> => {
      const { metrics } = await devtools.send('Performance.getMetrics');
      return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
    };
    // Written as text, for the page and this file are not one program.
    const play = (count: number): Promise<unknown> =>
      page.evaluate(`bench.playing(${count}, ${turnTime})`);
    await page.evaluate(`bench.open(${side})`);
    // Once to warm up, then measured.
    await play(2);
    const before = await busy();
    await play(turns);
    const played = ((await busy()) - before) / turns;
    const plan = Number(await page.evaluate(`bench.planning(${side}, 60, ${frames})`));
    rows.push({ side, plan, played });
    await page.close();
  }
  return rows;
}

function print(name: string, rows: readonly Row[]): void {
  const [first] = rows;
  console.log(`\n${name}: main thread in ms for a turn of ${turnTime} ms, 700 × 700 pixels`);
  console.log('   field   plan and poses   all of it   against 8×8');
  for (const { side, plan, played } of rows) {
    const growth = played / (first?.played ?? 1);
    console.log(
      `${`${side}×${side}`.padStart(8)} ${plan.toFixed(2).padStart(16)} ${played.toFixed(1).padStart(11)} ${growth.toFixed(2).padStart(13)}`,
    );
  }
}

await main();
