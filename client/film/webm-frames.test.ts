import { expect, test } from 'vitest';
import { lastFrameTime } from './webm-frames.ts';

const unknown = [0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff];
const head = [0x1a, 0x45, 0xdf, 0xa3, 0x80];
const segment = [0x18, 0x53, 0x80, 0x67, ...unknown];

function cluster(time: number, ...blocks: number[][]): number[] {
  const [high, low] = [time >> 8, time & 255];
  return [0x1f, 0x43, 0xb6, 0x75, ...unknown, 0xe7, 0x82, high, low, ...blocks.flat()];
}

/** A frame of three bytes, so many ms after its cluster. */
function frame(after: number): number[] {
  return [0xa3, 0x87, 0x81, (after >> 8) & 255, after & 255, 0x80, 1, 2, 3];
}

test('R32 the last frame of a recording: cluster and offset together, before and after zero', () => {
  const film = [
    ...head,
    ...segment,
    ...cluster(0, frame(0), frame(33)),
    ...cluster(1000, frame(-2)),
  ];
  expect(lastFrameTime(Uint8Array.from(film))).toBe(998);
  const longer = [...film, ...cluster(60_000, frame(500))];
  expect(lastFrameTime(Uint8Array.from(longer))).toBe(60_500);
});

test('R32 a recording that is still growing: cut anywhere, it tells the last frame that began', () => {
  const film = Uint8Array.from([...head, ...segment, ...cluster(0, frame(40), frame(80))]);
  const seen = Array.from(film, (_, end) => lastFrameTime(film.subarray(0, end)));
  expect(seen[0]).toBeNull();
  expect([...new Set(seen)]).toEqual([null, 40, 80]);
  expect(lastFrameTime(new Uint8Array(0))).toBeNull();
  expect(lastFrameTime(Uint8Array.from([0, 0, 0, 0]))).toBeNull();
});
