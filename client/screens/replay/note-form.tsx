import { useEffect, useRef, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import { seats } from '../../../shared/base/ids.ts';
import { visibleLine, visibleName } from '../../../shared/base/visible-text.ts';
import { longestNickname, longestNote } from '../../../shared/protocol/index.ts';
import { seatNames } from '../../i18n/common.ts';
import { say } from '../../i18n/phrase.ts';
import { replayRefusalText } from '../../i18n/replay-refusals.ts';
import { noteTexts } from '../../i18n/replay.ts';
import type { NoteDesk, NotePlace } from '../../replay/note-desk.ts';
import { recall, remember } from '../../ui/memory.ts';
import type { Toaster } from '../../ui/toasts.tsx';
import { timeText } from './time-text.ts';

export interface NoteFormProps {
  readonly place: NotePlace;
  readonly notes: NoteDesk;
  readonly toaster: Toaster;
  readonly onDone: () => void;
}

/** Leaves a note on a line at a moment. What was written stays until it is really left. */
export function NoteForm({ place, notes, toaster, onDone }: NoteFormProps): VNode {
  const [seat, setSeat] = useState(place.seat);
  const [line, setLine] = useState(place.line);
  const [name, setName] = useState(() => recall('nickname') ?? '');
  const [text, setText] = useState('');
  const [sending, setSending] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => box.current?.focus(), []);
  const leave = async (): Promise<void> => {
    setSending(true);
    const answer = await notes.leave({
      time: place.time,
      seat,
      line,
      name: visibleName(name),
      text,
    });
    setSending(false);
    if (!answer.ok) {
      const { code, details } = answer.refusal;
      toaster.tell('refusal', () => replayRefusalText(code, details));
      return;
    }
    if (visibleName(name) !== '') remember('nickname', visibleName(name));
    toaster.tell('news', () => say(noteTexts.left));
    onDone();
  };
  return (
    <form
      class="note-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (visibleLine(text) !== '') void leave();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone();
      }}
    >
      <p class="hint">{say(noteTexts.about, say(seatNames[seat]), line, timeText(place.time))}</p>
      <span class="note-where">
        <label>
          {say(noteTexts.seat)}
          <select
            value={seat}
            onChange={({ currentTarget }) => {
              setSeat(seats.find((known) => known === currentTarget.value) ?? seat);
            }}
          >
            {seats.map((known) => (
              <option key={known} value={known}>
                {say(seatNames[known])}
              </option>
            ))}
          </select>
        </label>
        <label>
          {say(noteTexts.line)}
          <input
            type="number"
            min={1}
            value={line}
            onInput={({ currentTarget }) => {
              const wanted = currentTarget.valueAsNumber;
              if (Number.isInteger(wanted) && wanted >= 1) setLine(wanted);
            }}
          />
        </label>
      </span>
      <label>
        {say(noteTexts.name)}
        <input
          value={name}
          maxLength={longestNickname}
          autoComplete="nickname"
          onInput={({ currentTarget }) => setName(currentTarget.value)}
        />
      </label>
      <label>
        {say(noteTexts.text)}
        <textarea
          ref={box}
          rows={3}
          maxLength={longestNote}
          value={text}
          required
          onInput={({ currentTarget }) => setText(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
              event.preventDefault();
              if (visibleLine(text) !== '' && !sending) void leave();
            }
          }}
        />
      </label>
      <span class="note-buttons">
        <button type="submit" class="button small" disabled={sending || visibleLine(text) === ''}>
          {say(noteTexts.send)}
        </button>
        <button type="button" class="quiet small" onClick={onDone}>
          {say(noteTexts.cancel)}
        </button>
      </span>
    </form>
  );
}
