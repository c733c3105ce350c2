import type { RoomName } from '../../base/ids.ts';
import { applyRecord } from '../apply.ts';
import { encodeRecord, type EncodedRecord } from '../encoded-record.ts';
import type { LogRecord } from '../entries.ts';
import { pageBytes, type RoomLog, type StoredRoom } from '../ports.ts';
import type { RoomState } from '../state.ts';
import { LogMeter } from './log-meter.ts';
import { Recollection } from './recollection.ts';

/** Thrown where a log was compacted, or lost, behind the record that was read last. */
export class LogGone extends Error {}

/** All records of a room after a number, page by page; `first` is a page that has been read already. */
export async function* pagesAfter(
  log: RoomLog,
  room: RoomName,
  seq: number,
  first?: readonly LogRecord[],
): AsyncGenerator<readonly EncodedRecord[]> {
  let last = seq;
  let page: readonly LogRecord[] | 'gone' = first ?? (await log.since(room, seq));
  for (;;) {
    if (page === 'gone') throw new LogGone(`the log of ${room} does not go on after ${last}`);
    const encoded = page.map(encodeRecord);
    if (encoded.length > 0) yield encoded;
    last = page.at(-1)?.seq ?? last;
    // A page that is far from full was the last one.
    const bytes = encoded.reduce((sum, one) => sum + one.bytes, 0);
    if (bytes < pageBytes / 2) return;
    page = await log.since(room, last);
  }
}

/** A room as it was read, and what a process keeps of its log. */
export interface ReadRoom {
  readonly state: RoomState;
  readonly meter: LogMeter;
  /** What could be written back, where the store is forgetful. */
  readonly recollection: Recollection | null;
}

/** Reads and folds a room, page by page; null if it is not there. */
export async function readRoom(log: RoomLog, room: RoomName): Promise<ReadRoom | null> {
  for (;;) {
    const stored = await log.load(room);
    if (stored === null) return null;
    try {
      return await folded(log, room, stored);
    } catch (error) {
      // Another process has compacted it meanwhile: its snapshot is the better beginning.
      if (!(error instanceof LogGone)) throw error;
    }
  }
}

async function folded(
  log: RoomLog,
  room: RoomName,
  { snapshot, records }: StoredRoom,
): Promise<ReadRoom> {
  let state = snapshot?.state ?? null;
  const meter = new LogMeter();
  const recollection = log.forgetful ? new Recollection({ snapshot, records: [] }) : null;
  for await (const page of pagesAfter(log, room, state?.seq ?? 0, records)) {
    for (const encoded of page) {
      state = applyRecord(state, encoded.record);
      meter.add(encoded, state);
      recollection?.add(encoded, state);
    }
  }
  if (state === null) throw new Error('a stored room without a record');
  return { state, meter, recollection };
}
