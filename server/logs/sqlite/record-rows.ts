import type Database from 'libsql';
import type { RoomName } from '../../../shared/base/ids.ts';
import { pageBytes, type LogRecord } from '../../../shared/room/index.ts';

/** Consecutive records of a room that stand in one row of the tables, as JSON. */
export interface RecordRow {
  readonly room: RoomName;
  /** Of the last of them, by which the row is found. */
  readonly seq: number;
  readonly bodies: readonly string[];
}

interface Row {
  readonly seq: number;
  readonly body: string;
}

/** Records that were read together; after a full page there may be more. */
export interface Page {
  readonly records: readonly LogRecord[];
  readonly full: boolean;
}

/** The table of records. */
export interface RecordRows {
  /** Of the last record of a room that is in the tables; null if there is no such room. */
  readonly lastSeq: (room: RoomName) => number | null;
  readonly addFirst: (room: RoomName, body: string) => void;
  /** Adds a record if it is the next one of its room (A3). */
  readonly addNext: (room: RoomName, seq: number, body: string) => void;
  readonly add: (row: RecordRow) => void;
  /** A page of the records of a room after a number, in order. */
  readonly after: (room: RoomName, seq: number) => Page;
  /** Forgets records up to a number; the rest of a row that goes on behind it stays with it. */
  readonly dropUpTo: (room: RoomName, seq: number) => void;
}

/**
 * Records in their table. A row holds one record or many, each on a line: to the pages of the
 * database sixty letters somebody typed are then one thing to put in its place, and not sixty.
 */
export function recordRows(database: Database.Database): RecordRows {
  const lastSeq = database.prepare(`
    SELECT coalesce((SELECT max(seq) FROM records WHERE room = name), last_seq) AS lastSeq
    FROM rooms WHERE name = ?
  `);
  const add = database.prepare('INSERT INTO records VALUES (?, ?, ?)');
  const addNext = database.prepare(`
    INSERT INTO records SELECT name, ?2, ?3 FROM rooms
    WHERE name = ?1
      AND coalesce((SELECT max(seq) FROM records WHERE room = ?1), last_seq) = ?2 - 1
  `);
  const after = database.prepare(
    'SELECT seq, body FROM records WHERE room = ? AND seq > ? ORDER BY seq LIMIT 1',
  );
  const drop = database.prepare('DELETE FROM records WHERE room = ? AND seq <= ?');
  return {
    lastSeq: (room) => (lastSeq.get(room) as { lastSeq: number } | undefined)?.lastSeq ?? null,
    addFirst: (room, body) => void add.run(room, 1, body),
    addNext: (room, seq, body) => void addNext.run(room, seq, body),
    add: ({ room, seq, bodies }) => void add.run(room, seq, bodies.join('\n')),
    after: (room, seq) => {
      const records: LogRecord[] = [];
      let [last, bytes] = [seq, 0];
      while (bytes < pageBytes) {
        const row = after.get(room, last) as Row | undefined;
        if (row === undefined) break;
        for (const record of recordsIn(row.body, last)) records.push(record);
        bytes += row.body.length;
        last = row.seq;
      }
      return { records, full: bytes >= pageBytes };
    },
    dropUpTo: (room, seq) => void drop.run(room, seq),
  };
}

/** Those of a row's records that come after a number. JSON has no line ends of its own. */
function recordsIn(body: string, seq: number): LogRecord[] {
  const records = JSON.parse(`[${body.replaceAll('\n', ',')}]`) as LogRecord[];
  return records.filter((record) => record.seq > seq);
}
