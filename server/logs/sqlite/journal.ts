import type { RoomName } from '../../../shared/base/ids.ts';
import type { JournalEntry, JournalFile } from './journal-file.ts';

/**
 * Bytes of records after which those of a file go on into the tables. A match weighs about 100 KB:
 * of a few rooms most records of one match move together, dozens to a page of the database.
 */
export const fullAt = 512 * 1024;

/** A file that was not emptied by then is moved whole before anything is added: it grows no further. */
const overfullAt = 8 * fullAt;

/** Records moved in one turn of the event loop: about half a millisecond. */
const slice = 48;

/** A file of the journal, and what of it is in no table yet. */
interface Generation {
  readonly file: JournalFile;
  readonly pending: Map<RoomName, JournalEntry[]>;
}

/**
 * Where records stand first. One short write for all records of a turn of the event loop makes them
 * durable; to put each letter somebody types into the tables at once cost a quarter of the whole
 * relay. They move there many at a time, a few in each turn: when a file is full, and a room's before
 * anybody reads that room. Two files: what is written goes to one while the other is moved and emptied.
 */
export class Journal {
  readonly #insert: (entries: readonly JournalEntry[]) => void;
  #young: Generation;
  #old: Generation;
  #moving: NodeJS.Immediate | null = null;

  /** `insert` puts records, each room's in order, into the tables: all or, if it throws, none. */
  constructor(
    [young, old]: readonly [JournalFile, JournalFile],
    insert: (entries: readonly JournalEntry[]) => void,
  ) {
    this.#insert = insert;
    this.#young = { file: young, pending: new Map() };
    this.#old = { file: old, pending: new Map() };
  }

  /** Makes records durable, all of them; throws, with none kept, if that cannot be done. */
  append(entries: readonly JournalEntry[]): void {
    if (this.#young.file.length >= overfullAt) this.settleAll();
    const { file, pending } = this.#young;
    file.append(entries);
    for (const entry of entries) {
      const known = pending.get(entry.room);
      if (known === undefined) pending.set(entry.room, [entry]);
      else known.push(entry);
    }
    if (file.length >= fullAt) this.#turnOver();
  }

  /** Moves a room's records into the tables, where they can be read. */
  settle(room: RoomName): void {
    for (const generation of [this.#old, this.#young]) {
      const entries = generation.pending.get(room);
      if (entries === undefined) continue;
      this.#insert(entries);
      this.#moved(generation, room);
    }
  }

  /**
   * Moves everything: both files are empty then. To be done before a room begins anew under its old
   * name, whose lines a process that comes after us would else take for the new room's.
   */
  settleAll(): void {
    for (const { pending } of [this.#old, this.#young]) {
      for (const room of pending.keys()) this.settle(room);
    }
  }

  /** Moves everything and ends what goes on by itself; the files are left closed and empty. */
  close(): void {
    if (this.#moving !== null) clearImmediate(this.#moving);
    this.settleAll();
    this.#old.file.close();
    this.#young.file.close();
  }

  /** Lets the full file be emptied, as soon as the other one is. */
  #turnOver(): void {
    if (this.#old.pending.size === 0) [this.#old, this.#young] = [this.#young, this.#old];
    this.#moving ??= setImmediate(() => this.#moveSome());
  }

  #moveSome(): void {
    this.#moving = null;
    const { file, pending } = this.#old;
    const some: JournalEntry[] = [];
    for (const entries of pending.values()) {
      some.push(...entries.slice(0, slice - some.length));
      if (some.length === slice) break;
    }
    if (some.length === 0) return;
    try {
      this.#insert(some);
    } catch {
      // They are safe where they are; the next record that finds its file full tries again.
      return;
    }
    let left = some.length;
    for (const [room, entries] of pending) {
      left -= entries.splice(0, left).length;
      if (entries.length === 0) pending.delete(room);
      if (left === 0) break;
    }
    if (pending.size === 0) file.clear();
    else this.#moving = setImmediate(() => this.#moveSome());
  }

  #moved({ file, pending }: Generation, room: RoomName): void {
    pending.delete(room);
    if (pending.size === 0) file.clear();
  }
}
