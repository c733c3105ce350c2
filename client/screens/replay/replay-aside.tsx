import type { VNode } from 'preact';
import { chat } from '../../i18n/chat.ts';
import { common, seatNames } from '../../i18n/common.ts';
import { dayText } from '../../i18n/day-text.ts';
import { say } from '../../i18n/phrase.ts';
import { replayRefusalText } from '../../i18n/replay-refusals.ts';
import { noteTexts, replayTexts } from '../../i18n/replay.ts';
import type { ReviewNote } from '../../../shared/room/index.ts';
import type { NoteDesk, NotePlace } from '../../replay/note-desk.ts';
import type { Theatre } from '../../replay/theatre.ts';
import type { Toaster } from '../../ui/toasts.tsx';
import { NoteForm } from './note-form.tsx';
import { placeOf } from './note-place.ts';
import { timeText } from './time-text.ts';

export interface ReplayAsideProps {
  readonly theatre: Theatre;
  readonly notes: NoteDesk;
  /** Where a note is being written; null where none is. */
  readonly place: NotePlace | null;
  readonly toaster: Toaster;
  readonly onPlace: (place: NotePlace | null) => void;
  readonly onClose: () => void;
}

/** Beside the match: the notes on it, and what was said. */
export function ReplayAside(props: ReplayAsideProps): VNode {
  const { theatre, notes, place, toaster, onPlace, onClose } = props;
  return (
    <aside class="replay-aside" aria-label={say(noteTexts.notes)}>
      <header class="aside-head">
        <h2>{say(noteTexts.notes)}</h2>
        <button type="button" class="quiet cross" aria-label={say(common.close)} onClick={onClose}>
          ✕
        </button>
      </header>
      {place === null ? (
        <button type="button" class="button small" onClick={() => onPlace(placeOf(theatre))}>
          {say(noteTexts.write)}
        </button>
      ) : (
        <NoteForm
          key={`${place.time} ${place.seat} ${place.line}`}
          place={place}
          notes={notes}
          toaster={toaster}
          onDone={() => onPlace(null)}
        />
      )}
      {!notes.kept && <p class="hint">{say(noteTexts.onlyHere)}</p>}
      <NoteItems theatre={theatre} notes={notes} toaster={toaster} />
      <h2>{say(replayTexts.talk)}</h2>
      <TalkLines theatre={theatre} />
    </aside>
  );
}

type NoteItemsProps = Pick<ReplayAsideProps, 'theatre' | 'notes' | 'toaster'>;

function NoteItems({ theatre, notes, toaster }: NoteItemsProps): VNode {
  const all = notes.notes.value;
  if (all.length === 0) return <p class="hint">{say(noteTexts.none)}</p>;
  const remove = async (note: ReviewNote): Promise<void> => {
    const answer = await notes.remove(note);
    if (answer.ok) return;
    const { code, details } = answer.refusal;
    toaster.tell('refusal', () => replayRefusalText(code, details));
  };
  return (
    <ol class="notes">
      {all.map((note) => (
        <li key={note.id} class={`note by-${note.player ?? 'spectator'}`} data-testid="note">
          <p class="note-head">
            <b>
              <bdi>{note.name}</bdi>
            </b>
            {note.player !== null && (
              <span class="badge">{say(noteTexts.player, say(seatNames[note.player]))}</span>
            )}
            <time dateTime={new Date(note.at).toISOString()}>{dayText(note.at)}</time>
          </p>
          <button type="button" class="note-place" onClick={() => theatre.seek(note.time)}>
            {say(noteTexts.about, say(seatNames[note.seat]), note.line, timeText(note.time))}
          </button>
          <p class="note-text" dir="auto">
            {note.text}
          </p>
          {notes.mine(note) && (
            <button type="button" class="quiet small" onClick={() => void remove(note)}>
              {say(noteTexts.remove)}
            </button>
          )}
        </li>
      ))}
    </ol>
  );
}

function TalkLines({ theatre }: { readonly theatre: Theatre }): VNode {
  const { talk } = theatre.facts;
  const said = theatre.moment.value?.said ?? 0;
  if (talk.length === 0) return <p class="hint">{say(replayTexts.noTalk)}</p>;
  return (
    <ol class="talk-lines" aria-label={say(chat.title)}>
      {talk.map((line, index) => (
        <li key={`${line.at} ${line.from}`} class={index < said ? '' : 'not-yet'}>
          <button type="button" class="note-place" onClick={() => theatre.seek(line.at)}>
            {timeText(line.at)}
          </button>{' '}
          <b class={`by-${line.seat ?? 'spectator'}`}>
            <bdi>{line.name}</bdi>
          </b>{' '}
          <bdi>{line.text}</bdi>
        </li>
      ))}
    </ol>
  );
}
