import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { createApp, type AppParts } from '../../server/app.ts';
import { keepAll } from '../../server/archive/retention.ts';
import { unlimited, type Limits } from '../../server/limits/index.ts';
import { createMemoryStores, type Stores } from '../../server/logs/index.ts';
import { realChance, realClock } from '../../server/real.ts';
import type { Clock } from '../../shared/room/index.ts';

/** A server inside the test's own process. */
export interface TestServer {
  /** For example `http://127.0.0.1:43210`. */
  readonly address: string;
  /** What it keeps, secrets included: for looking behind the wire. */
  readonly stores: Stores;
  close(): Promise<void>;
}

/** Long enough to be seen, and no longer: tests play many matches. Milliseconds. */
const shortShout = 300;

const page = `<!doctype html><title>test page</title><style nonce="__CSP_NONCE__"></style>`;

/**
 * Starts a server with stores in memory, changed as a test likes, at a port the system chooses. Pages
 * of tests all come from one address, so that nothing is limited unless a test wants it.
 */
export async function startServer(
  clock: Clock = realClock,
  change: (stores: Stores) => Stores = (stores) => stores,
  opsToken: string | null = null,
  limits: Limits = unlimited,
  more: Partial<Pick<AppParts, 'pings' | 'logger' | 'config'>> = {},
): Promise<TestServer> {
  const folder = temporaryFolder();
  writeFileSync(join(folder.path, 'index.html'), page);
  const stores = change(createMemoryStores(() => clock.now()));
  const app = await createApp({
    config: { trustProxy: 0, origins: null, opsToken, limits, keepReplays: keepAll },
    secret: 'a secret of the tests only',
    stores,
    clock,
    chance: realChance,
    logger: pino({ level: 'silent' }),
    pages: { kind: 'built', folder: folder.path },
    others: null,
    startShout: shortShout,
    ...more,
  });
  const port = await app.listen(0, '127.0.0.1');
  if (!port.ok) throw new Error(`no server: ${port.refusal.code}`);
  return {
    address: `http://127.0.0.1:${port.value}`,
    stores,
    close: async () => {
      await app.close();
      folder.remove();
    },
  };
}

/** A fresh folder outside the checkout. */
export function temporaryFolder(): { readonly path: string; clear(): void; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'salesforce-vs-heroku-'));
  const remove = (): void => rmSync(path, { recursive: true, force: true });
  return {
    path,
    clear: () => {
      remove();
      mkdirSync(path);
    },
    remove,
  };
}
