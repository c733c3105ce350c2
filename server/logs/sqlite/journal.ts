import type { RoomName } from '../../../shared/base/ids.ts';
import { fullAt, type JournalEntry, type JournalFile } from './journal-file.ts';
import type { RecordRow } from './record-rows.ts';

/** A file that was not emptied by then is moved whole before anything is added: it grows no further. */
const overfullAt = 8 * fullAt;

/**
 * Bytes of records moved in one turn of the event loop, and in one row, whose last record is still
 * whole: a tenth of a millisecond, which a keystroke that comes just then has to wait.
 */
export const slice = 16 * 1024;

/**
 * Where records stand first. One short write for all records of a turn of the event loop makes them
 * durable; to put each letter somebody types into the tables at once cost a quarter of the whole
 * relay. They move there many at a time, a few in each turn: when a file is full, and a room's before
 * anybody reads that room. Two files: what is written goes to one while the other is moved and emptied.
 */
export class Journal {
  readonly #insert: (rows: readonly RecordRow[]) => void;
  #young: JournalFile;
  #old: JournalFile;
  #moving: NodeJS.Immediate | null = null;

  /** `insert` puts rows, each room's in order, into the tables: all or, if it throws, none. */
  constructor(
    [young, old]: readonly [JournalFile, JournalFile],
    insert: (rows: readonly RecordRow[]) => void,
  ) {
    this.#insert = insert;
    this.#young = young;
    this.#old = old;
  }

  /** Makes records durable, all of them; throws, with none kept, if that cannot be done. */
  append(entries: readonly JournalEntry[]): void {
    if (this.#young.length >= overfullAt) this.settleAll();
    this.#young.append(entries);
    if (this.#young.length >= fullAt) this.#turnOver();
  }

  /** Moves a room's records into the tables, where they can be read. */
  settle(room: RoomName): void {
    for (const file of [this.#old, this.#young]) {
      for (let row = file.rowOf(room, slice); row !== null; row = file.rowOf(room, slice)) {
        this.#insert([row]);
        file.moved([row]);
      }
    }
  }

  /**
   * Moves everything: both files are empty then. To be done before a room begins anew under its old
   * name, whose lines a process that comes after us would else take for the new room's.
   */
  settleAll(): void {
    for (const { rooms } of [this.#old, this.#young]) {
      for (const room of rooms) this.settle(room);
    }
    for (const file of [this.#old, this.#young]) file.clear();
  }

  /** Moves everything and ends what goes on by itself; the files are left closed and empty. */
  close(): void {
    if (this.#moving !== null) clearImmediate(this.#moving);
    this.settleAll();
    this.#old.close();
    this.#young.close();
  }

  /** Lets the full file be emptied, as soon as the other one is. */
  #turnOver(): void {
    if (this.#old.length === 0) [this.#old, this.#young] = [this.#young, this.#old];
    this.#moving ??= setImmediate(() => this.#moveSome());
  }

  #moveSome(): void {
    this.#moving = null;
    try {
      const rows = this.#old.rows(slice);
      if (rows.length > 0) this.#insert(rows);
      this.#old.moved(rows);
    } catch {
      // They are safe where they are; the next record that finds its file full tries again.
      return;
    }
    if (this.#old.length > 0) this.#moving = setImmediate(() => this.#moveSome());
  }
}
