import { appendFileSync, cpSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import type { RoomName } from '../../../shared/base/ids.ts';
import { encodeRecord, type LogRecord } from '../../../shared/room/index.ts';
import { seatings } from '../contract/index.ts';
import type { Stores } from '../ports.ts';
import { openSqliteStores } from './index.ts';
import { fullAt, JournalFile, type JournalEntry } from './journal-file.ts';
import { Journal, slice } from './journal.ts';
import type { RecordRow } from './record-rows.ts';

const room = 'plaza' as RoomName;
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'journal-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});

function open(path: string): Stores {
  const stores = openSqliteStores(path, () => 1_000_000);
  if (!stores.ok) throw new Error(JSON.stringify(stores.refusal));
  return stores.value;
}

/** The folder as a process that dies now leaves it. */
function leftBehind(): string {
  const copy = mkdtempSync(join(tmpdir(), 'journal-'));
  onTestFinished(() => rmSync(copy, { recursive: true, force: true }));
  cpSync(folder, copy, { recursive: true });
  return copy;
}

function recordsOf(count: number): LogRecord[] {
  return [...seatings(room, count).records];
}

const text = 'x'.repeat(1000);

function entry(name: string, seq: number): JournalEntry {
  return { room: name as RoomName, seq, body: JSON.stringify({ seq, text }) };
}

/** A journal in the folder, and what it has moved. */
function journalOf(files: readonly [JournalFile, JournalFile]): {
  readonly journal: Journal;
  readonly moved: JournalEntry[];
  readonly rows: RecordRow[];
  failing: boolean;
} {
  const moved: JournalEntry[] = [];
  const rows: RecordRow[] = [];
  const made = {
    moved,
    rows,
    failing: false,
    journal: new Journal(files, (some) => {
      if (made.failing) throw new Error('no table today');
      for (const { room, seq, bodies } of some) {
        const first = seq - bodies.length + 1;
        moved.push(...bodies.map((body, i) => ({ room, seq: first + i, body })));
      }
      rows.push(...some);
    }),
  };
  return made;
}

function newFiles(): readonly [JournalFile, JournalFile] {
  return [new JournalFile(join(folder, 'one')), new JournalFile(join(folder, 'two'))];
}

test('A18 what was acknowledged is there after the process has died, and goes on from there', async () => {
  const records = recordsOf(9);
  const first = open(folder);
  for (const record of records.slice(0, 6)) await first.log.append(room, encodeRecord(record));
  const died = leftBehind();
  await first.close();
  const second = open(died);
  expect(await second.log.append(room, encodeRecord(recordsOf(6).at(-1) as LogRecord))).toBe(
    'conflict',
  );
  for (const record of records.slice(6)) {
    expect(await second.log.append(room, encodeRecord(record))).toBe('appended');
  }
  expect((await second.log.load(room))?.records).toEqual(records);
  await second.close();
});

test('A18 the end of a line that was cut is no record', async () => {
  const records = recordsOf(4);
  const first = open(folder);
  for (const record of records.slice(0, 3)) await first.log.append(room, encodeRecord(record));
  const died = leftBehind();
  await first.close();
  const cut = `["${room}",${JSON.stringify(records[3])}`;
  for (const file of ['records-1.journal', 'records-2.journal']) {
    appendFileSync(join(died, file), cut);
  }
  const second = open(died);
  expect((await second.log.load(room))?.records).toEqual(records.slice(0, 3));
  expect(await second.log.append(room, encodeRecord(records.at(-1) as LogRecord))).toBe('appended');
  await second.close();
});

test('A18 records that had been moved before the process died are there once', async () => {
  const records = recordsOf(5);
  const first = open(folder);
  for (const record of records) await first.log.append(room, encodeRecord(record));
  const before = leftBehind();
  // Read: now they are in the tables, and the journal is empty.
  expect(await first.log.since(room, 0)).toEqual(records);
  expect(statSync(join(folder, 'records-1.journal')).size).toBe(0);
  await first.close();
  cpSync(join(before, 'records-1.journal'), join(folder, 'records-1.journal'));
  const second = open(folder);
  expect((await second.log.load(room))?.records).toEqual(records);
  await second.close();
});

test('A6 A18 a room that was forgotten and begins anew has nothing of its old life after a crash', async () => {
  const old = recordsOf(4);
  const clock = { now: 1_000_000 };
  const opened = openSqliteStores(folder, () => clock.now);
  if (!opened.ok) throw new Error(opened.refusal.code);
  const { log } = opened.value;
  const other = 'busy' as RoomName;
  for (const record of old) await log.append(room, encodeRecord(record));
  // Read, and so in the tables, while the records of another room keep the file as it is.
  const busy = [...seatings(other, 5).records];
  for (const record of busy.slice(0, 4)) await log.append(other, encodeRecord(record));
  await log.since(room, 0);
  clock.now += 100_000_000;
  for (const record of busy.slice(4)) await log.append(other, encodeRecord(record));
  expect(await log.forgetIdle(clock.now - 1)).toBe(1);
  for (const record of old.slice(0, 2))
    await log.append(room, encodeRecord({ ...record, at: clock.now }));
  const died = leftBehind();
  await opened.value.close();
  const second = open(died);
  const { records } = (await second.log.load(room)) ?? { records: [] };
  expect(records.map(({ seq, at }) => [seq, at])).toEqual([1, 2].map((seq) => [seq, clock.now]));
  await second.close();
});

test('A19 a full file is moved while the other is written; nothing is lost or moved twice', async () => {
  const files = newFiles();
  const { journal, moved, rows } = journalOf(files);
  const rooms = ['a', 'b', 'c'];
  const written: JournalEntry[] = [];
  for (let seq = 1; written.length * text.length < 5 * fullAt; seq++) {
    const some = rooms.map((name) => entry(name, seq));
    journal.append(some);
    written.push(...some);
    if (seq % 10 === 0) await nextTurn();
  }
  expect(moved.length).toBeGreaterThan(0);
  expect(Math.max(...files.map(({ length }) => length))).toBeLessThan(3 * fullAt);
  journal.settle('b' as RoomName);
  journal.close();
  const of = (entries: readonly JournalEntry[], name: string): JournalEntry[] =>
    entries.filter((one) => one.room === name);
  for (const name of rooms) expect(of(moved, name)).toEqual(of(written, name));
  for (const name of ['one', 'two']) expect(statSync(join(folder, name)).size).toBe(0);
  // Many to a row, and no row longer than what is moved in one turn.
  expect(rows.length).toBeLessThan(written.length / 10);
  const longest = Math.max(...rows.map(({ bodies }) => bodies.join('').length));
  expect(longest).toBeLessThan(slice + 2 * text.length);
});

test('A19 letters of any kind come out of the journal as they went in, whatever their bytes', () => {
  const { journal, moved } = journalOf(newFiles());
  const written = ['é', '金を集める', '🐞 and "quotes"\n', 'plain'].map((letters, i) => ({
    room: '部屋' as RoomName,
    seq: i + 1,
    body: JSON.stringify({ seq: i + 1, letters }),
  }));
  for (const one of written) journal.append([one, { ...one, room: 'other' as RoomName }]);
  journal.settle('部屋' as RoomName);
  expect(moved).toEqual(written);
  journal.close();
  expect(moved).toHaveLength(2 * written.length);
});

test('A6 what a snapshot holds is not told again, though it stands in a row that goes on', async () => {
  const stores = open(folder);
  const { log } = stores;
  const { state } = seatings(room, 4);
  const { records } = seatings(room, 8);
  for (const record of records) await log.append(room, encodeRecord(record));
  // Read, so that the records stand in one row.
  expect(await log.since(room, 3)).toEqual(records.slice(3));
  await log.compact(room, { state });
  expect(await log.since(room, state.seq - 1)).toBe('gone');
  expect(await log.since(room, state.seq)).toEqual(records.slice(state.seq));
  const stored = { snapshot: { state }, records: records.slice(state.seq) };
  expect(await log.load(room)).toEqual(stored);
  await stores.close();
});

test('A19 tables that take nothing are tried again, and the journal grows no further than it may', async () => {
  const made = journalOf(newFiles());
  made.failing = true;
  let seq = 0;
  const fill = (): void => {
    for (;;) {
      seq += 1;
      made.journal.append([entry('a', seq)]);
    }
  };
  expect(fill).toThrow('no table today');
  expect(made.moved).toEqual([]);
  made.failing = false;
  made.journal.append([entry('a', seq)]);
  await nextTurn();
  made.journal.close();
  expect(made.moved.map((one) => one.seq)).toEqual(Array.from({ length: seq }, (_, i) => i + 1));
});

test('A19 a file that cannot be emptied is emptied later, and nothing in it is moved twice', async () => {
  let stuck = true;
  class Stuck extends JournalFile {
    override clear(): void {
      if (stuck) throw new Error('it stays as it is');
      super.clear();
    }
  }
  const files = [new Stuck(join(folder, 'one')), new Stuck(join(folder, 'two'))] as const;
  const { journal, moved } = journalOf(files);
  let seq = 0;
  const fill = async (bytes: number): Promise<void> => {
    for (const end = seq + bytes / text.length; seq < end;) {
      seq += 1;
      journal.append([entry('a', seq)]);
      if (seq % 10 === 0) await nextTurn();
    }
  };
  await fill(1.5 * fullAt);
  expect(Math.max(...files.map(({ length }) => length))).toBeGreaterThan(fullAt);
  stuck = false;
  await fill(2 * fullAt);
  expect(Math.max(...files.map(({ length }) => length))).toBeLessThan(2 * fullAt);
  journal.close();
  expect(moved.map((one) => one.seq)).toEqual(Array.from({ length: seq }, (_, i) => i + 1));
  for (const name of ['one', 'two']) expect(statSync(join(folder, name)).size).toBe(0);
});

test('A19 a record that cannot be written leaves nothing behind', () => {
  let left = Number.POSITIVE_INFINITY;
  class FullDisk extends JournalFile {
    protected override write(file: number, bytes: Buffer, at: number): number {
      return super.write(file, bytes.subarray(0, left), at);
    }
  }
  const file = new FullDisk(join(folder, 'one'));
  file.append([entry('a', 1)]);
  left = 500;
  expect(() => file.append([entry('a', 2)])).toThrow('in part only');
  left = Number.POSITIVE_INFINITY;
  file.append([entry('b', 2)]);
  expect(file.read()).toEqual([entry('a', 1), entry('b', 2)]);
  file.close();
  const again = new JournalFile(join(folder, 'one'));
  expect(again.read()).toEqual([entry('a', 1), entry('b', 2)]);
  again.close();
});
