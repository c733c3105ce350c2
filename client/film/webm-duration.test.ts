import { describe, expect, it } from 'vitest';
import { withDuration } from './webm-duration.ts';

/** An element with a size of one byte, or of eight unknown ones. */
function element(id: readonly number[], content: readonly number[], unknown = false): number[] {
  const size = unknown ? [0x01, ...Array.from({ length: 7 }, () => 0xff)] : [0x80 | content.length];
  return [...id, ...size, ...content];
}

const ids = {
  head: [0x1a, 0x45, 0xdf, 0xa3],
  segment: [0x18, 0x53, 0x80, 0x67],
  info: [0x15, 0x49, 0xa9, 0x66],
  scale: [0x2a, 0xd7, 0xb1],
  app: [0x4d, 0x80],
  duration: [0x44, 0x89],
  tracks: [0x16, 0x54, 0xae, 0x6b],
  cluster: [0x1f, 0x43, 0xb6, 0x75],
};

const head = element(ids.head, [1, 2, 3]);
const scale = element(ids.scale, [0x0f, 0x42, 0x40]);
const app = element(ids.app, [0x43, 0x68]);
const rest = [...element(ids.tracks, [9, 9]), ...element(ids.cluster, [7, 7, 7], true)];

function file(info: readonly number[], unknown = true): Uint8Array<ArrayBuffer> {
  const segment = element(ids.segment, [...element(ids.info, info), ...rest], unknown);
  return new Uint8Array([...head, ...segment]);
}

/** The length a file states, in ticks; null without one. */
function statedIn(bytes: Uint8Array): number | null {
  for (let at = 0; at < bytes.length - 10; at++) {
    if (bytes[at] !== 0x44 || bytes[at + 1] !== 0x89 || bytes[at + 2] !== 0x88) continue;
    return new DataView(bytes.buffer, bytes.byteOffset).getFloat64(at + 3);
  }
  return null;
}

describe('a recorded film knows its length', () => {
  it('it is written beside what was there, and nothing else changes', () => {
    const mended = withDuration(file([...scale, ...app]), 5200);
    expect(statedIn(mended)).toBe(5200);
    expect([...mended.subarray(0, head.length)]).toEqual(head);
    expect([...mended.subarray(-rest.length)]).toEqual(rest);
    expect([...mended].join(' ')).toContain([...scale, ...app].join(' '));
  });

  it('in the ticks of the file', () => {
    const micro = element(ids.scale, [0x03, 0xe8]);
    expect(statedIn(withDuration(file([...micro, ...app]), 5200))).toBe(5_200_000);
    expect(statedIn(withDuration(file(app), 5200))).toBe(5200);
  });

  it('a length that is there is replaced', () => {
    const old = element(ids.duration, [0, 0, 0, 0, 0, 0, 0, 0]);
    const mended = withDuration(file([...old, ...app]), 300);
    expect(statedIn(mended)).toBe(300);
    expect(mended.length).toBe(withDuration(file(app), 300).length);
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['something else', new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8])],
    ['a cut file', file(app).subarray(0, 9)],
    ['a file whose size is fixed', file(app, false)],
  ])('%s stays as it is', (_, bytes) => {
    expect(withDuration(bytes, 1000)).toEqual(bytes);
  });
});
