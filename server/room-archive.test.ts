import { beforeEach, expect, test } from 'vitest';
import type { MatchId } from '../shared/base/ids.ts';
import { ArchiveQueue, archivedAtOnce } from '../shared/room/host/archive-queue.ts';
import type { MatchArchive, RoomLog } from '../shared/room/index.ts';
import { HandClock } from '../tests/support/hand-clock.ts';
import { replayIn } from './logs/contract/index.ts';
import { createMemoryStores, type Stores } from './logs/index.ts';
import {
  anna,
  ben,
  processOf,
  room,
  started,
  types,
  type Process,
} from './testing/room-process.ts';

let clock: HandClock;
let stores: Stores;

beforeEach(() => {
  clock = new HandClock();
  stores = createMemoryStores(() => clock.now());
});

function process(log: RoomLog = stores.log, archive: MatchArchive = stores.archive): Process {
  return processOf(clock, { log, archive });
}

/** An archive that cannot be reached until it comes back. */
function archiveAway() {
  let away = true;
  const archive: MatchArchive = {
    ...stores.archive,
    summary: (match) => (away ? Promise.reject(new Error('away')) : stores.archive.summary(match)),
  };
  return { archive, comesBack: () => void (away = false) };
}

test('A6 R33 a finished match is archived and counted once', async () => {
  const serving = process();
  await started(serving, ben);
  await clock.pass(10 * 60_000);
  const { match, seq } = await serving.state();
  await serving.host.archived(match as MatchId);
  expect((await replayIn(stores.archive, match as MatchId))?.records.at(-1)?.seq).toBe(seq);
  const { salesforce, heroku, draws } = await stores.archive.score(room);
  expect(salesforce + heroku + draws).toBe(1);
});

test('A19 R32 a store that forgets everything in a match has the whole of it when it ends', async () => {
  const forgetful = (): Stores => {
    const made = createMemoryStores(() => clock.now());
    return { ...made, log: { ...made.log, forgetful: true } };
  };
  let held = forgetful();
  const log: RoomLog = {
    load: (name) => held.log.load(name),
    visit: (name) => held.log.visit(name),
    append: (name, encoded) => held.log.append(name, encoded),
    since: (name, seq) => held.log.since(name, seq),
    compact: (name, snapshot) => held.log.compact(name, snapshot),
    restore: (name, stored) => held.log.restore(name, stored),
    forgetIdle: (before) => held.log.forgetIdle(before),
    close: () => held.log.close(),
    forgetful: true,
  };
  const serving = process(log);
  await started(serving, ben);
  await types(serving, 'p.wait(3);\n');
  const { seq, match } = await serving.state();
  held = forgetful();
  serving.storeIsBack();
  await clock.pass(2000);
  expect((await held.log.load(room))?.records).toHaveLength(seq);
  await clock.pass(10 * 60_000);
  await serving.host.archived(match as MatchId);
  const replay = await replayIn(stores.archive, match as MatchId);
  expect(replay?.records.length).toBeGreaterThan(3);
  expect((await serving.state()).phase.kind).toBe('result');
  const { salesforce, heroku, draws } = await stores.archive.score();
  expect(salesforce + heroku + draws).toBe(1);
});

test('R32 a match that could not be put away when it ended is, once the store is back', async () => {
  const store = archiveAway();
  const serving = process(stores.log, store.archive);
  await started(serving);
  await clock.pass(10 * 60_000);
  expect((await serving.state()).phase.kind).toBe('result');
  expect(await stores.archive.recent(1)).toEqual([]);
  store.comesBack();
  serving.storeIsBack();
  await clock.pass(0);
  await expect.poll(() => stores.archive.recent(1)).toHaveLength(1);
});

test('R3 L5 a match that everybody has left goes on to its end, which is archived; then the room goes', async () => {
  const serving = process();
  await started(serving);
  await types(serving, 'p.wait(3);\n');
  await serving.goes(anna);
  await clock.pass(10 * 60_000);
  await expect.poll(() => stores.archive.recent(5)).toHaveLength(1);
  expect(serving.host.rooms).toEqual([]);
  expect(clock.pending).toBe(0);
  await serving.comes(anna);
  const state = await serving.state();
  expect(state.phase.kind).toBe('result');
  expect(state.turns.length).toBe(state.battle.turn);
  expect(state.seats.heroku).toBeNull();
  expect(serving.troubles).toEqual([]);
});

test('R32 no match is compacted away before its replay is kept', async () => {
  const store = archiveAway();
  const serving = process(stores.log, store.archive);
  await started(serving);
  await clock.pass(10 * 60_000);
  await serving.wishes(anna, { kind: 'play again' });
  expect(await stores.archive.recent(1)).toEqual([]);
  store.comesBack();
  await serving.wishes(anna, { kind: 'make field', settings: (await serving.state()).settings });
  expect(await stores.archive.recent(1)).toHaveLength(1);
});

test('R14 a room goes on while its match is put away, and forgets nothing of it before', async () => {
  let putAway = (): void => {};
  const archive: MatchArchive = {
    ...stores.archive,
    save: async (match) => {
      await new Promise<void>((resolve) => (putAway = resolve));
      return stores.archive.save(match);
    },
  };
  const serving = process(stores.log, archive);
  await started(serving, ben);
  await clock.pass(10 * 60_000);
  const { match } = await serving.state();
  expect((await serving.state()).phase.kind).toBe('result');
  expect(await serving.wishes(ben, { kind: 'leave seat', seat: 'salesforce' })).toMatchObject({
    ok: true,
  });
  const again = serving.wishes(anna, { kind: 'play again' });
  await clock.pass(1000);
  expect((await stores.log.load(room))?.snapshot).toBeNull();
  putAway();
  expect(await again).toMatchObject({ ok: true });
  expect((await replayIn(stores.archive, match as MatchId))?.match).toBe(match);
  expect((await stores.log.load(room))?.snapshot).not.toBeNull();
});

test('A6 a process that dies before a match is put away: whoever opens the room does it', async () => {
  const never: MatchArchive = { ...stores.archive, save: () => new Promise(() => {}) };
  const dies = process(stores.log, never);
  await started(dies, ben);
  await clock.pass(10 * 60_000);
  expect(await stores.archive.recent(1)).toEqual([]);
  const heals = process();
  await heals.comes(ben);
  await expect.poll(() => stores.archive.recent(1)).toHaveLength(1);
  const both = process();
  await both.comes(anna);
  const { salesforce, heroku, draws } = await stores.archive.score();
  expect(salesforce + heroku + draws).toBe(1);
});

test('D8 thousands of matches that end together are put away a few at a time, in order, each once', async () => {
  const queue = new ArchiveQueue();
  const [order, working]: [string[], number[]] = [[], []];
  let now = 0;
  const work = (name: string) => async () => {
    working.push(++now);
    await Promise.resolve();
    now -= 1;
    order.push(name);
    if (name === 'match-7') throw new Error('a bad one');
  };
  const names = Array.from({ length: 3000 }, (_, i) => `match-${i}`);
  const all = [...names, ...names].map((name) => queue.run(name as MatchId, work(name)));
  const ends = await Promise.allSettled(all);
  await queue.idle();
  expect(order).toEqual(names);
  expect(Math.max(...working)).toBe(archivedAtOnce);
  expect(ends.filter(({ status }) => status === 'rejected')).toHaveLength(2);
});
