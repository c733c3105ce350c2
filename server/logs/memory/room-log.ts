import { setImmediate as nextTurn } from 'node:timers/promises';
import type { RoomName, Timestamp } from '../../../shared/base/ids.ts';
import {
  lastSeqOf,
  pageBytes,
  type LogRecord,
  type RoomLog,
  type RoomSnapshot,
} from '../../../shared/room/index.ts';
import type { Now } from '../ports.ts';

interface MemoryRoom {
  snapshot: RoomSnapshot | null;
  /** Records after the snapshot, without gaps. */
  records: LogRecord[];
  touchedAt: Timestamp;
}

/** A room log that lives and dies with the process: for tests and trying out. */
export function createMemoryRoomLog(now: Now): RoomLog {
  const rooms = new Map<RoomName, MemoryRoom>();
  return {
    load: async (name) => {
      const room = rooms.get(name);
      if (room === undefined) return null;
      room.touchedAt = now();
      const records = await pageOf(room, compactedTo(room));
      return { snapshot: room.snapshot, records };
    },
    visit: async (name) => {
      const room = rooms.get(name);
      if (room !== undefined) room.touchedAt = now();
    },
    append: async (name, { record }) => {
      const room = rooms.get(name) ?? { snapshot: null, records: [], touchedAt: 0 };
      if (record.seq !== lastSeqOf(room) + 1) return 'conflict';
      room.records.push(record);
      room.touchedAt = now();
      rooms.set(name, room);
      return 'appended';
    },
    since: async (name, seq) => {
      const room = rooms.get(name);
      if (room === undefined) return seq === 0 ? [] : 'gone';
      if (seq < compactedTo(room)) return 'gone';
      return pageOf(room, seq);
    },
    compact: async (name, snapshot) => {
      const room = rooms.get(name);
      const { seq } = snapshot.state;
      if (room === undefined || seq > lastSeqOf(room)) {
        throw new Error(`a snapshot of ${name} is ahead of its log`);
      }
      if (seq <= compactedTo(room)) return;
      room.snapshot = snapshot;
      room.records = room.records.filter((record) => record.seq > seq);
    },
    restore: async (name, stored) => {
      const room = rooms.get(name);
      if (room !== undefined && lastSeqOf(room) >= lastSeqOf(stored)) return;
      rooms.set(name, { ...stored, records: [...stored.records], touchedAt: now() });
    },
    forgetful: false,
    forgetIdle: async (before) => {
      const idle = [...rooms].filter(([, room]) => room.touchedAt < before);
      for (const [name] of idle) rooms.delete(name);
      return idle.length;
    },
    close: async () => {},
  };
}

/** The first records after a number, which stand without gaps behind the snapshot. */
async function pageOf(room: MemoryRoom, seq: number): Promise<LogRecord[]> {
  const first = seq - compactedTo(room);
  let end = first;
  let bytes = 0;
  for (; end < room.records.length && bytes < pageBytes; end++) {
    bytes += JSON.stringify(room.records[end]).length;
  }
  const page = room.records.slice(first, end);
  if (bytes >= pageBytes) await nextTurn();
  return page;
}

function compactedTo(room: MemoryRoom): number {
  return room.snapshot?.state.seq ?? 0;
}
