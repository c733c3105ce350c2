import type { Milliseconds } from '../../shared/base/ids.ts';
import type { Stretch } from '../replay/marks.ts';
import type { FilmScene } from './scene.ts';
import { withDuration } from './webm-duration.ts';
import { lastFrameTime } from './webm-frames.ts';

/** Pictures a second. */
const rate = 30;

/** Bits a second: sharp letters, and about 18 MB a minute at most. */
const bitrate = 2_500_000;

/** The result stays for this long at the end of a film that reaches it, at any speed. */
export const cardTime: Milliseconds = 2000;

/** A browser that encodes slowly may be behind by this much when the film is stopped. */
const behindAtMost: Milliseconds = 250;

/** Encoding that brings no frame for this long will bring none any more. */
const encodingPatience: Milliseconds = 2000;

/** Between two pictures that take long to draw. */
const restAtMost: Milliseconds = 250;

/** Formats in the order of preference: the cheapest to encode while it is played comes first. */
const formats = ['video/webm;codecs=vp8', 'video/webm;codecs=vp9', 'video/webm', 'video/mp4'];

/** The format this browser records, or null when it records none. */
export function videoFormat(): string | null {
  if (typeof MediaRecorder === 'undefined') return null;
  if (!('captureStream' in HTMLCanvasElement.prototype)) return null;
  return formats.find((format) => MediaRecorder.isTypeSupported(format)) ?? null;
}

export interface VideoOptions {
  readonly scene: FilmScene;
  readonly stretch: Stretch;
  readonly speed: number;
  /** Whether the film reaches the result, which then stays for a while. */
  readonly reachesEnd: boolean;
  readonly signal: AbortSignal;
  /** Called with shares from 0 to 1. */
  readonly onProgress: (share: number) => void;
}

/** How long a video comes to be. */
export function videoLength({ from, to }: Stretch, speed: number, reachesEnd: boolean): number {
  return (to - from) / speed + (reachesEnd ? cardTime : 0);
}

/**
 * Records a stretch of a match while it is played on the scene, in real time. Rejects with an
 * `AbortError` when it was cancelled, else when nothing could be recorded.
 */
export async function recordVideo(options: VideoOptions): Promise<Blob> {
  const { scene, stretch, speed, reachesEnd, signal, onProgress } = options;
  const format = videoFormat();
  if (format === null) throw new Error('no video format');
  const length = videoLength(stretch, speed, reachesEnd);
  await scene.draw(stretch.from);
  const stream = scene.canvas.captureStream(rate);
  const recorder = new MediaRecorder(stream, { mimeType: format, videoBitsPerSecond: bitrate });
  const pieces: Blob[] = [];
  recorder.addEventListener('dataavailable', ({ data }) => pieces.push(data));
  const stopped = new Promise<void>((resolve, reject) => {
    recorder.addEventListener('stop', () => resolve());
    recorder.addEventListener('error', () => reject(new Error('the recorder failed')));
  });
  recorder.start(1000);
  const begun = performance.now();
  let recorded: Milliseconds = 0;
  try {
    for (let gone = 0; gone < length; gone = performance.now() - begun) {
      signal.throwIfAborted();
      onProgress(gone / length);
      await scene.draw(Math.min(stretch.to, stretch.from + gone * speed));
      await nextPicture(performance.now() - begun - gone);
    }
    await scene.draw(stretch.to);
    recorded = performance.now() - begun;
    if (format.startsWith('video/webm')) await encoded(recorder, pieces, recorded, signal);
  } finally {
    if (recorder.state !== 'inactive') recorder.stop();
    for (const track of stream.getTracks()) track.stop();
  }
  await stopped;
  signal.throwIfAborted();
  onProgress(1);
  const film = new Blob(pieces, { type: format });
  if (!format.startsWith('video/webm')) return film;
  const mended = withDuration(new Uint8Array(await film.arrayBuffer()), recorded);
  return new Blob([mended], { type: format });
}

/**
 * Waits until all that was drawn is encoded: a recorder that is stopped throws away what waits for
 * its encoder, on a slow machine whole seconds with the result in them.
 */
async function encoded(
  recorder: MediaRecorder,
  pieces: readonly Blob[],
  until: Milliseconds,
  signal: AbortSignal,
): Promise<void> {
  let last: Milliseconds | null = null;
  let news = performance.now();
  while (performance.now() - news < encodingPatience) {
    signal.throwIfAborted();
    recorder.requestData();
    await pause(100);
    const time = lastFrameTime(new Uint8Array(await new Blob([...pieces]).arrayBuffer()));
    if (time !== null && time >= until - behindAtMost) return;
    if (time !== last) news = performance.now();
    last = time;
  }
}

/**
 * Waits for the next picture, about as long as the last one took: encoding needs its share of the
 * machine. Not longer than a moment, or a film that is all but over would go on beyond its length. A
 * timer, not a frame of the page: a tab in the background goes on recording.
 */
function nextPicture(spent: Milliseconds): Promise<void> {
  return pause(Math.max(1000 / rate - spent, Math.min(spent, restAtMost)));
}

function pause(time: Milliseconds): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, time));
}
