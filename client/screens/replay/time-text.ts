import type { Milliseconds } from '../../../shared/base/ids.ts';

/** A time of the match as `m:ss.t`, cut down to tenths of a second. */
export function timeText(time: Milliseconds): string {
  const tenths = Math.floor(time / 100);
  const seconds = Math.floor(tenths / 10);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}.${tenths % 10}`;
}
