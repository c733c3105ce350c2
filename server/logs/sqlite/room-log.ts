import type Database from 'libsql';
import type { Milliseconds, RoomName, Timestamp } from '../../../shared/base/ids.ts';
import {
  lastSeqOf,
  type LogRecord,
  type RoomLog,
  type RoomSnapshot,
  type RoomState,
  type StoredRoom,
} from '../../../shared/room/index.ts';
import type { Now } from '../ports.ts';
import type { GroupCommit } from './group-commit.ts';
import type { JournalEntry, JournalFile } from './journal-file.ts';
import { Journal } from './journal.ts';

interface Body {
  readonly body: string;
}

/** A visit is noted at most this often, so that reading seldom writes. */
export const touchPace: Milliseconds = 60_000;

interface Appending {
  readonly entry: JournalEntry;
  readonly done: (answer: 'appended' | 'conflict') => void;
  readonly failed: (error: unknown) => void;
}

/**
 * The room log in SQLite, behind a journal. What an append compares with (A3) is the last record, or
 * where there is none since the last snapshot, `rooms.last_seq`. This process alone writes to the
 * database, so it remembers the last numbers.
 */
export function createSqliteRoomLog(
  database: Database.Database,
  now: Now,
  commits: GroupCommit,
  files: readonly [JournalFile, JournalFile],
): RoomLog {
  const open = database.prepare('INSERT OR IGNORE INTO rooms VALUES (?, 1, ?)');
  const putBack = database.prepare('INSERT OR REPLACE INTO rooms VALUES (?, ?, ?)');
  const touch = database.prepare(
    'UPDATE rooms SET touched_at = ? WHERE name = ? AND touched_at < ?',
  );
  const roomOf = database.prepare(`
    SELECT coalesce((SELECT max(seq) FROM records WHERE room = name), last_seq) AS lastSeq
    FROM rooms WHERE name = ?
  `);
  const addFirst = database.prepare('INSERT INTO records VALUES (?, 1, ?)');
  const addNext = database.prepare(`
    INSERT INTO records SELECT name, ?2, ?3 FROM rooms
    WHERE name = ?1
      AND coalesce((SELECT max(seq) FROM records WHERE room = ?1), last_seq) = ?2 - 1
  `);
  const add = database.prepare('INSERT INTO records VALUES (?, ?, ?)');
  const keepLast = database.prepare('UPDATE rooms SET last_seq = ? WHERE name = ?');
  const recordsAfter = database.prepare(
    'SELECT body FROM records WHERE room = ? AND seq > ? ORDER BY seq',
  );
  const snapshotOf = database.prepare('SELECT seq, body FROM snapshots WHERE room = ?');
  const keepSnapshot = database.prepare('INSERT OR REPLACE INTO snapshots VALUES (?, ?, ?)');
  const dropRecords = database.prepare('DELETE FROM records WHERE room = ? AND seq <= ?');
  const idleRooms = database.prepare('SELECT name FROM rooms WHERE touched_at < ?');
  const forget = ['records', 'snapshots'].map((table) =>
    database.prepare(`DELETE FROM ${table} WHERE room = ?`),
  );
  const forgetRoom = database.prepare('DELETE FROM rooms WHERE name = ?');

  const visits = new Map<RoomName, Timestamp>();
  const noteVisit = (room: RoomName): void => {
    const at = now();
    if (at - (visits.get(room) ?? -touchPace) < touchPace) return;
    visits.set(room, at);
    touch.run(at, room, at);
  };
  const seqOf = (room: RoomName): number | null =>
    (roomOf.get(room) as { lastSeq: number } | undefined)?.lastSeq ?? null;
  const storedSnapshot = (room: RoomName): { seq: number; body: string } | null =>
    (snapshotOf.get(room) as { seq: number; body: string } | undefined) ?? null;
  const readRecords = (room: RoomName, seq: number): LogRecord[] =>
    (recordsAfter.all(room, seq) as Body[]).map(({ body }) => JSON.parse(body) as LogRecord);

  // What a process that died has left in the journal; some of it may be in the tables already.
  const recover = database.transaction((entries: readonly JournalEntry[]) => {
    const inOrder = entries.toSorted((one, other) => one.seq - other.seq);
    for (const { room, seq, body } of inOrder) addNext.run(room, seq, body);
  });
  recover.immediate(files.flatMap((file) => file.read()));
  for (const file of files) file.clear();
  const move = database.transaction((entries: readonly JournalEntry[]) => {
    for (const { room, seq, body } of entries) add.run(room, seq, body);
  });
  const journal = new Journal(files, (entries) => move.immediate(entries));
  /** Last numbers of rooms that have been written to. */
  const lastSeqs = new Map<RoomName, number>();
  let waiting: Appending[] = [];
  const isNext = ({ room, seq }: JournalEntry): boolean => {
    const last = lastSeqs.get(room) ?? seqOf(room);
    if (last === null || seq !== last + 1) return false;
    lastSeqs.set(room, seq);
    return true;
  };
  const flush = (): void => {
    const group = waiting;
    waiting = [];
    const added: Appending[] = [];
    for (const one of group) {
      try {
        noteVisit(one.entry.room);
        if (isNext(one.entry)) added.push(one);
        else one.done('conflict');
      } catch (error) {
        one.failed(error);
      }
    }
    try {
      if (added.length > 0) journal.append(added.map(({ entry }) => entry));
      for (const { done } of added) done('appended');
    } catch (error) {
      for (const { entry } of added.toReversed()) lastSeqs.set(entry.room, entry.seq - 1);
      for (const { failed } of added) failed(error);
    }
  };
  const appendSoon = (room: RoomName, record: LogRecord): Promise<'appended' | 'conflict'> => {
    if (waiting.length === 0) setImmediate(flush);
    const entry = { room, seq: record.seq, body: JSON.stringify(record) };
    return new Promise((done, failed) => {
      waiting.push({ entry, done, failed });
    });
  };

  const load = database.transaction((room: RoomName): StoredRoom | null => {
    if (seqOf(room) === null) return null;
    const stored = storedSnapshot(room);
    const snapshot: RoomSnapshot | null =
      stored === null ? null : { state: JSON.parse(stored.body) as RoomState };
    return { snapshot, records: readRecords(room, stored?.seq ?? 0) };
  });
  const begin = (room: RoomName, record: LogRecord): 'appended' | 'conflict' => {
    if (open.run(room, now()).changes === 0) return 'conflict';
    addFirst.run(room, JSON.stringify(record));
    return 'appended';
  };
  const since = database.transaction((room: RoomName, seq: number) => {
    if (seqOf(room) === null) return seq === 0 ? [] : 'gone';
    return seq < (storedSnapshot(room)?.seq ?? 0) ? 'gone' : readRecords(room, seq);
  });
  const compact = database.transaction((room: RoomName, { state }: RoomSnapshot) => {
    if (state.seq > (seqOf(room) ?? 0)) {
      throw new Error(`a snapshot of ${room} is ahead of its log`);
    }
    if (state.seq <= (storedSnapshot(room)?.seq ?? 0)) return;
    keepSnapshot.run(room, state.seq, JSON.stringify(state));
    keepLast.run(seqOf(room), room);
    dropRecords.run(room, state.seq);
  });
  const restore = database.transaction((room: RoomName, stored: StoredRoom) => {
    const { snapshot, records } = stored;
    if ((seqOf(room) ?? 0) >= lastSeqOf(stored)) return;
    for (const statement of forget) statement.run(room);
    putBack.run(room, snapshot?.state.seq ?? 0, now());
    if (snapshot !== null) {
      keepSnapshot.run(room, snapshot.state.seq, JSON.stringify(snapshot.state));
    }
    for (const record of records) addNext.run(room, record.seq, JSON.stringify(record));
  });
  const forgetIdle = database.transaction((before: number): number => {
    const idle = idleRooms.all(before) as { name: RoomName }[];
    for (const { name } of idle) {
      for (const statement of forget) statement.run(name);
      forgetRoom.run(name);
      visits.delete(name);
      lastSeqs.delete(name);
    }
    return idle.length;
  });

  return {
    load: async (room) => {
      noteVisit(room);
      journal.settle(room);
      return load.deferred(room);
    },
    append: async (room, record) =>
      record.seq === 1 ? commits.write(() => begin(room, record)) : appendSoon(room, record),
    since: async (room, seq) => {
      journal.settle(room);
      return since.deferred(room, seq);
    },
    compact: async (room, snapshot) => {
      journal.settle(room);
      compact.immediate(room, snapshot);
    },
    restore: async (room, stored) => {
      journal.settleAll();
      lastSeqs.delete(room);
      restore.immediate(room, stored);
    },
    forgetful: false,
    forgetIdle: async (before) => {
      journal.settleAll();
      return forgetIdle.immediate(before);
    },
    close: async () => {
      flush();
      journal.close();
    },
  };
}
