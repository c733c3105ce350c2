import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSqliteStores } from '../../server/logs/index.ts';
import type { Stores } from '../../server/logs/index.ts';
import type { RoomName } from '../../shared/base/ids.ts';
import {
  applyRecord,
  decide,
  encodeRecord,
  type LogRecord,
  type RoomState,
} from '../../shared/room/index.ts';
import { anna, RoomStory } from '../../shared/room/testing/story.ts';
import { ask, PageClient } from '../support/page-client.ts';
import { ServerProcess } from '../support/server-process.ts';
import { temporaryFolder } from '../support/server.ts';

const room = 'story' as RoomName;

/** Whole programs that replace each other, more than a match may hold today: 29 MB of text. */
const replacements = 1500;

let folder: ReturnType<typeof temporaryFolder>;
let server: ServerProcess | null = null;

beforeEach(() => {
  folder = temporaryFolder();
});

afterEach(async () => {
  await server?.end('SIGKILL');
  server = null;
  folder.remove();
});

function opened(): Stores {
  const stores = openSqliteStores(folder.path, Date.now);
  if (!stores.ok) throw new Error(stores.refusal.code);
  return stores.value;
}

/** A match in which a whole program was replaced again and again; answers the room after it. */
async function overfull(): Promise<RoomState> {
  const story = new RoomStory();
  story.now = Date.now();
  story.set({ codingTime: 900_000 }).sits(anna, 'heroku').starts();
  const stores = opened();
  for (const record of story.records) await stores.log.append(room, encodeRecord(record));
  let { state } = story;
  for (let i = 0; i < replacements; i++) {
    const { epoch, version, text, lockedTo } = state.documents.heroku;
    const program = String(i).padEnd(19_000, '.');
    const changes = [lockedTo, [text.length - lockedTo, program]] as const;
    const updates = [{ clientId: 'c', changes }];
    const edited = { kind: 'program edited', seat: 'heroku', epoch, version, updates } as const;
    state = await appended(stores, state, [edited]);
  }
  await stores.close();
  return state;
}

async function appended(
  { log }: Stores,
  state: RoomState,
  entries: LogRecord['entries'],
): Promise<RoomState> {
  const record = { seq: state.seq + 1, at: Date.now(), entries };
  expect(await log.append(room, encodeRecord(record))).toBe('appended');
  return applyRecord(state, record);
}

/** The owner gives up while the server is down. */
async function givenUp(state: RoomState): Promise<void> {
  const leaving = decide(state, { kind: 'leave seat', seat: 'heroku', by: anna.id }, Date.now());
  if (!leaving.ok) throw new Error(leaving.refusal.code);
  const stores = opened();
  await appended(stores, state, leaving.value);
  await stores.close();
}

async function serving(): Promise<string> {
  server = new ServerProcess({
    DATA_DIR: folder.path,
    NODE_OPTIONS: '--max-old-space-size=64',
  });
  return server.address();
}

test('A3 A5 R32 a server with 64 MB of heap opens, tells and archives a match whose log is larger', async () => {
  const state = await overfull();
  const first = await PageClient.open(await serving(), room, 'Cleo');
  expect(first.state.seq).toBe(state.seq);
  for (const since of [0, 5, state.seq - 3]) {
    const answer = await ask(first.socket, 'since', since);
    expect(answer).toMatchObject({ ok: true });
    expect(JSON.stringify(answer).length).toBeLessThan(400_000);
  }
  first.close();
  expect((await server?.end('SIGTERM'))?.code).toBe(0);
  await givenUp(state);
  const address = await serving();
  const again = await PageClient.open(address, room, 'Cleo');
  expect(again.state.phase.kind).toBe('result');
  const replay = (): Promise<number> =>
    fetch(`${address}/api/replay/${state.match}`, { method: 'HEAD' }).then(({ status }) => status);
  await expect.poll(replay, { timeout: 30_000 }).toBe(200);
  again.close();
  expect((await server?.end('SIGTERM'))?.code).toBe(0);
});
