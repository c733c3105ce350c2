import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PersonId, RoomName } from '../../../shared/base/ids.ts';
import { encodeRecord, type Replay } from '../../../shared/room/index.ts';
import { wonMatch, next, openedRoom, alice, replayIn, storesContract } from '../contract/index.ts';
import type { Stores } from '../ports.ts';
import { openSqliteStores } from './index.ts';

const room = 'plaza' as RoomName;
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stores-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function open(now: () => number = () => 1_000_000): Stores {
  const stores = openSqliteStores(folder, now);
  if (!stores.ok) throw new Error(JSON.stringify(stores.refusal));
  return stores.value;
}

describe('stores in SQLite', () => {
  storesContract(async (work) => {
    const clock = { now: 1_000_000 };
    const stores = open(() => clock.now);
    await work({ stores, clock });
    await stores.close();
  });

  test('A18 what was acknowledged is there after opening again', async () => {
    const sample = next(openedRoom(room), { kind: 'take seat', seat: 'heroku', by: alice });
    const replay = wonMatch(room, 'match-one', 2);
    const first = open();
    for (const record of sample.records) await first.log.append(room, encodeRecord(record));
    await first.chat.append(room, {
      at: 1,
      from: alice.id,
      name: 'Alice',
      seat: null,
      lane: 'all',
      text: 'こんにちは',
    });
    await first.archive.save(replay);
    await first.close();

    const second = open();
    expect((await second.log.load(room))?.records).toEqual(sample.records);
    expect((await second.chat.last(room)).map(({ text }) => text)).toEqual(['こんにちは']);
    const start = { ...replay.start, room: '' };
    expect(await replayIn(second.archive, replay.match)).toEqual({ ...replay, start });
    expect((await second.archive.score()).heroku).toBe(1);
    await second.close();
  });

  test('A13 a folder belongs to one process until that one has closed it', async () => {
    const first = open();
    const second = openSqliteStores(folder, () => 0);
    expect(second).toMatchObject({ ok: false, refusal: { code: 'data-in-use' } });
    await first.close();
    await open().close();
  });
});

test('R32 replays stored by an older version come into the lists', async () => {
  const text = readFileSync('tests/golden/replays/format-1-played.json', 'utf8');
  const { match, room: played, endedAt } = JSON.parse(text) as Replay & { room: string };
  await open().close();
  const database = new Database(join(folder, 'game.sqlite'));
  for (const table of ['matches', 'played', 'notes', 'note_counters', 'replays']) {
    database.exec(`DROP TABLE ${table}`);
  }
  database.exec('ALTER TABLE old_replays RENAME TO replays');
  const add = database.prepare('INSERT INTO replays VALUES (?, ?, ?, ?)');
  add.run(match, played, endedAt, gzipSync(text));
  add.run('damaged', played, endedAt, Buffer.from('nonsense'));
  database.exec('PRAGMA user_version = 1');
  database.close();
  const stores = open();
  const [listed, ...more] = await stores.archive.recent(9);
  expect(more).toEqual([]);
  expect(listed).toMatchObject({ match, turns: 12, players: { heroku: { name: 'Ben' } } });
  expect(await stores.archive.recent(9, 'ben' as PersonId)).toEqual([listed]);
  expect(await replayIn(stores.archive, match)).toMatchObject({ format: 3, talk: [], cursors: [] });
  await stores.close();
});

describe('a data folder that cannot be used', () => {
  const refusalOf = (path: string): string => {
    const opened = openSqliteStores(path, () => 0);
    return opened.ok ? 'none' : opened.refusal.code;
  };

  test('a file in its place', () => {
    const file = join(folder, 'file');
    writeFileSync(file, 'not a folder');
    expect(refusalOf(file)).toBe('data-folder-unusable');
    expect(refusalOf(join(file, 'below'))).toBe('data-folder-unusable');
  });

  test('a place where nothing can be written', () => {
    expect(refusalOf('/proc/nowhere')).toBe('data-folder-unusable');
  });

  test('a file that is no database', () => {
    writeFileSync(join(folder, 'game.sqlite'), 'something else entirely, '.repeat(500));
    expect(refusalOf(folder)).toBe('data-damaged');
  });

  test('data of a newer version is left alone', async () => {
    await open().close();
    const database = new Database(join(folder, 'game.sqlite'));
    database.exec('PRAGMA user_version = 99');
    database.close();
    expect(refusalOf(folder)).toBe('data-too-new');
  });
});
