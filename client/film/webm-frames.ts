import type { Milliseconds } from '../../shared/base/ids.ts';
import { elementAt, lengthOf } from './ebml.ts';

/** Elements of WebM (Matroska, RFC 9559) on the way to a frame; the first three hold others. */
const ids = {
  segment: 0x18538067,
  cluster: 0x1f43b675,
  group: 0xa0,
  timestamp: 0xe7,
  simpleBlock: 0xa3,
  block: 0xa1,
} as const;

const holders: ReadonlySet<number> = new Set([ids.segment, ids.cluster, ids.group]);
const blocks: ReadonlySet<number> = new Set([ids.simpleBlock, ids.block]);

/**
 * When the last frame is shown that a recorded WebM file holds so far, in ticks of a millisecond as
 * browsers record; null while it holds none.
 */
export function lastFrameTime(bytes: Uint8Array): Milliseconds | null {
  let last: Milliseconds | null = null;
  let cluster: Milliseconds = 0;
  for (let at = 0; at < bytes.length;) {
    const element = elementAt(bytes, at, bytes.length);
    if (element === null) break;
    const { id, from, to } = element;
    if (id === ids.timestamp) {
      cluster = bytes.subarray(from, to).reduce((sum, byte) => sum * 256 + byte, 0);
    } else if (blocks.has(id)) {
      const offset = from + lengthOf(bytes[from] ?? 0x80);
      if (offset + 2 > to) break;
      last = cluster + new DataView(bytes.buffer, bytes.byteOffset + offset, 2).getInt16(0);
    }
    at = holders.has(id) ? from : to;
  }
  return last;
}
