import { useEffect, useRef, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import { unreachable } from '../../../shared/base/result.ts';
import { say, type Phrase } from '../../i18n/phrase.ts';
import { filmTexts, replayTexts } from '../../i18n/replay.ts';
import type { Stretch } from '../../replay/marks.ts';
import type { NoteDesk } from '../../replay/note-desk.ts';
import { speeds, type Speed } from '../../replay/playback.ts';
import type { Theatre } from '../../replay/theatre.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { clockText } from '../game/clock-text.ts';
import { canRecord, lengthOf, saveFile, saveFilm, type FilmWish, type Saved } from './save.ts';
import { RefereeAgain } from './referee-again.tsx';

export interface SaveDialogProps {
  readonly theatre: Theatre;
  readonly notes: NoteDesk;
  readonly onClose: () => void;
}

type What = 'whole' | 'run' | 'highlight';

type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'making'; readonly share: number }
  | { readonly kind: 'saved'; readonly saved: Saved }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed' };

/** Films and files of the match: what, how, how far it is, and the way to stop it. */
export function SaveDialog({ theatre, notes, onClose }: SaveDialogProps): VNode {
  const records = canRecord();
  const [what, setWhat] = useState<What>('highlight');
  const [kind, setKind] = useState<FilmWish['kind']>(records ? 'video' : 'picture');
  const [speed, setSpeed] = useState<Speed>(1);
  const [state, setState] = useState<State>({ kind: 'idle' });
  const work = useRef<AbortController | null>(null);
  useEffect(() => () => work.current?.abort(), []);
  const stretch = stretchOf(theatre, what);
  const make = async (): Promise<void> => {
    const controller = new AbortController();
    work.current = controller;
    setState({ kind: 'making', share: 0 });
    try {
      const saved = await saveFilm(
        theatre,
        { kind, stretch, speed, what },
        controller.signal,
        (share) => setState({ kind: 'making', share }),
      );
      setState({ kind: 'saved', saved });
    } catch (error) {
      const cancelled = controller.signal.aborted;
      if (!cancelled) reportError(error);
      setState(cancelled ? { kind: 'cancelled' } : { kind: 'failed' });
    }
  };
  const busy = state.kind === 'making';
  return (
    <Dialog title={say(filmTexts.title)} onClose={onClose} class="save-dialog">
      <form
        class="film-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void make();
        }}
      >
        <Choice
          words={filmTexts.what}
          value={what}
          disabled={busy}
          options={{
            highlight: say(filmTexts.highlight),
            run: say(filmTexts.run),
            whole: say(filmTexts.whole),
          }}
          onChange={setWhat}
        />
        <Choice
          words={filmTexts.kind}
          value={kind}
          disabled={busy || !records}
          options={{ video: say(filmTexts.video), picture: say(filmTexts.picture) }}
          onChange={setKind}
        />
        {kind === 'video' && (
          <Choice
            words={replayTexts.speed}
            value={String(speed)}
            disabled={busy}
            options={Object.fromEntries(speeds.map((known) => [String(known), `${known}×`]))}
            onChange={(wanted) => {
              setSpeed(speeds.find((known) => String(known) === wanted) ?? speed);
            }}
          />
        )}
        <p class="hint">
          {kind === 'picture'
            ? say(filmTexts.atMost)
            : say(filmTexts.takes, clockText(lengthOf(theatre, stretch, speed)))}
          {!records && ` ${say(filmTexts.noVideo)}`}
        </p>
        {busy ? (
          <Making share={state.share} onCancel={() => work.current?.abort()} />
        ) : (
          <button type="submit" class="main-button">
            {say(filmTexts.begin)}
          </button>
        )}
        <p class="film-news" role="status" data-testid="film-news" data-state={state.kind}>
          {newsOf(state)}
        </p>
      </form>
      <hr />
      <p>
        <button type="button" class="button small" onClick={() => void saveFile(theatre, notes)}>
          {say(filmTexts.file)}
        </button>
      </p>
      <p class="hint">{say(filmTexts.fileMore)}</p>
      <RefereeAgain theatre={theatre} />
    </Dialog>
  );
}

function Making({
  share,
  onCancel,
}: {
  readonly share: number;
  readonly onCancel: () => void;
}): VNode {
  return (
    <p class="making">
      <progress max={1} value={share} aria-label={say(filmTexts.making, Math.round(share * 100))} />
      <span>{say(filmTexts.making, Math.round(share * 100))}</span>
      <button type="button" class="button small" onClick={onCancel}>
        {say(filmTexts.cancel)}
      </button>
    </p>
  );
}

interface ChoiceProps<Value extends string> {
  readonly words: Phrase;
  readonly value: Value;
  readonly disabled: boolean;
  readonly options: Readonly<Record<Value, string>>;
  readonly onChange: (value: Value) => void;
}

function Choice<Value extends string>(props: ChoiceProps<Value>): VNode {
  const { words, value, disabled, options, onChange } = props;
  const names = Object.keys(options) as Value[];
  return (
    <label>
      {say(words)}
      <select
        value={value}
        disabled={disabled}
        onChange={({ currentTarget }) => {
          const wanted = names.find((name) => name === currentTarget.value);
          if (wanted !== undefined) onChange(wanted);
        }}
      >
        {names.map((name) => (
          <option key={name} value={name}>
            {options[name]}
          </option>
        ))}
      </select>
    </label>
  );
}

function stretchOf({ facts }: Theatre, what: What): Stretch {
  if (what === 'highlight') return facts.highlight;
  return { from: what === 'run' ? Math.min(facts.runAt, facts.endAt) : 0, to: facts.duration };
}

function newsOf(state: State): string {
  switch (state.kind) {
    case 'saved':
      return say(filmTexts.saved, state.saved.name, sizeText(state.saved.bytes));
    case 'cancelled':
      return say(filmTexts.cancelled);
    case 'failed':
      return say(filmTexts.failed);
    case 'idle':
    case 'making':
      return '';
    default:
      return unreachable(state);
  }
}

function sizeText(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
