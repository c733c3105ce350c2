/** Starts the server: reads the settings, wires the real parts, listens, and says where. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Refusal } from '../shared/base/result.ts';
import type { Milliseconds } from '../shared/base/ids.ts';
import { createApp, type App, type PageSource } from './app.ts';
import { readConfig, terminalLanguage } from './config.ts';
import { developmentPages } from './development.ts';
import { createLogger } from './logger.ts';
import { openStores } from './open-stores.ts';
import { sampleLine } from './ops/log-line.ts';
import { realChance, realClock } from './real.ts';
import { addressMessage, notBuiltMessage, startMessage, type StartRefusalCode } from './words.ts';

/** A18: whatever still hangs after this is left behind. Below the 5 s a platform grants. */
const closePatience: Milliseconds = 4500;

/** As often as platforms write such lines themselves. */
const samplesEvery: Milliseconds = 20_000;

const language = terminalLanguage(process.env);

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function giveUp(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

function giveUpFor(refusal: Refusal<StartRefusalCode>): never {
  return giveUp(startMessage(refusal, language));
}

/** Built pages lie beside the built server; development serves the sources. */
function pageSource(): PageSource {
  if (process.argv.includes('--dev')) {
    return developmentPages(fileURLToPath(new URL('../client', import.meta.url)));
  }
  const beside = fileURLToPath(new URL('../client', import.meta.url));
  const built = import.meta.url.includes('/dist/')
    ? beside
    : fileURLToPath(new URL('../dist/client', import.meta.url));
  if (!existsSync(`${built}/index.html`)) return giveUp(notBuiltMessage(language));
  return { kind: 'built', folder: built };
}

/** A line of memory and load for the platform's log graphs, now and then. */
function logSamples(app: App): void {
  const line = (): void => {
    const sample = app.ops.latest();
    if (sample !== null) say(sampleLine(`web.${process.pid}`, sample));
  };
  setInterval(line, samplesEvery).unref();
}

function endOnSignals(app: App): void {
  let ending = false;
  const end = (): void => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(1), closePatience).unref();
    app.close().then(
      () => process.exit(0),
      (error: unknown) => giveUp(String(error)),
    );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}

async function start(): Promise<void> {
  const config = readConfig(process.env);
  if (!config.ok) return giveUpFor(config.refusal);
  const { port, host } = config.value;
  const logger = createLogger(config.value.logLevel ?? (process.stdout.isTTY ? 'warn' : 'info'));
  const opened = await openStores(config.value, realClock, logger);
  if (!opened.ok) return giveUpFor(opened.refusal);
  const app = await createApp({
    config: config.value,
    ...opened.value,
    chance: realChance,
    logger,
    pages: pageSource(),
  });
  const listening = await app.listen(port, host);
  if (!listening.ok) {
    await app.close();
    return giveUpFor(listening.refusal);
  }
  if (config.value.logSamples) logSamples(app);
  endOnSignals(app);
  say(addressMessage(`http://${host ?? 'localhost'}:${listening.value}`, language));
}

await start();
