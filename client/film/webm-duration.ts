import type { Milliseconds } from '../../shared/base/ids.ts';
import { elementAt, lengthOf, sizeAt, type Element } from './ebml.ts';

/** Element ids of WebM (EBML, RFC 8794; Matroska, RFC 9559). */
const ids = { head: 0x1a45dfa3, segment: 0x18538067, info: 0x1549a966, duration: 0x4489 } as const;
const timestampScale = 0x2ad7b1;

/** Nanoseconds of one tick where the file names no scale. */
const usualScale = 1_000_000;

/**
 * A recorded WebM file with its length in it. Browsers record without knowing how long it will be,
 * and players then show no length and cannot seek. Bytes that do not read as such a file, or know
 * their length already, come back as they are.
 */
export function withDuration(
  bytes: Uint8Array<ArrayBuffer>,
  length: Milliseconds,
): Uint8Array<ArrayBuffer> {
  const head = elementAt(bytes, 0, bytes.length);
  if (head?.id !== ids.head) return bytes;
  const segment = elementAt(bytes, head.to, bytes.length);
  if (segment?.id !== ids.segment) return bytes;
  const info = childrenOf(bytes, segment).find(({ id }) => id === ids.info);
  if (info === undefined) return bytes;
  const parts = childrenOf(bytes, info);
  const scale = parts.find(({ id }) => id === timestampScale);
  const ticks = (length * 1e6) / (scale === undefined ? usualScale : numberIn(bytes, scale));
  const rest = parts.filter(({ id }) => id !== ids.duration);
  const content = [
    ...rest.map(({ begins, to }) => bytes.subarray(begins, to)),
    durationElement(ticks),
  ];
  const size = content.reduce((sum, part) => sum + part.length, 0);
  // A segment of known size would not fit any more; recorders leave it unknown.
  if (!isUnknown(bytes, segment)) return bytes;
  const mended = new Uint8Array(info.begins + 4 + 8 + size + (bytes.length - info.to));
  mended.set(bytes.subarray(0, info.begins), 0);
  let at = info.begins;
  const put = (part: Uint8Array): void => {
    mended.set(part, at);
    at += part.length;
  };
  put(bytes.subarray(info.begins, info.begins + 4));
  put(sizeOfEight(size));
  for (const part of content) put(part);
  put(bytes.subarray(info.to));
  return mended;
}

/** The children of an element, as far as they can be read; clusters of media end the search. */
function childrenOf(bytes: Uint8Array, parent: Element): Element[] {
  const found: Element[] = [];
  for (let at = parent.from; at < parent.to;) {
    const child = elementAt(bytes, at, parent.to);
    if (child === null) break;
    found.push(child);
    if (child.id === ids.info) break;
    at = child.to;
  }
  return found;
}

function isUnknown(bytes: Uint8Array, { begins }: Element): boolean {
  return sizeAt(bytes, begins + 4, lengthOf(bytes[begins + 4] ?? 0)) === null;
}

function numberIn(bytes: Uint8Array, { from, to }: Element): number {
  return bytes.subarray(from, to).reduce((sum, byte) => sum * 256 + byte, 0) || usualScale;
}

function durationElement(ticks: number): Uint8Array {
  const element = new Uint8Array(2 + 1 + 8);
  element.set([0x44, 0x89, 0x88]);
  new DataView(element.buffer).setFloat64(3, ticks);
  return element;
}

function sizeOfEight(size: number): Uint8Array {
  const bytes = new Uint8Array(8);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x01000000 | Math.floor(size / 2 ** 32));
  view.setUint32(4, size >>> 0);
  return bytes;
}
