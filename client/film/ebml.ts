/** Reading the elements a WebM file is made of (EBML, RFC 8794). */

/** One element of a file. */
export interface Element {
  readonly id: number;
  /** Where its content begins. */
  readonly from: number;
  /** Where its content ends; an unknown size reaches to the end of the file. */
  readonly to: number;
  readonly begins: number;
}

/** The element that begins at an offset; null where none can be read. */
export function elementAt(bytes: Uint8Array, begins: number, end: number): Element | null {
  const idLength = lengthOf(bytes[begins] ?? 0);
  const sizeLength = lengthOf(bytes[begins + idLength] ?? 0);
  const from = begins + idLength + sizeLength;
  if (idLength > 4 || sizeLength > 8 || from > end) return null;
  const id = bytes.subarray(begins, begins + idLength).reduce((sum, byte) => sum * 256 + byte, 0);
  const size = sizeAt(bytes, begins + idLength, sizeLength);
  return { id, begins, from, to: size === null ? end : Math.min(end, from + size) };
}

/** How many bytes a number of variable length takes: told by the first bit that is set. */
export function lengthOf(first: number): number {
  return Math.clz32(first) - 23;
}

/** The size at an offset; null where all its bits are set, which means unknown. */
export function sizeAt(bytes: Uint8Array, at: number, length: number): number | null {
  let size = (bytes[at] ?? 0) & (0xff >> length);
  let unknown = size === 0xff >> length;
  for (const byte of bytes.subarray(at + 1, at + length)) {
    size = size * 256 + byte;
    unknown &&= byte === 0xff;
  }
  return unknown ? null : size;
}
