import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import type { Milliseconds, RoomName } from '../../../shared/base/ids.ts';
import type { Field, Settings } from '../../../shared/battle/index.ts';
import {
  encodeRecord,
  type Clock,
  type Person,
  type RoomState,
} from '../../../shared/room/index.ts';
import type { RoomStory } from '../../../shared/room/testing/story.ts';
import { createApp } from '../../../server/app.ts';
import { keepAll } from '../../../server/archive/retention.ts';
import { unlimited } from '../../../server/limits/index.ts';
import { createMemoryStores, type Stores } from '../../../server/logs/index.ts';
import { realChance, realClock } from '../../../server/real.ts';
import { createSessions } from '../../../server/session.ts';
import { roomy, seedThat } from './rooms.ts';

/** Opens the page of the operators. */
export const operatorsToken = 'the token of the operators';

/** A server with the built pages inside the test's own process. */
export interface PageServer {
  readonly address: string;
  readonly stores: Stores;
  /** The value of the cookie that makes a browser this person. */
  cookieOf(person: Person): string;
  /** The room as it stands, secrets included; throws for a room nobody has opened. */
  stateOf(room: string): Promise<RoomState>;
  /** Writes a story into the log of its room, in which nobody has been yet. */
  tell(story: RoomStory): Promise<void>;
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

/** A room somebody sits at S of. */
type OwnedRoom = RoomState & { readonly seats: { readonly salesforce: Person } };

/** What most tests leave as it is. */
export interface PageServerWish {
  readonly clock?: Clock;
  readonly opsToken?: string;
  /** How long "start" is shown, in milliseconds. */
  readonly startShout?: Milliseconds;
}

/** Long enough to be seen by a page, and no longer. */
const shortShout: Milliseconds = 300;

/** Serves the built pages from memory, at a port the system chooses. */
export async function servePages(wish: PageServerWish = {}): Promise<PageServer> {
  const { clock = realClock, opsToken = operatorsToken, startShout = shortShout } = wish;
  let seed = 'any';
  const stores = createMemoryStores(() => clock.now());
  const secret = 'a secret of the tests only';
  const app = await createApp({
    config: { trustProxy: 0, origins: null, opsToken, limits: unlimited, keepReplays: keepAll },
    secret,
    stores,
    clock,
    chance: { ...realChance, seed: () => seed },
    logger: pino({ level: 'silent' }),
    pages: {
      kind: 'built',
      folder: fileURLToPath(new URL('../../../dist/client', import.meta.url)),
    },
    others: null,
    startShout,
    // On a busy machine a page that is there may be silent for long.
    pings: { interval: 4000, patience: 60_000 },
  });
  const listening = await app.listen(0, '127.0.0.1');
  if (!listening.ok) throw new Error(listening.refusal.code);
  const sessions = createSessions(secret);
  const stateOf = async (room: string): Promise<RoomState> => {
    const state = await app.host.stateOf(room as RoomName);
    if (!state) throw new Error(`nobody has opened ${room}`);
    return state;
  };
  return {
    address: `http://127.0.0.1:${listening.value}`,
    stores,
    cookieOf: ({ id }) => /=([^;]*)/.exec(sessions.write(id, { secure: false }))?.[1] ?? '',
    stateOf,
    tell: async ({ records, state }) => {
      for (const record of records) await stores.log.append(state.room, encodeRecord(record));
    },
    makeField: async (room, wished, suits = roomy) => {
      const state = await seatedAtS(stateOf, room);
      const owner = state.seats.salesforce;
      const settings = { ...state.settings, width: 12, height: 12, codingTime: 120_000, ...wished };
      seed = seedThat(settings, suits);
      const wish = { kind: 'make field', settings } as const;
      const made = await app.host.request(room as RoomName, { by: owner, wish });
      if (!made.ok) throw new Error(made.refusal.code);
    },
    close: () => app.close(),
  };
}

/** The room once somebody sits at S: a press of a page may be on its way. */
async function seatedAtS(stateOf: PageServer['stateOf'], room: string): Promise<OwnedRoom> {
  const end = Date.now() + 60_000;
  for (;;) {
    const state = await stateOf(room);
    const { salesforce } = state.seats;
    if (salesforce !== null) return { ...state, seats: { ...state.seats, salesforce } };
    if (Date.now() > end) throw new Error('nobody sits at S');
    await sleep(20);
  }
}
