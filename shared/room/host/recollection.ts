import { applyRecord } from '../apply.ts';
import { encodeRecord, type EncodedRecord } from '../encoded-record.ts';
import type { LogRecord } from '../entries.ts';
import type { StoredRoom } from '../ports.ts';
import type { RoomState } from '../state.ts';

/**
 * Letters of records that are remembered at most: two fast typists for a quarter of an hour. Beyond
 * that a room can still be written back, but only as it stands.
 */
export const longestRecollection = 4 * 1024 * 1024;

/**
 * What a process could write back of a room, should the store lose it: a state, and everything that
 * was recorded after it. Records are kept as text, which weighs a third of what they weigh otherwise.
 */
export class Recollection {
  #base: RoomState | null;
  #records: string[] = [];
  #letters = 0;

  constructor({ snapshot, records }: StoredRoom) {
    this.#base = snapshot?.state ?? null;
    let state = this.#base;
    for (const record of records) {
      state = applyRecord(state, record);
      this.add(encodeRecord(record), state);
    }
  }

  /** A further record, and the room after it. */
  add({ json }: EncodedRecord, after: RoomState): void {
    this.#records.push(json);
    this.#letters += json.length;
    if (this.#letters > longestRecollection) this.beginAt(after);
  }

  /** Nothing before this state is needed any more. */
  beginAt(state: RoomState): void {
    this.#base = state;
    this.#records = [];
    this.#letters = 0;
  }

  get stored(): StoredRoom {
    return {
      snapshot: this.#base === null ? null : { state: this.#base },
      records: this.#records.map((json) => JSON.parse(json) as LogRecord),
    };
  }
}
