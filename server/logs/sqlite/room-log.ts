import { setImmediate as nextTurn } from 'node:timers/promises';
import type Database from 'libsql';
import type { Milliseconds, RoomName, Timestamp } from '../../../shared/base/ids.ts';
import {
  lastSeqOf,
  type EncodedRecord,
  type LogRecord,
  type RoomLog,
  type RoomSnapshot,
  type RoomState,
  type StoredRoom,
} from '../../../shared/room/index.ts';
import type { Now } from '../ports.ts';
import { AppendQueue } from './append-queue.ts';
import type { GroupCommit } from './group-commit.ts';
import type { JournalEntry, JournalFile } from './journal-file.ts';
import { Journal } from './journal.ts';
import { recordRows, type Page, type RecordRow } from './record-rows.ts';

/** A visit is noted at most this often, so that reading seldom writes. */
export const touchPace: Milliseconds = 60_000;

const nothing: Page = { records: [], full: false };

/** The records of a page; where more may follow, others get their turn of the event loop first. */
async function inTurns({ records, full }: Page): Promise<readonly LogRecord[]> {
  if (full) await nextTurn();
  return records;
}

/**
 * The room log in SQLite, behind a journal. What an append compares with (A3) is the last record, or
 * where there is none since the last snapshot, `rooms.last_seq`.
 */
export function createSqliteRoomLog(
  database: Database.Database,
  now: Now,
  commits: GroupCommit,
  files: readonly [JournalFile, JournalFile],
): RoomLog {
  const rows = recordRows(database);
  const open = database.prepare('INSERT OR IGNORE INTO rooms VALUES (?, 1, ?)');
  const putBack = database.prepare('INSERT OR REPLACE INTO rooms VALUES (?, ?, ?)');
  const touch = database.prepare(
    'UPDATE rooms SET touched_at = ? WHERE name = ? AND touched_at < ?',
  );
  const keepLast = database.prepare('UPDATE rooms SET last_seq = ? WHERE name = ?');
  const snapshotOf = database.prepare('SELECT seq, body FROM snapshots WHERE room = ?');
  const keepSnapshot = database.prepare('INSERT OR REPLACE INTO snapshots VALUES (?, ?, ?)');
  const idleRooms = database.prepare('SELECT name FROM rooms WHERE touched_at < ?');
  const forget = ['records', 'snapshots'].map((table) =>
    database.prepare(`DELETE FROM ${table} WHERE room = ?`),
  );
  const forgetRoom = database.prepare('DELETE FROM rooms WHERE name = ?');

  const visits = new Map<RoomName, Timestamp>();
  const noteVisit = (room: RoomName): void => {
    const at = now();
    if (at - (visits.get(room) ?? -touchPace) < touchPace) return;
    try {
      touch.run(at, room, at);
      visits.set(room, at);
    } catch {
      // Whoever reads need not be able to write; it is noted with the next visit.
    }
  };
  const storedSnapshot = (room: RoomName): { seq: number; body: string } | null =>
    (snapshotOf.get(room) as { seq: number; body: string } | undefined) ?? null;
  // What a process that died has left in the journal; some of it may be in the tables already.
  const recover = database.transaction((entries: readonly JournalEntry[]) => {
    const inOrder = entries.toSorted((one, other) => one.seq - other.seq);
    for (const { room, seq, body } of inOrder) rows.addNext(room, seq, body);
  });
  recover.immediate(files.flatMap((file) => file.read()));
  for (const file of files) file.clear();
  const move = database.transaction((some: readonly RecordRow[]) => {
    for (const row of some) rows.add(row);
  });
  const journal = new Journal(files, (some) => move.immediate(some));
  const queue = new AppendQueue({
    lastSeq: rows.lastSeq,
    noteVisit,
    write: (entries) => journal.append(entries),
  });

  const load = database.transaction((room: RoomName) => {
    if (rows.lastSeq(room) === null) return null;
    const stored = storedSnapshot(room);
    const snapshot: RoomSnapshot | null =
      stored === null ? null : { state: JSON.parse(stored.body) as RoomState };
    return { snapshot, page: rows.after(room, stored?.seq ?? 0) };
  });
  const begin = (room: RoomName, { json }: EncodedRecord): 'appended' | 'conflict' => {
    if (open.run(room, now()).changes === 0) return 'conflict';
    rows.addFirst(room, json);
    return 'appended';
  };
  const since = database.transaction((room: RoomName, seq: number) => {
    if (rows.lastSeq(room) === null) return seq === 0 ? nothing : 'gone';
    return seq < (storedSnapshot(room)?.seq ?? 0) ? 'gone' : rows.after(room, seq);
  });
  const compact = database.transaction((room: RoomName, { state }: RoomSnapshot) => {
    if (state.seq > (rows.lastSeq(room) ?? 0)) {
      throw new Error(`a snapshot of ${room} is ahead of its log`);
    }
    if (state.seq <= (storedSnapshot(room)?.seq ?? 0)) return;
    keepSnapshot.run(room, state.seq, JSON.stringify(state));
    keepLast.run(rows.lastSeq(room), room);
    rows.dropUpTo(room, state.seq);
  });
  const restore = database.transaction((room: RoomName, stored: StoredRoom) => {
    const { snapshot, records } = stored;
    if ((rows.lastSeq(room) ?? 0) >= lastSeqOf(stored)) return;
    for (const statement of forget) statement.run(room);
    putBack.run(room, snapshot?.state.seq ?? 0, now());
    if (snapshot !== null) {
      keepSnapshot.run(room, snapshot.state.seq, JSON.stringify(snapshot.state));
    }
    for (const record of records) rows.addNext(room, record.seq, JSON.stringify(record));
  });
  const forgetIdle = database.transaction((before: number): number => {
    const idle = idleRooms.all(before) as { name: RoomName }[];
    for (const { name } of idle) {
      for (const statement of forget) statement.run(name);
      forgetRoom.run(name);
      visits.delete(name);
      queue.forget(name);
    }
    return idle.length;
  });

  return {
    load: async (room) => {
      noteVisit(room);
      journal.settle(room);
      const found = load.deferred(room);
      return found && { snapshot: found.snapshot, records: await inTurns(found.page) };
    },
    append: async (room, encoded) =>
      encoded.record.seq === 1
        ? commits.write(() => begin(room, encoded))
        : queue.append(room, encoded),
    visit: async (room) => noteVisit(room),
    since: async (room, seq) => {
      journal.settle(room);
      const page = since.deferred(room, seq);
      return page === 'gone' ? page : inTurns(page);
    },
    compact: async (room, snapshot) => {
      journal.settle(room);
      compact.immediate(room, snapshot);
    },
    restore: async (room, stored) => {
      journal.settleAll();
      queue.forget(room);
      restore.immediate(room, stored);
    },
    forgetful: false,
    forgetIdle: async (before) => {
      journal.settleAll();
      return forgetIdle.immediate(before);
    },
    close: async () => {
      queue.flush();
      journal.close();
    },
  };
}
