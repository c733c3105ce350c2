import { useEffect, useRef, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import { seats } from '../../../shared/base/ids.ts';
import { game } from '../../i18n/game.ts';
import { say } from '../../i18n/phrase.ts';
import type { NoteDesk, NotePlace } from '../../replay/note-desk.ts';
import { timeInHash } from '../../replay/steps.ts';
import type { Theatre } from '../../replay/theatre.ts';
import { Toaster, Toasts } from '../../ui/toasts.tsx';
import { copyLink } from './copy-link.ts';
import { watchKeys } from './keys.ts';
import { noteTime, placeOf } from './note-place.ts';
import { ReplayAside } from './replay-aside.tsx';
import { ReplayBar } from './replay-bar.tsx';
import { ReplayField } from './replay-field.tsx';
import { ReplaySide } from './replay-side.tsx';
import '../../styles/editor.css';
import '../../styles/game.css';
import '../../styles/sides.css';
import '../../styles/motion.css';
import '../../styles/phone.css';
import '../../styles/replay.css';
import '../../styles/replay-bar.css';

export interface ReplayTheatreProps {
  readonly theatre: Theatre;
  readonly notes: NoteDesk;
  /** The stored match; null for a file, which has no link. */
  readonly match: string | null;
  /** Whether the address of the page names moments of this match. */
  readonly addressed: boolean;
}

/** A match played again: both programs as they were typed, the field, the talk, all on one time. */
export function ReplayTheatre({ theatre, notes, match, addressed }: ReplayTheatreProps): VNode {
  const [toaster] = useState(() => new Toaster());
  const [place, setPlace] = useState<NotePlace | null>(null);
  const [aside, setAside] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const writeAt = (wanted: NotePlace): void => {
    theatre.pause();
    setPlace(wanted);
    setAside(true);
  };
  const writeHere = (): void => writeAt(placeOf(theatre));
  const copy = (): void => void copyLink(match, theatre.time, toaster);
  useEffect(
    () => (root.current === null ? undefined : watchKeys(root.current, theatre, writeHere, copy)),
    [theatre],
  );
  useEffect(() => {
    if (!addressed || match === null) return undefined;
    const go = (): void => {
      const time = timeInHash(location.hash);
      if (time !== null) theatre.seek(time);
    };
    addEventListener('hashchange', go);
    return () => removeEventListener('hashchange', go);
  }, [theatre]);
  return (
    <div class={`replay ${aside ? 'replay-with-aside' : ''}`} data-testid="replay" ref={root}>
      <div class="replay-table">
        {seats.map((seat) => (
          <ReplaySide
            key={seat}
            seat={seat}
            theatre={theatre}
            onLine={(line) => writeAt({ time: noteTime(theatre), seat, line })}
          />
        ))}
        <ReplayField theatre={theatre} />
        {aside && (
          <ReplayAside
            theatre={theatre}
            notes={notes}
            place={place}
            toaster={toaster}
            onPlace={setPlace}
            onClose={() => setAside(false)}
          />
        )}
      </div>
      <ReplayBar
        theatre={theatre}
        notes={notes}
        match={match}
        aside={aside}
        onAside={() => setAside(!aside)}
        onCopy={copy}
      />
      <span class="unseen">{say(game.replayTitle)}</span>
      <Toasts toaster={toaster} />
    </div>
  );
}
