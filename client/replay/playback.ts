import type { Milliseconds } from '../../shared/base/ids.ts';

/** Speeds a replay runs at (R32). */
export const speeds = [0.5, 1, 2, 4, 8] as const;

export type Speed = (typeof speeds)[number];

/** Where a replay stands; plain, so that time comes in from outside. */
export interface Playback {
  readonly time: Milliseconds;
  readonly duration: Milliseconds;
  readonly playing: boolean;
  readonly speed: Speed;
}

/** A replay before it is played. */
export function beginPlayback(duration: Milliseconds): Playback {
  return { time: 0, duration, playing: false, speed: 1 };
}

/** After `elapsed` ms on the viewer's clock; it stops at the end. */
export function advance(playback: Playback, elapsed: Milliseconds): Playback {
  if (!playback.playing) return playback;
  const time = Math.min(playback.duration, playback.time + elapsed * playback.speed);
  return { ...playback, time, playing: time < playback.duration };
}

/** Moved to a time within the match. */
export function seek(playback: Playback, time: Milliseconds): Playback {
  return { ...playback, time: Math.max(0, Math.min(playback.duration, time)) };
}

/** Playing or pausing; at the end it plays from the start again. */
export function toggle(playback: Playback): Playback {
  if (playback.playing) return { ...playback, playing: false };
  const time = playback.time < playback.duration ? playback.time : 0;
  return { ...playback, playing: true, time };
}
