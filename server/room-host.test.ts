import { beforeEach, expect, test } from 'vitest';
import type { MatchId, PersonId, RoomName } from '../shared/base/ids.ts';
import {
  RoomHost,
  goneAfter,
  noPeers,
  type Presence,
  type Wish,
} from '../shared/room/host/index.ts';
import type { LogRecord, MatchArchive, PeerEar, Person, RoomLog } from '../shared/room/index.ts';
import { HandClock, settled } from '../tests/support/hand-clock.ts';
import { createMemoryStores, type Stores } from './logs/index.ts';

const room = 'hosted' as RoomName;
const anna: Person = { id: 'anna' as PersonId, name: 'Anna' };
const ben: Person = { id: 'ben' as PersonId, name: 'Ben' };
const takeS: Wish = { kind: 'take seat', seat: 'salesforce' };

let clock: HandClock;
let stores: Stores;

beforeEach(() => {
  clock = new HandClock();
  stores = createMemoryStores(() => clock.now());
});

/** A process that serves rooms from the stores of this test. */
function process(log: RoomLog = stores.log, archive: MatchArchive = stores.archive) {
  const records: LogRecord[] = [];
  const presences: Presence[] = [];
  const troubles: string[] = [];
  const ears: PeerEar[] = [];
  let matches = 0;
  const host = new RoomHost({
    log,
    archive,
    aside: { of: async () => ({ talk: [], cursors: [] }) },
    clock,
    peers: {
      join: (name, ear) => {
        ears.push(ear);
        return noPeers.join(name, ear);
      },
    },
    chance: { seed: () => 'seed', matchId: () => `match-${++matches}` as MatchId },
    audience: {
      record: (_room, record) => void records.push(record),
      presence: (_room, presence) => void presences.push(presence),
      overall: () => {},
      cursor: () => {},
      players: () => {},
      startedOver: () => {},
      filling: () => {},
      turn: () => {},
    },
    report: (trouble) => void troubles.push(trouble),
  });
  return {
    host,
    records,
    presences,
    troubles,
    /** The store is there again. */
    storeIsBack: () => ears.forEach((ear) => ear.back()),
    comes: (person: Person, since: number | null = null) =>
      host.enter(room, `tab of ${person.id}`, person.id, since),
    goes: (person: Person) => host.leave(room, `tab of ${person.id}`),
    wishes: (by: Person, wish: Wish) => host.request(room, { by, wish }),
    state: async () => (await host.stateOf(room)) ?? Promise.reject(new Error('nobody is here')),
  };
}

type Process = ReturnType<typeof process>;

/** An archive that cannot be reached until it comes back. */
function archiveAway() {
  let away = true;
  const archive: MatchArchive = {
    ...stores.archive,
    summary: (match) => (away ? Promise.reject(new Error('away')) : stores.archive.summary(match)),
  };
  return { archive, comesBack: () => void (away = false) };
}

async function started(serving: Process, rival?: Person): Promise<void> {
  if (rival !== undefined) await serving.comes(rival);
  if (rival !== undefined) await serving.wishes(rival, takeS);
  await serving.comes(anna);
  await serving.wishes(anna, { kind: 'take seat', seat: 'heroku' });
  await serving.wishes(anna, { kind: 'start' });
}

async function types(serving: Process, text: string): Promise<void> {
  const { epoch, version, text: before } = (await serving.state()).documents.heroku;
  const lines = text.split('\n');
  const updates = [
    { clientId: 'c', changes: [before.length, [0, lines[0] ?? '', ...lines.slice(1)]] as const },
  ];
  const edit = { kind: 'edit', seat: 'heroku', epoch, version, updates } as const;
  expect(await serving.wishes(anna, edit)).toMatchObject({ ok: true });
}

test('A4 the clock ends coding and plays every turn to the result by itself', async () => {
  const serving = process();
  await started(serving);
  await types(serving, 'p.wait(3);\n');
  await clock.pass(10 * 60_000);
  const { phase, battle } = await serving.state();
  expect(phase.kind).toBe('result');
  const turns = serving.records.flatMap(({ entries }) =>
    entries.flatMap((entry) => (entry.kind === 'turn played' ? [entry.turn] : [])),
  );
  expect(turns).toEqual(turns.map((_turn, index) => index + 1));
  expect(turns.length).toBe(battle.turn);
});

test('A6 R33 a finished match is archived and counted once', async () => {
  const serving = process();
  await started(serving, ben);
  await clock.pass(10 * 60_000);
  const { match, seq } = await serving.state();
  expect((await stores.archive.load(match as MatchId))?.records.at(-1)?.seq).toBe(seq);
  const { salesforce, heroku, draws } = await stores.archive.score(room);
  expect(salesforce + heroku + draws).toBe(1);
});

test('A3 A4 two processes serve one room: each turn is played exactly once', async () => {
  const one = process();
  const two = process();
  await started(one);
  await two.comes(ben);
  await types(one, 'p.wait(40);\n');
  await clock.pass(10 * 60_000);
  await one.wishes(anna, { kind: 'rename' });
  const stored = await stores.log.load(room);
  const entries = (stored?.records ?? []).flatMap((record) => record.entries);
  const turns = entries.flatMap((entry) => (entry.kind === 'turn played' ? [entry.turn] : []));
  expect(turns).toEqual(turns.map((_turn, index) => index + 1));
  expect(entries.filter((entry) => entry.kind === 'match ended')).toHaveLength(1);
  expect([...one.troubles, ...two.troubles]).toEqual([]);
});

test('A3 a process that comes later finds the match where it stands and goes on', async () => {
  const first = process();
  await started(first);
  await types(first, 'p.wait(5);\n');
  const { settings } = await first.state();
  await clock.pass(settings.codingTime + 3000 + settings.turnTime);
  const before = await first.state();
  expect(before.phase.kind).toBe('running');
  await first.goes(anna);
  const second = process();
  await second.comes(anna, before.seq);
  expect(await second.state()).toEqual(before);
  await clock.pass(10 * 60_000);
  expect((await second.state()).phase.kind).toBe('result');
});

test('A5 whoever knows a record gets everything since, and a snapshot once that has gone', async () => {
  const serving = process();
  await serving.comes(anna);
  await serving.wishes(anna, { kind: 'take seat', seat: 'heroku' });
  const since = await serving.host.since(room, 1);
  expect(since).toMatchObject({ value: { kind: 'records', records: [{ seq: 2 }] } });
  const settings = (await serving.state()).settings;
  await serving.wishes(anna, { kind: 'make field', settings });
  expect(await serving.host.since(room, 1)).toMatchObject({ value: { kind: 'snapshot' } });
  expect(await serving.host.since(room, 99)).toMatchObject({ value: { kind: 'snapshot' } });
});

test('R3 the seat of somebody gone for 30 s is freed, of somebody back in time is not', async () => {
  const serving = process();
  await serving.comes(anna);
  await serving.comes(ben);
  await serving.wishes(anna, { kind: 'take seat', seat: 'heroku' });
  await serving.goes(anna);
  await clock.pass(goneAfter - 1);
  expect((await serving.state()).seats.heroku).toEqual(anna);
  await serving.comes(anna);
  await clock.pass(goneAfter * 2);
  expect((await serving.state()).seats.heroku).toEqual(anna);
  await serving.goes(anna);
  await clock.pass(goneAfter);
  expect((await serving.state()).seats.heroku).toBeNull();
});

test('R3 in a match the owner may be gone for long, and the program goes on', async () => {
  const serving = process();
  await started(serving);
  await types(serving, 'p.wait(2);\n');
  await serving.comes(ben);
  await serving.goes(anna);
  await clock.pass(10 * 60_000);
  const state = await serving.state();
  expect(state.phase.kind).toBe('result');
  expect(state.turns[0]?.steps.heroku).toMatchObject({ action: 'wait', line: 2 });
});

test('R4 presence tells who is here and how many watch', async () => {
  const serving = process();
  await serving.comes(anna);
  await serving.comes(ben);
  await serving.wishes(anna, { kind: 'take seat', seat: 'heroku' });
  await clock.pass(2000);
  expect(serving.presences.at(-1)).toEqual({
    here: { salesforce: false, heroku: true },
    watching: 1,
  });
});

test('R4 who takes, leaves or swaps a seat is told of at once', async () => {
  const serving = process();
  await serving.comes(anna);
  await serving.comes(ben);
  await serving.wishes(anna, { kind: 'take seat', seat: 'heroku' });
  expect(serving.presences.at(-1)).toEqual({
    here: { salesforce: false, heroku: true },
    watching: 1,
  });
  await serving.wishes(ben, { kind: 'take seat', seat: 'salesforce' });
  expect(serving.presences.at(-1)?.watching).toBe(0);
  await serving.wishes(ben, { kind: 'start' });
  await serving.wishes(ben, { kind: 'leave seat', seat: 'salesforce' });
  await serving.wishes(anna, { kind: 'swap seats' });
  expect(serving.presences.at(-1)).toEqual({
    here: { salesforce: true, heroku: false },
    watching: 1,
  });
});

test('A5 nobody is refused for what another process has changed without this one hearing of it', async () => {
  const [one, two] = [process(), process()];
  await one.comes(anna);
  await two.comes(anna);
  await two.comes(ben);
  await two.wishes(ben, { kind: 'take seat', seat: 'salesforce' });
  await one.wishes(anna, { kind: 'take seat', seat: 'heroku' });
  expect((await two.state()).seats.heroku).toBeNull();
  const settings = { ...(await two.state()).settings, gold: 5 };
  expect(await two.wishes(anna, { kind: 'make field', settings })).toMatchObject({ ok: true });
});

test('A5 nobody is told that there is nothing to do when another process has changed that', async () => {
  const [one, two] = [process(), process()];
  await one.comes(anna);
  await two.comes(anna);
  await two.wishes(anna, { kind: 'take seat', seat: 'heroku' });
  await one.wishes(anna, { kind: 'leave seat', seat: 'heroku' });
  expect((await two.state()).seats.heroku?.id).toBe(anna.id);
  const answer = await two.wishes(anna, { kind: 'take seat', seat: 'heroku' });
  const { seq, seats } = await two.state();
  expect(answer).toEqual({ ok: true, value: seq });
  expect(seats.heroku?.id).toBe(anna.id);
  expect(await stores.log.since(room, 3)).toHaveLength(1);
});

test('A5 who has heard more elsewhere is not told of an older room', async () => {
  const [one, two] = [process(), process()];
  await one.comes(anna);
  await two.comes(ben);
  await one.wishes(anna, { kind: 'take seat', seat: 'heroku' });
  const { seq } = await one.state();
  await one.goes(anna);
  const entered = await two.comes(anna, seq);
  expect(entered).toMatchObject({ ok: true, value: { kind: 'records', records: [] } });
  expect((await two.state()).seq).toBe(seq);
});

test('A5 while the store is away a page that comes back is told what is known here', async () => {
  let away = false;
  const log: RoomLog = {
    ...stores.log,
    since: (name, seq) => (away ? Promise.reject(new Error('away')) : stores.log.since(name, seq)),
  };
  const serving = process(log);
  await serving.comes(anna);
  await serving.wishes(anna, { kind: 'take seat', seat: 'heroku' });
  const { seq } = await serving.state();
  away = true;
  const entered = await serving.comes(anna, seq - 1);
  expect(entered).toMatchObject({ ok: true, value: { kind: 'snapshot', state: { seq } } });
  expect(await serving.comes(anna, seq + 1)).toMatchObject({ refusal: { code: 'storage-failed' } });
});

test('A19 what the store could not take is refused, and nobody is told of it', async () => {
  let broken = false;
  const log: RoomLog = {
    ...stores.log,
    load: (name) => stores.log.load(name),
    since: (name, seq) => stores.log.since(name, seq),
    compact: (name, snapshot) => stores.log.compact(name, snapshot),
    append: (name, record) =>
      broken ? Promise.reject(new Error('disk full')) : stores.log.append(name, record),
  };
  const serving = process(log);
  await started(serving);
  const told = serving.records.length;
  broken = true;
  const answer = await serving.wishes(anna, { kind: 'ready' });
  expect(answer).toMatchObject({ ok: false, refusal: { code: 'storage-failed' } });
  expect(serving.records).toHaveLength(told);
  expect((await serving.state()).phase.kind).toBe('coding');
  broken = false;
  await clock.pass(10 * 60_000);
  expect((await serving.state()).phase.kind).toBe('result');
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
    append: (name, record) => held.log.append(name, record),
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
  const replay = await stores.archive.load(match ?? ('' as MatchId));
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
  expect(await stores.archive.recent(1)).toHaveLength(1);
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

test('a room without members has no timers and is not held', async () => {
  const serving = process();
  await serving.comes(anna);
  await serving.goes(anna);
  await settled();
  expect(clock.pending).toBe(0);
  expect(serving.host.rooms).toEqual([]);
  expect(await serving.wishes(anna, { kind: 'ready' })).toMatchObject({
    refusal: { code: 'not-in-room' },
  });
});

test('R3 L5 a match that everybody has left goes on to its end, which is archived; then the room goes', async () => {
  const serving = process();
  await started(serving);
  await types(serving, 'p.wait(3);\n');
  await serving.goes(anna);
  await clock.pass(10 * 60_000);
  expect(await stores.archive.recent(5)).toHaveLength(1);
  expect(serving.host.rooms).toEqual([]);
  expect(clock.pending).toBe(0);
  await serving.comes(anna);
  const state = await serving.state();
  expect(state.phase.kind).toBe('result');
  expect(state.turns.length).toBe(state.battle.turn);
  expect(state.seats.heroku).toBeNull();
  expect(serving.troubles).toEqual([]);
});

test('R3 whoever comes back to a match that everybody had left finds it further on', async () => {
  const serving = process();
  await started(serving);
  const { settings } = await serving.state();
  await clock.pass(settings.codingTime + 3000 + settings.turnTime);
  const { turn } = (await serving.state()).battle;
  await serving.goes(anna);
  await clock.pass(4 * settings.turnTime);
  await serving.comes(anna);
  expect((await serving.state()).battle.turn).toBe(turn + 4);
});

test('A3 a match whose process died with nobody there goes on at its own pace when somebody comes', async () => {
  const first = process();
  await started(first);
  const { settings } = await first.state();
  await clock.pass(settings.codingTime + 3000 + settings.turnTime);
  await first.host.close();
  await clock.pass(60_000);
  const second = process();
  await second.comes(anna);
  await clock.pass(0);
  const { turn } = (await second.state()).battle;
  await clock.pass(3 * settings.turnTime);
  expect((await second.state()).battle.turn).toBe(turn + 3);
});

test('R3 a seat is freed when its owner has been gone for 30 s, also when everybody has', async () => {
  const serving = process();
  await serving.comes(anna);
  await serving.wishes(anna, { kind: 'take seat', seat: 'heroku' });
  await serving.goes(anna);
  await clock.pass(goneAfter - 1);
  expect(serving.host.rooms).toEqual([room]);
  await clock.pass(1);
  expect(serving.host.rooms).toEqual([]);
  await serving.comes(ben);
  expect((await serving.state()).seats.heroku).toBeNull();
});
