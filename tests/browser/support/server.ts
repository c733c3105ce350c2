import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import type { RoomName } from '../../../shared/base/ids.ts';
import { fieldFor, type Field, type Settings } from '../../../shared/battle/index.ts';
import type { Clock, RoomState } from '../../../shared/room/index.ts';
import { createApp } from '../../../server/app.ts';
import { unlimited } from '../../../server/limits/index.ts';
import { createMemoryStores, type Stores } from '../../../server/logs/index.ts';
import { realChance, realClock } from '../../../server/real.ts';

/** A server with the built pages inside the test's own process. */
export interface PageServer {
  readonly address: string;
  readonly stores: Stores;
  /** The room as it stands, secrets included; throws for a room nobody has opened. */
  stateOf(room: string): Promise<RoomState>;
  /**
   * The owner of S makes the same 12×12 field every time, a roomy one or another that suits; the rest
   * is as wished.
   */
  makeField(
    room: string,
    wished: Partial<Settings>,
    suits?: (field: Field, settings: Settings) => boolean,
  ): Promise<void>;
  close(): Promise<void>;
}

/** What most tests leave as it is. */
export interface PageServerWish {
  readonly clock?: Clock;
  readonly opsToken?: string;
}

/** Serves the built pages from memory, at a port the system chooses. */
export async function servePages(wish: PageServerWish = {}): Promise<PageServer> {
  const { clock = realClock, opsToken = null } = wish;
  let seed = 'any';
  const stores = createMemoryStores(Date.now);
  const app = await createApp({
    config: { trustProxy: 0, origins: null, opsToken, limits: unlimited },
    secret: 'a secret of the tests only',
    stores,
    clock,
    chance: { ...realChance, seed: () => seed },
    logger: pino({ level: 'silent' }),
    pages: {
      kind: 'built',
      folder: fileURLToPath(new URL('../../../dist/client', import.meta.url)),
    },
    others: null,
  });
  const listening = await app.listen(0, '127.0.0.1');
  if (!listening.ok) throw new Error(listening.refusal.code);
  const stateOf = async (room: string): Promise<RoomState> => {
    const state = await app.host.stateOf(room as RoomName);
    if (!state) throw new Error(`nobody has opened ${room}`);
    return state;
  };
  return {
    address: `http://127.0.0.1:${listening.value}`,
    stores,
    stateOf,
    makeField: async (room, wished, suits = roomy) => {
      const state = await stateOf(room);
      const owner = state.seats.salesforce;
      if (owner === null) throw new Error('nobody sits at S');
      const settings = { ...state.settings, width: 12, height: 12, codingTime: 120_000, ...wished };
      seed = seedThat(settings, suits);
      const wish = { kind: 'make field', settings } as const;
      const made = await app.host.request(room as RoomName, { by: owner, wish });
      if (!made.ok) throw new Error(made.refusal.code);
    },
    close: () => app.close(),
  };
}

/** The first seed, always the same, whose field suits. */
function seedThat(
  settings: Settings,
  suits: (field: Field, settings: Settings) => boolean,
): string {
  for (let n = 0; n < 5000; n++) {
    if (suits(fieldFor(settings, `fixed ${n}`).field, settings)) return `fixed ${n}`;
  }
  throw new Error('no such field');
}

/** Both can walk a few steps in peace. */
function roomy({ starts, bug }: Field): boolean {
  return [starts.salesforce, starts.heroku].every(
    ({ x, y }) => Math.min(x, y) >= 2 && Math.max(x, y) <= 9 && Math.abs(x - bug.at.x) >= 3,
  );
}
