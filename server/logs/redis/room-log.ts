import type { RoomName } from '../../../shared/base/ids.ts';
import {
  lastSeqOf,
  pageBytes,
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
      const found = await client.loadRoom(...ofRoom(room), pageBytes);
      return found === null ? null : storedRoom(found);
    },
    visit: (room) => visits.note(room),
    append: async (room, { record, json }) => {
      await visits.note(room);
      const news = [keys.news(room), ...aroundRecord];
      const appended = await client.appendRecord(
        ...ofRoom(room),
        record.seq,
        json,
        keptFor,
        ...news,
      );
      return appended === 1 ? 'appended' : 'conflict';
    },
    since: async (room, seq) => {
      const found = await client.readRecords(...ofRoom(room), seq, pageBytes);
      if (found === null) return seq === 0 ? [] : 'gone';
      const [last, ...bodies] = found;
      const records = readRecords(bodies);
      // Records stand without gaps: those that are missing are missing at the beginning.
      const known = records[0]?.seq ?? Number(last) + 1;
      return known === seq + 1 ? records : 'gone';
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

/** A snapshot, '' for none, and a page of records. */
function storedRoom([state = '', ...bodies]: readonly string[]): StoredRoom {
  const snapshot: RoomSnapshot | null =
    state === '' ? null : { state: JSON.parse(state) as RoomState };
  return { snapshot, records: readRecords(bodies) };
}

function readRecords(bodies: readonly string[]): LogRecord[] {
  return bodies.map((body) => JSON.parse(body) as LogRecord);
}
