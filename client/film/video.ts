import type { Milliseconds } from '../../shared/base/ids.ts';
import type { Stretch } from '../replay/marks.ts';
import type { FilmScene } from './scene.ts';
import { withDuration } from './webm-duration.ts';

/** Pictures a second. */
const rate = 30;

/** Bits a second: sharp letters, and about 18 MB a minute at most. */
const bitrate = 2_500_000;

/** The result stays for this long at the end of a film that reaches it, at any speed. */
export const cardTime: Milliseconds = 2000;

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
  try {
    for (let gone = 0; gone < length; gone = performance.now() - begun) {
      signal.throwIfAborted();
      onProgress(gone / length);
      await scene.draw(Math.min(stretch.to, stretch.from + gone * speed));
      await nextPicture();
    }
    await scene.draw(stretch.to);
  } finally {
    if (recorder.state !== 'inactive') recorder.stop();
    for (const track of stream.getTracks()) track.stop();
  }
  const recorded = performance.now() - begun;
  await stopped;
  signal.throwIfAborted();
  onProgress(1);
  const film = new Blob(pieces, { type: format });
  if (!format.startsWith('video/webm')) return film;
  const mended = withDuration(new Uint8Array(await film.arrayBuffer()), recorded);
  return new Blob([mended], { type: format });
}

/** A timer, not a frame of the page: a tab in the background goes on recording. */
function nextPicture(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1000 / rate));
}
