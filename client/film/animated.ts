import { applyPalette, GIFEncoder, quantize } from 'gifenc';
import type { Milliseconds } from '../../shared/base/ids.ts';
import type { Stretch } from '../replay/marks.ts';
import type { FilmScene } from './scene.ts';

/** Bytes a chat takes without a word (2 MB). */
export const largestPicture = 2_000_000;

/** A picture longer than this bores a chat; a longer stretch runs faster. */
const longest: Milliseconds = 20_000;

/** The last frame stays before the picture begins anew. */
const lastFrame: Milliseconds = 1800;

/** Tried in turn until the picture is small enough: side of the field and pictures a second. */
export const pictureSizes = [
  { side: 360, rate: 8 },
  { side: 320, rate: 6 },
  { side: 260, rate: 5 },
  { side: 200, rate: 4 },
  { side: 140, rate: 3 },
] as const;

export type PictureSize = (typeof pictureSizes)[number];

/** One colour is left over for "as in the frame before". */
const colours = 63;

export interface AnimatedOptions {
  readonly openScene: (side: number) => Promise<FilmScene>;
  readonly stretch: Stretch;
  readonly signal: AbortSignal;
  readonly onProgress: (share: number) => void;
}

/**
 * A stretch of a match as an animated GIF of at most 2 MB: the largest size that fits. Rejects with
 * an `AbortError` when it was cancelled.
 */
export async function makeAnimated(options: AnimatedOptions): Promise<Blob> {
  for (const size of pictureSizes) {
    const scene = await options.openScene(size.side);
    try {
      const bytes = await encode(scene, size.rate, options);
      if (bytes !== null) return new Blob([bytes], { type: 'image/gif' });
    } finally {
      scene.destroy();
    }
  }
  throw new Error('no size of picture is small enough');
}

/** The bytes of one attempt, or null as soon as it is clear that they will be too many. */
async function encode(
  scene: FilmScene,
  rate: number,
  { stretch, signal, onProgress }: AnimatedOptions,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const times = frameTimes(stretch, rate);
  const palette = await commonPalette(scene, times);
  const [width, height] = [scene.canvas.width, scene.canvas.height];
  const gif = GIFEncoder();
  let before: Uint8Array | null = null;
  for (const [i, time] of times.entries()) {
    signal.throwIfAborted();
    onProgress(i / times.length);
    await scene.draw(time);
    const { data } = scene.context.getImageData(0, 0, width, height);
    const frame = applyPalette(data, palette);
    gif.writeFrame(onlyNews(frame, before, palette.length), width, height, {
      ...(before === null ? { palette: [...palette, [0, 0, 0]] } : {}),
      delay: i === times.length - 1 ? lastFrame : 1000 / rate,
      transparent: before !== null,
      transparentIndex: palette.length,
      dispose: 1,
      repeat: 0,
    });
    before = frame;
    if (gif.bytesView().length > largestPicture) return null;
    // Typing, clicking and painting come first.
    await rest();
  }
  gif.finish();
  onProgress(1);
  const bytes = gif.bytes();
  return bytes.length <= largestPicture ? bytes : null;
}

/** When the frames are: evenly over the stretch, the last at its end. */
function frameTimes({ from, to }: Stretch, rate: number): Milliseconds[] {
  const seconds = Math.min(longest, to - from) / 1000;
  const count = Math.max(2, Math.round(seconds * rate));
  return Array.from({ length: count }, (_, i) => from + ((to - from) * i) / (count - 1));
}

/** One palette for all frames, from some of them: nothing flickers, and it is written once. */
async function commonPalette(scene: FilmScene, times: readonly number[]): Promise<number[][]> {
  const picks = [0, 0.35, 0.7, 1].map((share) => times[Math.floor(share * (times.length - 1))]);
  const { width, height } = scene.canvas;
  const all = new Uint8ClampedArray(picks.length * width * height * 4);
  for (const [i, time] of picks.entries()) {
    await scene.draw(time ?? 0);
    all.set(scene.context.getImageData(0, 0, width, height).data, i * width * height * 4);
  }
  return quantize(all, colours);
}

/** The frame with everything that has not changed left out. */
function onlyNews(frame: Uint8Array, before: Uint8Array | null, same: number): Uint8Array {
  if (before === null) return frame;
  return frame.map((colour, i) => (colour === before[i] ? same : colour));
}

function rest(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
