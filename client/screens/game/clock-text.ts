import type { Milliseconds } from '../../../shared/base/ids.ts';

/** Whole seconds left; the last one counts until it is over. */
export function secondsLeft(left: Milliseconds): number {
  return Math.max(0, Math.ceil(left / 1000));
}

/**
 * How long `secondsLeft` stays what it is, in milliseconds; a second where none are left, as a clock may be
 * put right then.
 */
export function untilNextSecond(left: Milliseconds): Milliseconds {
  return left > 0 ? left - (secondsLeft(left) - 1) * 1000 : 1000;
}

/** A time to go as `m:ss`, rounded up to whole seconds. */
export function clockText(left: Milliseconds): string {
  const seconds = secondsLeft(left);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Coding time from which on the clock presses: the last ten seconds. */
export const pressingSeconds = 10;
