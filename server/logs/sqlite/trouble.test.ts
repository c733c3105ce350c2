import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RoomName } from '../../../shared/base/ids.ts';
import { encodeRecord } from '../../../shared/room/index.ts';
import { alice, next, openedRoom, wonMatch } from '../contract/index.ts';
import type { Stores } from '../ports.ts';
import { openDatabase, type OpenedFolder } from './database.ts';
import { openSqliteStores, storesIn } from './index.ts';
import { JournalFile } from './journal-file.ts';

const room = 'plaza' as RoomName;
const clock = { now: 1_000_000 };
let folder = '';
let opened: OpenedFolder;
let stores: Stores;

/** A journal file on a disk that can be full. */
class FailingFile extends JournalFile {
  static full = false;

  protected override write(file: number, bytes: Buffer, at: number): number {
    if (FailingFile.full) {
      throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    }
    return super.write(file, bytes, at);
  }
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'trouble-'));
  const answer = openDatabase(folder);
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
  for (const file of answer.value.files) file.close();
  const files = [1, 2].map((number) => new FailingFile(join(folder, `records-${number}.journal`)));
  opened = { ...answer.value, files: files as unknown as OpenedFolder['files'] };
  stores = storesIn(folder, opened, () => clock.now);
});

afterEach(async () => {
  FailingFile.full = false;
  await stores.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Lets the database grow no further, as a full disk does. */
function fill(full: boolean): void {
  const [row] = opened.database.pragma('page_count') as [{ page_count: number }];
  opened.database.pragma(`max_page_count = ${full ? row.page_count : 1_000_000}`);
}

test('D5 a database that cannot grow is told of, by its true name, and is well again by itself', async () => {
  const told: boolean[] = [];
  stores.health.onChange((well) => told.push(well));
  expect(await stores.health.check()).toBe(true);
  fill(true);
  const large = { ...wonMatch(room, 'match-one', 2), name: 'x' };
  const saved = async (): Promise<string> => {
    for (let i = 0; i < 100; i++) await stores.archive.save({ ...large, match: `m${i}` as never });
    return 'saved';
  };
  await expect(saved()).rejects.toMatchObject({ code: 'SQLITE_FULL' });
  expect([stores.health.well, stores.health.trouble]).toEqual([false, 'disk-full']);
  clock.now += 5000;
  expect(await stores.health.check()).toBe(false);
  fill(false);
  clock.now += 5000;
  expect(await stores.health.check()).toBe(true);
  expect(told).toEqual([false, true]);
});

test('D5 who asks first finds out, though nobody has written anything', async () => {
  clock.now += 5000;
  fill(true);
  expect(await stores.health.check()).toBe(false);
  expect(stores.health.trouble).toBe('disk-full');
});

test('D5 a journal that cannot be written to is told of, and nothing of it is kept', async () => {
  const sample = next(openedRoom(room), { kind: 'take seat', seat: 'heroku', by: alice });
  const [first, second] = sample.records;
  if (first === undefined || second === undefined) throw new Error('two records');
  await stores.log.append(room, encodeRecord(first));
  FailingFile.full = true;
  await expect(stores.log.append(room, encodeRecord(second))).rejects.toThrow(/ENOSPC/);
  expect(stores.health.trouble).toBe('disk-full');
  expect((await stores.log.load(room))?.records).toEqual([first]);
  FailingFile.full = false;
  expect(await stores.log.append(room, encodeRecord(second))).toBe('appended');
});

test('D5 reading needs no writing: rooms and talk are there while nothing can be stored', async () => {
  const [first] = openedRoom(room).records;
  if (first === undefined) throw new Error('a room opens with a record');
  await stores.log.append(room, encodeRecord(first));
  await stores.chat.append(room, {
    at: 1,
    from: alice.id,
    name: 'Alice',
    seat: null,
    lane: 'all',
    text: 'hello',
  });
  opened.database.pragma('query_only = 1');
  clock.now += 10 * 60_000;
  expect((await stores.log.load(room))?.records).toEqual([first]);
  expect(await stores.chat.last(room)).toHaveLength(1);
  expect(await stores.health.check()).toBe(false);
  expect(stores.health.trouble).toBe('read-only');
  opened.database.pragma('query_only = 0');
});

test('D5 a file that a tool holds is told of as locked, and nobody waits for that tool', async () => {
  const tool = new Database(join(folder, 'game.sqlite'));
  tool.exec('BEGIN IMMEDIATE');
  clock.now += 5000;
  expect(await stores.health.check()).toBe(false);
  expect(stores.health.trouble).toBe('locked');
  tool.exec('ROLLBACK');
  tool.close();
  clock.now += 5000;
  expect(await stores.health.check()).toBe(true);
});

test('D5 a probe leaves nothing behind', async () => {
  clock.now += 5000;
  await stores.health.check();
  expect(readdirSync(folder)).not.toContain('probe.tmp');
  expect(opened.database.prepare('SELECT * FROM probe').all()).toEqual([]);
});

test('D5 a failure inside a transaction is told as it is, not as the rollback it needed no more', () => {
  const work = opened.database.transaction(() => {
    opened.database.exec('ROLLBACK');
    throw new Error('the true cause');
  });
  expect(() => work.immediate()).toThrow('the true cause');
  expect(opened.database.inTransaction).toBe(false);
});

test.each([
  ['game.sqlite', 'no database at all, and longer than a header of one is'.repeat(20)],
  ['in-use.sqlite', 'no database at all, and longer than a header of one is'.repeat(20)],
])('D5 a %s that is no database is named as damaged at the start', (file, body) => {
  const path = join(folder, 'other');
  mkdirSync(path);
  writeFileSync(join(path, file), body);
  expect(openSqliteStores(path, () => 0)).toMatchObject({ refusal: { code: 'data-damaged' } });
});
