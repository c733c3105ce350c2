import { expect, test } from 'vitest';
import type { PersonId, RoomName } from '../../../shared/base/ids.ts';
import { encodeRecord, pageBytes, type LogRecord } from '../../../shared/room/index.ts';
import type { Stores } from '../ports.ts';
import { alice, next, openedRoom, seatings, type SampleRoom } from './samples.ts';

const hour = 3_600_000;
const room = 'plaza' as RoomName;
const other = 'もう一つ' as RoomName;

/** A store under test, and a clock that only the test moves. */
export interface UnderTest {
  readonly stores: Stores;
  readonly clock: { now: number };
}

/** What every room log promises (A3). `withStores` runs a test on an empty store. */
export function roomLogContract(
  withStores: (work: (under: UnderTest) => Promise<void>) => Promise<void>,
): void {
  const contract = (title: string, work: (under: UnderTest) => Promise<void>): void =>
    test(title, () => withStores(work));

  contract('A3 a room nobody has opened is not there', async ({ stores: { log } }) => {
    expect(await log.load(room)).toBeNull();
    expect(await log.since(room, 0)).toEqual([]);
  });

  contract('A3 records come back in order, each room its own', async ({ stores: { log } }) => {
    const records = seatings(room, 3).records;
    await appendAll(log, room, records);
    await appendAll(log, other, openedRoom(other).records);
    expect(await log.load(room)).toEqual({ snapshot: null, records });
    expect((await log.load(other))?.records).toHaveLength(1);
  });

  contract('A3 only the next number is appended', async ({ stores: { log } }) => {
    const [first, second, third] = seatings(room, 3).records as [LogRecord, LogRecord, LogRecord];
    expect(await log.append(room, encodeRecord(second))).toBe('conflict');
    expect(await log.append(room, encodeRecord(first))).toBe('appended');
    expect(await log.append(room, encodeRecord(first))).toBe('conflict');
    expect(await log.append(room, encodeRecord(third))).toBe('conflict');
    expect(await log.append(room, encodeRecord(second))).toBe('appended');
    expect((await log.load(room))?.records).toEqual([first, second]);
  });

  contract('A3 of many appends at once exactly one wins', async ({ stores: { log } }) => {
    const opened = openedRoom(room);
    await appendAll(log, room, opened.records);
    const rivals = Array.from({ length: 20 }, (_, index) => taken(opened, `person ${index}`));
    const answers = await Promise.all(
      rivals.map((record) => log.append(room, encodeRecord(record))),
    );
    expect(answers.filter((answer) => answer === 'appended')).toHaveLength(1);
    const winner = rivals[answers.indexOf('appended')];
    expect(await log.since(room, 1)).toEqual([winner]);
  });

  contract('A5 a reader gets everything after what it knows', async ({ stores: { log } }) => {
    const { records } = seatings(room, 4);
    await appendAll(log, room, records);
    expect(await log.since(room, 0)).toEqual(records);
    expect(await log.since(room, 2)).toEqual(records.slice(2));
    expect(await log.since(room, records.length)).toEqual([]);
  });

  contract('A5 a long log is read in pages, never whole', async ({ stores: { log } }) => {
    const sample = talkative(room, 30);
    await appendAll(log, room, sample.records);
    await appendAll(log, other, openedRoom(other).records);
    const first = (await log.load(room))?.records ?? [];
    expect(first.length).toBeLessThan(sample.records.length);
    const read = [...first];
    const sizes = [weight(first)];
    for (let page = first; page.length > 0;) {
      const next = await log.since(room, read.at(-1)?.seq ?? 0);
      if (next === 'gone') throw new Error('nothing was compacted');
      sizes.push(weight(next));
      read.push(...(page = [...next]));
    }
    expect(read).toEqual(sample.records);
    const largest = Math.max(...sample.records.map((record) => weight([record])));
    expect(Math.max(...sizes)).toBeLessThan(pageBytes + largest);
    // A page begins wherever one asks, and ends at least one record further.
    expect((await log.since(room, 7))[0]).toEqual(sample.records[7]);
    await log.compact(room, { state: sample.state });
    expect(await log.since(room, 7)).toBe('gone');
  });

  contract('A6 a room somebody is in stays, though nobody reads it', async ({ stores, clock }) => {
    const { log } = stores;
    await appendAll(log, room, openedRoom(room).records);
    clock.now += 25 * hour;
    await log.visit(room);
    await log.visit('never opened' as RoomName);
    expect(await log.forgetIdle(clock.now - 24 * hour)).toBe(0);
    expect(await log.load(room)).not.toBeNull();
    expect(await log.load('never opened' as RoomName)).toBeNull();
  });

  contract('A5 after compacting, older readers are told so', async ({ stores: { log } }) => {
    const before = seatings(room, 3);
    await appendAll(log, room, before.records);
    await log.compact(room, { state: before.state });
    expect(await log.load(room)).toEqual({ snapshot: { state: before.state }, records: [] });
    const after = next(before, { kind: 'take seat', seat: 'heroku', by: alice });
    await appendAll(log, room, after.records.slice(-1));
    expect(await log.since(room, before.state.seq - 1)).toBe('gone');
    expect(await log.since(room, 0)).toBe('gone');
    expect(await log.since(room, before.state.seq)).toEqual(after.records.slice(-1));
    expect(await log.load(room)).toEqual({
      snapshot: { state: before.state },
      records: after.records.slice(-1),
    });
  });

  contract('A5 a snapshot never goes back', async ({ stores: { log } }) => {
    const early = seatings(room, 2);
    const late = next(early, { kind: 'take seat', seat: 'heroku', by: alice });
    await appendAll(log, room, late.records);
    await log.compact(room, { state: late.state });
    await log.compact(room, { state: early.state });
    expect((await log.load(room))?.snapshot?.state.seq).toBe(late.state.seq);
    await expect(
      log.compact(room, { state: { ...late.state, seq: late.state.seq + 1 } }),
    ).rejects.toThrow('ahead of its log');
  });

  contract('A5 a room the store has lost is written back', async ({ stores: { log } }) => {
    const lost = seatings(room, 3);
    await log.restore(room, { snapshot: { state: lost.state }, records: [] });
    expect(await log.load(room)).toEqual({ snapshot: { state: lost.state }, records: [] });
    const after = next(lost, { kind: 'take seat', seat: 'heroku', by: alice });
    const record = after.records.at(-1) as LogRecord;
    expect(await log.append(room, encodeRecord({ ...record, seq: record.seq + 1 }))).toBe(
      'conflict',
    );
    expect(await log.append(room, encodeRecord(record))).toBe('appended');
    expect(await log.since(room, lost.state.seq)).toEqual([record]);
    expect(await log.since(room, lost.state.seq - 1)).toBe('gone');
  });

  contract('A19 a lost room is written back whole', async ({ stores: { log } }) => {
    const { records } = seatings(room, 4);
    await log.restore(room, { snapshot: null, records });
    expect(await log.load(room)).toEqual({ snapshot: null, records });
    expect(await log.since(room, 1)).toEqual(records.slice(1));
    expect(await log.append(room, encodeRecord(records[3] as LogRecord))).toBe('conflict');
    const early = seatings(other, 2);
    const late = next(early, { kind: 'take seat', seat: 'heroku', by: alice });
    const after = next(late, { kind: 'take seat', seat: 'salesforce', by: alice });
    const stored = { snapshot: { state: early.state }, records: late.records.slice(2) };
    await log.restore(other, stored);
    expect(await log.load(other)).toEqual(stored);
    expect(await log.append(other, encodeRecord(after.records.at(-1) as LogRecord))).toBe(
      'appended',
    );
    expect(await log.since(other, early.state.seq)).toEqual(after.records.slice(2));
  });

  contract('A5 the end of a room that was lost is written back', async ({ stores: { log } }) => {
    const kept = seatings(room, 2);
    await appendAll(log, room, kept.records);
    const lost = next(kept, { kind: 'take seat', seat: 'heroku', by: alice });
    await log.restore(room, { snapshot: { state: lost.state }, records: [] });
    expect(await log.load(room)).toEqual({ snapshot: { state: lost.state }, records: [] });
    expect(await log.since(room, kept.state.seq)).toBe('gone');
  });

  contract('A5 a log that is as far is never written over', async ({ stores: { log } }) => {
    const early = seatings(room, 2);
    const late = next(early, { kind: 'take seat', seat: 'heroku', by: alice });
    await appendAll(log, room, late.records);
    await log.restore(room, { snapshot: { state: early.state }, records: [] });
    await log.restore(room, { snapshot: { state: late.state }, records: [] });
    expect(await log.load(room)).toEqual({ snapshot: null, records: late.records });
  });

  contract('A6 rooms nobody has changed or loaded go away', async ({ stores, clock }) => {
    const { log } = stores;
    await appendAll(log, room, seatings(room, 2).records);
    await appendAll(log, other, openedRoom(other).records);
    clock.now += 10 * hour;
    await log.load(other);
    clock.now += 15 * hour;
    expect(await log.forgetIdle(clock.now - 24 * hour)).toBe(1);
    expect(await log.load(room)).toBeNull();
    expect(await log.since(room, 2)).toBe('gone');
    expect(await log.load(other)).not.toBeNull();
    // The name is free again, from number 1.
    expect(await log.append(room, encodeRecord(openedRoom(room).records[0] as LogRecord))).toBe(
      'appended',
    );
  });

  contract('any text survives: lone surrogates, NUL, every script', async ({ stores: { log } }) => {
    const name = 'a\uD800b\u0000c\uDFFF"\\\u2028 漢字 🐞 é';
    const opened = openedRoom(room);
    const record = taken(opened, name);
    await appendAll(log, room, [...opened.records, record]);
    const [stored] = (await log.since(room, 1)) as readonly LogRecord[];
    expect(stored).toEqual(record);
  });
}

/** A room in which Alice takes and leaves a seat until it has so many records. */
function taken(sample: SampleRoom, name: string): LogRecord {
  const by = { id: `id of ${name.length}` as PersonId, name };
  return next(sample, { kind: 'take seat', seat: 'salesforce', by }).records.at(-1) as LogRecord;
}

/** A room where somebody sits down again and again under a name of some thousand letters. */
function talkative(name: RoomName, count: number): SampleRoom {
  let sample = seatings(name, 2);
  while (sample.records.length < count) {
    const by = { ...alice, name: `${sample.records.length}`.padEnd(9000, 'x') };
    sample = next(sample, { kind: 'rename', by });
  }
  return sample;
}

/** Bytes of records. */
function weight(records: readonly LogRecord[]): number {
  return records.reduce((sum, record) => sum + JSON.stringify(record).length, 0);
}

async function appendAll(
  log: Stores['log'],
  name: RoomName,
  records: readonly LogRecord[],
): Promise<void> {
  for (const record of records)
    expect(await log.append(name, encodeRecord(record))).toBe('appended');
}
