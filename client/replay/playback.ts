import type { Milliseconds } from '../../shared/base/ids.ts';
import type { Stretch } from './marks.ts';

/** Speeds a replay runs at (R32). */
export const speeds = [0.5, 1, 2, 4, 8] as const;

export type Speed = (typeof speeds)[number];

/** What a quiet stretch is shortened to, however long it is. */
export const quietLength: Milliseconds = 700;

/** Where a replay stands; plain, so that time comes in from outside. */
export interface Playback {
  readonly time: Milliseconds;
  readonly duration: Milliseconds;
  readonly playing: boolean;
  readonly speed: Speed;
  /** Where a stretch that is played by itself ends; null to play on to the end. */
  readonly until: Milliseconds | null;
}

/** A replay before it is played. */
export function beginPlayback(duration: Milliseconds): Playback {
  return { time: 0, duration, playing: false, speed: 1, until: null };
}

/**
 * After `elapsed` ms on the viewer's clock; it stops at the end. Each of the stretches named, which
 * are in order and do not touch, passes as if it were `quietLength` long.
 */
export function advance(
  playback: Playback,
  elapsed: Milliseconds,
  shortened: readonly Stretch[] = [],
): Playback {
  if (!playback.playing) return playback;
  const wanted = afterwards(playback.time, elapsed * playback.speed, shortened);
  const end = playback.until ?? playback.duration;
  const time = Math.min(end, wanted);
  return time < end ? { ...playback, time } : { ...playback, time, playing: false, until: null };
}

/** The time of the match after `span` ms of playing from `time` on. */
export function afterwards(
  time: Milliseconds,
  span: Milliseconds,
  shortened: readonly Stretch[],
): Milliseconds {
  let [at, left] = [time, span];
  for (const { from, to } of shortened) {
    if (to <= at || to - from <= quietLength) continue;
    if (from - at >= left) break;
    if (from > at) {
      left -= from - at;
      at = from;
    }
    const pace = (to - from) / quietLength;
    if ((to - at) / pace > left) return at + left * pace;
    left -= (to - at) / pace;
    at = to;
  }
  return at + left;
}

/** How long a stretch of the match takes to be played at single speed. */
export function playingTime({ from, to }: Stretch, shortened: readonly Stretch[]): Milliseconds {
  let sum = to - from;
  for (const quiet of shortened) {
    const length = quiet.to - quiet.from;
    const within = Math.min(to, quiet.to) - Math.max(from, quiet.from);
    if (within > 0 && length > quietLength) sum -= within * (1 - quietLength / length);
  }
  return sum;
}

/** A stretch of the match played by itself, from its beginning to its end. */
export function playStretch(playback: Playback, { from, to }: Stretch): Playback {
  return { ...seek(playback, from), playing: true, until: Math.min(to, playback.duration) };
}

/** Moved to a time within the match; from there it is played to the end. */
export function seek(playback: Playback, time: Milliseconds): Playback {
  return { ...playback, time: Math.max(0, Math.min(playback.duration, time)), until: null };
}

/** Playing or pausing; at the end it plays from the start again. */
export function toggle(playback: Playback): Playback {
  if (playback.playing) return { ...playback, playing: false };
  const time = playback.time < playback.duration ? playback.time : 0;
  return { ...playback, playing: true, time };
}

/** The next slower or faster speed; the same at both ends. */
export function otherSpeed(playback: Playback, by: -1 | 1): Playback {
  const speed = speeds[speeds.indexOf(playback.speed) + by];
  return speed === undefined ? playback : { ...playback, speed };
}
