/** Starts the server: reads the settings, wires the real parts, listens, and says where. */
import cluster from 'node:cluster';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Refusal } from '../shared/base/result.ts';
import type { Milliseconds } from '../shared/base/ids.ts';
import { warmUp } from '../shared/room/index.ts';
import { createApp, type App, type PageSource } from './app.ts';
import { createPrimary } from './cluster/primary.ts';
import { holdConnections, watchPrimary, type PrimaryLine } from './cluster/worker.ts';
import { readConfig, terminalLanguage, type Config } from './config.ts';
import { developmentPages } from './development.ts';
import { createLogger } from './logger.ts';
import { checkRedis, type RedisAddress, type RedisWarning } from './logs/index.ts';
import { openStores } from './open-stores.ts';
import { sampleLine } from './ops/log-line.ts';
import { realChance, realClock } from './real.ts';
import {
  addressMessage,
  notBuiltMessage,
  noWorkerMessage,
  oneWorkerMessage,
  startMessage,
  warningMessage,
  type StartRefusalCode,
} from './words.ts';

/** A18: whatever still hangs after this is left behind. Below the 5 s a platform grants. */
const closePatience: Milliseconds = 4500;

/** As often as platforms write such lines themselves. */
const samplesEvery: Milliseconds = 20_000;

const language = terminalLanguage(process.env);

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function warn(warnings: readonly RedisWarning[]): void {
  for (const warning of warnings) process.stderr.write(`${warningMessage(warning, language)}\n`);
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

function endOnSignals(close: () => Promise<void>, patience: Milliseconds): void {
  let ending = false;
  const end = (): void => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(1), patience).unref();
    close().then(
      () => process.exit(0),
      (error: unknown) => giveUp(String(error)),
    );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}

function sayWhere(host: string | null, port: number): void {
  say(addressMessage(`http://${host ?? 'localhost'}:${port}`, language));
}

function loggerFor(config: Config): ReturnType<typeof createLogger> {
  return createLogger(config.logLevel ?? (process.stdout.isTTY ? 'warn' : 'info'));
}

/** One process that serves: alone, or as a worker to whom a primary hands its connections. */
async function serve(config: Config, primary: PrimaryLine | null): Promise<void> {
  const { port, host } = config;
  const logger = loggerFor(config);
  warmUp();
  const opened = await openStores(config, realClock, logger);
  if (!opened.ok) return giveUpFor(opened.refusal);
  // Of a worker's store its primary has told.
  if (primary === null) warn(opened.value.warnings);
  const pages = pageSource();
  const app = await createApp({ config, ...opened.value, chance: realChance, logger, pages });
  endOnSignals(() => app.close(), closePatience);
  if (config.logSamples) logSamples(app);
  if (primary !== null) {
    watchPrimary(() => process.kill(process.pid, 'SIGTERM'));
    app.serveHandedOver();
    primary.ready();
    return;
  }
  const listening = await app.listen(port, host);
  if (!listening.ok) {
    await app.close();
    return giveUpFor(listening.refusal);
  }
  return sayWhere(host, listening.value);
}

/** The process that owns the port of several workers. */
async function lead(config: Config, redis: RedisAddress): Promise<void> {
  // Said once by the primary, not by every worker.
  const checked = await checkRedis(redis);
  if (!checked.ok) return giveUpFor(checked.refusal);
  warn(checked.value);
  const { workers, port, host } = config;
  const logger = loggerFor(config);
  const hopeless = (): never => giveUp(noWorkerMessage(language));
  const primary = createPrimary({ workers, port, host, logger, hopeless });
  endOnSignals(() => primary.close(), closePatience + 300);
  const listening = await primary.listen();
  if (!listening.ok) {
    await primary.close();
    return giveUpFor(listening.refusal);
  }
  return sayWhere(host, listening.value);
}

async function start(): Promise<void> {
  const line = cluster.isWorker ? holdConnections() : null;
  const config = readConfig(process.env);
  if (!config.ok) return giveUpFor(config.refusal);
  const { workers, redis } = config.value;
  if (line !== null) return serve(config.value, line);
  if (workers > 1 && redis !== null) return lead(config.value, redis);
  if (workers > 1) say(oneWorkerMessage(language));
  return serve(config.value, null);
}

await start();
