import type { Milliseconds } from '../../../shared/base/ids.ts';
import type { Stretch } from '../../replay/marks.ts';
import type { NoteDesk } from '../../replay/note-desk.ts';
import type { Theatre } from '../../replay/theatre.ts';
import { theme } from '../../ui/theme.ts';
import { videoFormat, videoLength } from '../../film/video.ts';
import { filmWords } from './film-words.ts';

/** What a film is to be. */
export interface FilmWish {
  readonly kind: 'video' | 'picture';
  readonly stretch: Stretch;
  readonly speed: number;
  /** Goes into the name of the file. */
  readonly what: string;
}

/** A file that the browser has put away. */
export interface Saved {
  readonly name: string;
  readonly bytes: number;
}

/** Whether this browser records videos. */
export function canRecord(): boolean {
  return videoFormat() !== null;
}

/** How long a video of a stretch comes to be. */
export function lengthOf({ facts }: Theatre, stretch: Stretch, speed: number): Milliseconds {
  return videoLength(stretch, speed, stretch.to >= facts.endAt);
}

/** Makes a film and hands it to the browser to save. Rejects when it was cancelled. */
export async function saveFilm(
  theatre: Theatre,
  wish: FilmWish,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<Saved> {
  const { makeFilm } = await import('../../film/index.ts');
  theatre.pause();
  const film = await makeFilm({
    ...wish,
    replay: theatre.replay,
    words: filmWords(theatre.facts),
    theme: theme.peek(),
    reveals: theatre.reveals.peek(),
    signal,
    onProgress,
  });
  const ending = film.type.startsWith('video/mp4')
    ? 'mp4'
    : film.type.startsWith('video')
      ? 'webm'
      : 'gif';
  return putAway(theatre, film, `${wish.what}.${ending}`);
}

/** Saves the whole match with its notes as one JSON file. */
export async function saveFile(theatre: Theatre, notes: NoteDesk): Promise<Saved> {
  const text = await theatre.replay.text(notes.notes.peek());
  return putAway(theatre, new Blob([text], { type: 'application/json' }), 'json');
}

function putAway({ facts }: Theatre, blob: Blob, ending: string): Saved {
  const { match } = facts.summary;
  const name = `salesforce-vs-heroku-${match.slice(0, 12)}-${ending}`.replace(/-json$/, '.json');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser reads the file after this; a minute is ample for any disk.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return { name, bytes: blob.size };
}
