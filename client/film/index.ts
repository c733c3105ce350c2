/** Films of a match, made in the browser: a video, or an animated picture for a chat. */
import type { OpenReplay } from '../replay/open-replay.ts';
import type { Stretch } from '../replay/marks.ts';
import type { Theme } from '../stage/index.ts';
import { makeAnimated } from './animated.ts';
import { openScene } from './scene.ts';
import { smallLayout } from './small.ts';
import { recordVideo } from './video.ts';
import { wideLayout } from './wide.ts';
import type { FilmWords } from './words.ts';

export type { FilmWords };

export interface FilmOptions {
  readonly replay: OpenReplay;
  readonly words: FilmWords;
  readonly theme: Theme;
  /** Sealed gold shows what it holds. */
  readonly reveals: boolean;
  readonly kind: 'video' | 'picture';
  readonly stretch: Stretch;
  /** Of a video; a picture finds its own. */
  readonly speed: number;
  readonly signal: AbortSignal;
  readonly onProgress: (share: number) => void;
}

/** Makes a film. Rejects with an `AbortError` when it was cancelled. */
export async function makeFilm(options: FilmOptions): Promise<Blob> {
  const { replay, words, theme, reveals, kind, stretch, speed, signal, onProgress } = options;
  const look = { replay, words, theme, reveals };
  await document.fonts.ready;
  if (kind === 'picture') {
    return makeAnimated({
      openScene: (side) => openScene({ ...look, layout: smallLayout(side) }),
      stretch,
      signal,
      onProgress,
    });
  }
  const scene = await openScene({ ...look, layout: wideLayout });
  try {
    const reachesEnd = stretch.to >= replay.facts.endAt;
    return await recordVideo({ scene, stretch, speed, reachesEnd, signal, onProgress });
  } finally {
    scene.destroy();
  }
}
