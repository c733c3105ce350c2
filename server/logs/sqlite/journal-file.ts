import {
  closeSync,
  constants,
  fstatSync,
  ftruncateSync,
  openSync,
  readSync,
  writeSync,
} from 'node:fs';
import type { RoomName } from '../../../shared/base/ids.ts';

/** A record of a room as the journal keeps it: its JSON. */
export interface JournalEntry {
  readonly room: RoomName;
  readonly seq: number;
  readonly body: string;
}

/**
 * A file of records, one line each: `["room",{…}]`. What `append` has written is with the operating
 * system and survives the death of the process, as a commit to the database beside it does.
 */
export class JournalFile {
  readonly #file: number;
  #length = 0;

  /** Opens the file, or makes it; throws the file system's error if neither can be done. */
  constructor(path: string) {
    this.#file = openSync(path, constants.O_RDWR | constants.O_CREAT, 0o644);
    this.#length = fstatSync(this.#file).size;
  }

  /** Bytes of the records in it. */
  get length(): number {
    return this.#length;
  }

  /**
   * Writes records behind those that are there, in one system call. Throws the file system's error,
   * with nothing written, if it cannot.
   */
  append(entries: readonly JournalEntry[]): void {
    const lines = entries.map(({ room, body }) => `[${JSON.stringify(room)},${body}]\n`).join('');
    const bytes = Buffer.from(lines);
    try {
      const written = this.write(this.#file, bytes, this.#length);
      if (written < bytes.length) throw new Error('the journal was written in part only');
    } catch (error) {
      // A part of it may be there, and must not stay in front of what comes next.
      ftruncateSync(this.#file, this.#length);
      throw error;
    }
    this.#length += bytes.length;
  }

  /** Every record in it. The end of a last line that was cut is no record: nobody was told of it. */
  read(): JournalEntry[] {
    const bytes = Buffer.alloc(this.#length);
    const end = readSync(this.#file, bytes, 0, bytes.length, 0);
    return bytes.toString('utf8', 0, end).split('\n').flatMap(entryOf);
  }

  /** Forgets what is in it. */
  clear(): void {
    if (this.#length === 0) return;
    ftruncateSync(this.#file, 0);
    this.#length = 0;
  }

  close(): void {
    closeSync(this.#file);
  }

  /** How many bytes could be written; a place for tests to let it fail. */
  protected write(file: number, bytes: Buffer, at: number): number {
    return writeSync(file, bytes, 0, bytes.length, at);
  }
}

function entryOf(line: string): JournalEntry[] {
  try {
    const [room, record] = JSON.parse(line) as [RoomName, { readonly seq: number }];
    return [{ room, seq: record.seq, body: JSON.stringify(record) }];
  } catch {
    return [];
  }
}
