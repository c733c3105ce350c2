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
import type { RecordRow } from './record-rows.ts';

/** A record of a room as the journal is given it: its JSON. */
export interface JournalEntry {
  readonly room: RoomName;
  readonly seq: number;
  readonly body: string;
}

/**
 * Bytes of records that are a full file: dozens of records of each of a few rooms. The image has
 * place for that many, and for a file that waits to be emptied it grows.
 */
export const fullAt = 512 * 1024;
const usualImage = fullAt + 64 * 1024;

/** Where a room's records lie that are in no table yet: three numbers each, `seq, start, end`. */
interface Places {
  readonly numbers: number[];
  /** Those in front of this one have been moved. */
  head: number;
}

/**
 * A file of records, one line each: `["room",{…}]`, and its image in memory. What `append` has
 * written is with the operating system and survives the death of the process, as a commit to the
 * database beside it does. Of a record that waits to be moved there are bytes and numbers only:
 * thousands of strings that live for seconds would make each young collection last milliseconds.
 */
export class JournalFile {
  readonly #file: number;
  readonly #places = new Map<RoomName, Places>();
  #image: Buffer;
  #length: number;

  /** Opens the file, or makes it; throws the file system's error if neither can be done. */
  constructor(path: string) {
    this.#file = openSync(path, constants.O_RDWR | constants.O_CREAT, 0o644);
    const { size } = fstatSync(this.#file);
    this.#image = Buffer.allocUnsafeSlow(Math.max(size, usualImage));
    this.#length = readSync(this.#file, this.#image, 0, size, 0);
  }

  /** Bytes of the records in it. */
  get length(): number {
    return this.#length;
  }

  /** Rooms with records of this process that are in no table yet. */
  get rooms(): RoomName[] {
    return [...this.#places.keys()];
  }

  /**
   * Writes records behind those that are there, in one system call. Throws the file system's error,
   * with nothing written, if it cannot.
   */
  append(entries: readonly JournalEntry[]): void {
    const ends: number[] = [];
    let end = this.#length;
    for (const { room, body } of entries) {
      const line = `[${JSON.stringify(room)},${body}]\n`;
      this.#makeRoom(end + line.length * 3);
      end += this.#image.write(line, end);
      ends.push(end);
    }
    try {
      const written = this.write(this.#file, this.#image.subarray(this.#length, end), this.#length);
      if (written < end - this.#length) throw new Error('the journal was written in part only');
    } catch (error) {
      // A part of it may be there, and must not stay in front of what comes next.
      ftruncateSync(this.#file, this.#length);
      throw error;
    }
    for (const [i, { room, seq }] of entries.entries()) {
      const start = this.#length;
      this.#length = ends[i] ?? end;
      const places = this.#places.get(room);
      if (places === undefined) {
        this.#places.set(room, { numbers: [seq, start, this.#length], head: 0 });
      } else places.numbers.push(seq, start, this.#length);
    }
  }

  /** Every record in it. The end of a last line that was cut is no record: nobody was told of it. */
  read(): JournalEntry[] {
    return this.#image.toString('utf8', 0, this.#length).split('\n').flatMap(entryOf);
  }

  /** The first records of a room that are in no table yet: some bytes of them, at least one. */
  rowOf(room: RoomName, bytes: number): RecordRow | null {
    const places = this.#places.get(room);
    if (places === undefined) return null;
    const { numbers, head } = places;
    const before = JSON.stringify(room).length + 2;
    const bodies: string[] = [];
    let at = head;
    for (let sum = 0; at < numbers.length && sum < bytes; at += 3) {
      const [start = 0, end = 0] = [numbers[at + 1], numbers[at + 2]];
      // Behind it stand `]` and the end of the line.
      bodies.push(this.#image.toString('utf8', start, end).slice(before, -2));
      sum += end - start;
    }
    return { room, seq: numbers[at - 3] ?? 0, bodies };
  }

  /** Some bytes of records that are in no table yet, as rows; at least one if there are any. */
  rows(bytes: number): RecordRow[] {
    const rows: RecordRow[] = [];
    let left = bytes;
    for (const room of this.#places.keys()) {
      const row = this.rowOf(room, left);
      if (row === null) continue;
      rows.push(row);
      left -= row.bodies.reduce((sum, body) => sum + Buffer.byteLength(body), 0);
      if (left <= 0) break;
    }
    return rows;
  }

  /** Notes that rows made of this file are in the tables; when all of it is, the file is emptied. */
  moved(rows: readonly RecordRow[]): void {
    for (const { room, bodies } of rows) {
      const places = this.#places.get(room);
      if (places === undefined) continue;
      places.head += bodies.length * 3;
      if (places.head >= places.numbers.length) this.#places.delete(room);
    }
    if (this.#places.size === 0) this.clear();
  }

  /** Forgets what is in it; throws the file system's error, with nothing forgotten, if it cannot. */
  clear(): void {
    if (this.#length > 0) ftruncateSync(this.#file, 0);
    this.#places.clear();
    this.#length = 0;
    if (this.#image.length > usualImage) this.#image = Buffer.allocUnsafeSlow(usualImage);
  }

  close(): void {
    closeSync(this.#file);
  }

  /** How many bytes could be written; a place for tests to let it fail. */
  protected write(file: number, bytes: Buffer, at: number): number {
    return writeSync(file, bytes, 0, bytes.length, at);
  }

  #makeRoom(bytes: number): void {
    if (bytes <= this.#image.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(bytes, 2 * this.#image.length));
    this.#image.copy(larger);
    this.#image = larger;
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
