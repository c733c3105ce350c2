import type { RoomName } from '../../../shared/base/ids.ts';
import type { EncodedRecord } from '../../../shared/room/index.ts';
import type { JournalEntry } from './journal-file.ts';

interface Appending {
  readonly entry: JournalEntry;
  readonly done: (answer: 'appended' | 'conflict') => void;
  readonly failed: (error: unknown) => void;
}

/** What a queue of appends asks of the rest of the log. */
interface QueueParts {
  /** Number of the last record of a room in the tables; null if there is no such room. */
  readonly lastSeq: (room: RoomName) => number | null;
  readonly noteVisit: (room: RoomName) => void;
  /** Makes records durable, all of them; throws, with none kept, if that cannot be done. */
  readonly write: (entries: readonly JournalEntry[]) => void;
}

/**
 * The appends of one turn of the event loop, which are written together at its end. A record must be
 * the next one of its room (A3). This process alone writes, so it remembers the last numbers.
 */
export class AppendQueue {
  readonly #parts: QueueParts;
  /** Last numbers of rooms that have been written to. */
  readonly #lastSeqs = new Map<RoomName, number>();
  #waiting: Appending[] = [];

  constructor(parts: QueueParts) {
    this.#parts = parts;
  }

  /** Resolves when the record is durable or is known not to be the next one. */
  append(room: RoomName, { record, json }: EncodedRecord): Promise<'appended' | 'conflict'> {
    if (this.#waiting.length === 0) setImmediate(() => this.flush());
    const entry = { room, seq: record.seq, body: json };
    return new Promise((done, failed) => {
      this.#waiting.push({ entry, done, failed });
    });
  }

  /** Writes what waits, now. */
  flush(): void {
    const group = this.#waiting;
    this.#waiting = [];
    const added: Appending[] = [];
    for (const one of group) {
      try {
        this.#parts.noteVisit(one.entry.room);
        if (this.#isNext(one.entry)) added.push(one);
        else one.done('conflict');
      } catch (error) {
        one.failed(error);
      }
    }
    try {
      if (added.length > 0) this.#parts.write(added.map(({ entry }) => entry));
      for (const { done } of added) done('appended');
    } catch (error) {
      for (const { entry } of added.toReversed()) this.#lastSeqs.set(entry.room, entry.seq - 1);
      for (const { failed } of added) failed(error);
    }
  }

  /** The room may begin anew, or go on from what others have written back. */
  forget(room: RoomName): void {
    this.#lastSeqs.delete(room);
  }

  #isNext({ room, seq }: JournalEntry): boolean {
    const last = this.#lastSeqs.get(room) ?? this.#parts.lastSeq(room);
    if (last === null || seq !== last + 1) return false;
    this.#lastSeqs.set(room, seq);
    return true;
  }
}
