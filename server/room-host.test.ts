import { beforeEach, expect, test } from 'vitest';
import { goneAfter } from '../shared/room/host/index.ts';
import type { MatchArchive, RoomLog } from '../shared/room/index.ts';
import { HandClock, settled } from '../tests/support/hand-clock.ts';
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

test('R3 while the process itself stood still nobody could come back: their time begins again', async () => {
  for (const gone of [0, 1000, goneAfter - 1]) {
    const serving = process();
    await serving.comes(ben);
    await serving.comes(anna);
    await serving.wishes(anna, { kind: 'take seat', seat: 'heroku' });
    await serving.goes(anna);
    await clock.pass(gone);
    clock.stoodFor(goneAfter * 2);
    await clock.pass(goneAfter - 1);
    expect((await serving.state()).seats.heroku).toEqual(anna);
    await serving.comes(anna);
    await clock.pass(goneAfter * 2);
    expect((await serving.state()).seats.heroku).toEqual(anna);
    await serving.goes(anna);
    await clock.pass(goneAfter);
    expect((await serving.state()).seats.heroku).toBeNull();
    await serving.host.close();
  }
});

test('R1 a room that somebody is about to enter is not taken for idle', async () => {
  const serving = process();
  expect(await serving.comes(anna)).toMatchObject({ ok: true });
  await settled();
  expect(serving.toPeers).toEqual(['comes']);
  await serving.goes(anna);
  expect(serving.toPeers).toEqual(['comes', 'goes']);
});

test('R4 that a process has gone is told before it comes back, whatever its room still has to do', async () => {
  let letReadingEnd = (): void => {};
  const held = new Promise<void>((resolve) => (letReadingEnd = resolve));
  const since: RoomLog['since'] = async (name, seq) => {
    await held;
    return stores.log.since(name, seq);
  };
  const serving = process({ ...stores.log, since });
  await serving.comes(anna);
  serving.storeIsBack();
  const gone = serving.goes(anna);
  await settled();
  const back = serving.comes(anna);
  await settled();
  letReadingEnd();
  await Promise.all([gone, back]);
  expect(serving.toPeers).toEqual(['comes', 'goes', 'comes']);
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
    append: (name, encoded) =>
      broken ? Promise.reject(new Error('disk full')) : stores.log.append(name, encoded),
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
