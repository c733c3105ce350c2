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

interface Body {
  readonly body: string;
}

/** A visit is noted at most this often, so that reading seldom writes. */
export const touchPace: Milliseconds = 60_000;

/**
 * The room log in SQLite. What an append compares with (A3) is the last record, or where there is none
 * since the last snapshot, `rooms.last_seq`: kept there with every snapshot, not with every record,
 * which would be a second page to write for each letter somebody types.
 */
export function createSqliteRoomLog(
  database: Database.Database,
  now: Now,
  commits: GroupCommit,
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
  const append = (room: RoomName, record: LogRecord): 'appended' | 'conflict' => {
    noteVisit(room);
    const { changes } = addNext.run(room, record.seq, JSON.stringify(record));
    return changes === 0 ? 'conflict' : 'appended';
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
    const idle = idleRooms.all(before) as { name: string }[];
    for (const { name } of idle) {
      for (const statement of forget) statement.run(name);
      forgetRoom.run(name);
      visits.delete(name as RoomName);
    }
    return idle.length;
  });

  return {
    load: async (room) => {
      noteVisit(room);
      return load.deferred(room);
    },
    append: async (room, record) =>
      record.seq === 1
        ? commits.write(() => begin(room, record))
        : commits.writeSingle(() => append(room, record)),
    since: async (room, seq) => since.deferred(room, seq),
    compact: async (room, snapshot) => compact.immediate(room, snapshot),
    restore: async (room, stored) => restore.immediate(room, stored),
    forgetful: false,
    forgetIdle: async (before) => forgetIdle.immediate(before),
    close: async () => {},
  };
}
