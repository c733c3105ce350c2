import type { RoomName } from '../../../shared/base/ids.ts';
import {
  lastSeqOf,
  type LogRecord,
  type RoomLog,
  type RoomSnapshot,
  type RoomState,
  type StoredRoom,
} from '../../../shared/room/index.ts';
import type { Now } from '../ports.ts';
import type { RedisClient } from './connection.ts';
import { keys } from './keys.ts';
import { aroundRecord } from './news.ts';
import { keptFor, Visits } from './visits.ts';

interface StreamMessage {
  readonly message: Readonly<Record<string, string>>;
}

/**
 * The room log as one stream per room, with the record's number as its id: `0-seq` (A3). The number
 * of the last record stands beside it, since a stream alone would let numbers be left out.
 */
export function createRedisRoomLog(client: RedisClient, now: Now): RoomLog {
  const visits = new Visits(client, keys.visitedRooms, now);
  const ofRoom = (room: RoomName): [string, string, string] => [
    keys.log(room),
    keys.last(room),
    keys.snapshot(room),
  ];

  return {
    load: async (room) => {
      await visits.note(room);
      const [last, snapshot, records] = await client
        .multi()
        .get(keys.last(room))
        .hGetAll(keys.snapshot(room))
        .xRange(keys.log(room), '-', '+')
        .execTyped();
      return last === null ? null : storedRoom(snapshot, records);
    },
    append: async (room, record) => {
      await visits.note(room);
      const body = JSON.stringify(record);
      const news = [keys.news(room), ...aroundRecord];
      const appended = await client.appendRecord(
        ...ofRoom(room),
        record.seq,
        body,
        keptFor,
        ...news,
      );
      return appended === 1 ? 'appended' : 'conflict';
    },
    since: async (room, seq) => {
      const [last, found] = await client
        .multi()
        .get(keys.last(room))
        .xRange(keys.log(room), `(0-${seq}`, '+')
        .execTyped();
      if (last === null) return seq === 0 ? [] : 'gone';
      const records = readRecords(found);
      const missing = Number(last) - seq - records.length;
      return missing === 0 ? records : 'gone';
    },
    compact: async (room, { state }) => {
      const body = JSON.stringify(state);
      const answer = await client.compactRoom(...ofRoom(room), state.seq, body, keptFor);
      if (answer < 0) throw new Error(`a snapshot of ${room} is ahead of its log`);
    },
    restore: async (room, stored) => {
      const { snapshot, records } = stored;
      await client.restoreRoom(
        ...ofRoom(room),
        lastSeqOf(stored),
        keptFor,
        snapshot?.state.seq ?? 0,
        snapshot === null ? '' : JSON.stringify(snapshot.state),
        ...records.map((record) => JSON.stringify(record)),
      );
    },
    forgetful: true,
    forgetIdle: (before) => visits.forgetIdle(before, (room) => client.del(ofRoom(room))),
    close: async () => {},
  };
}

function storedRoom(
  snapshot: Readonly<Record<string, string>>,
  records: readonly StreamMessage[] | null,
): StoredRoom {
  const kept: RoomSnapshot | null =
    snapshot.state === undefined ? null : { state: JSON.parse(snapshot.state) as RoomState };
  return { snapshot: kept, records: readRecords(records) };
}

function readRecords(found: readonly StreamMessage[] | null): LogRecord[] {
  return (found ?? []).map(({ message }) => JSON.parse(message.record ?? 'null') as LogRecord);
}
