import { isolated } from '../../../shared/base/visible-text.ts';
import { useMemo } from 'preact/hooks';
import type { VNode } from 'preact';
import { language } from '../../i18n/language.ts';
import { say } from '../../i18n/phrase.ts';
import { noteTexts, replayTexts } from '../../i18n/replay.ts';
import { markKinds, type Mark } from '../../replay/marks.ts';
import type { NoteDesk } from '../../replay/note-desk.ts';
import type { Theatre } from '../../replay/theatre.ts';
import { markWords } from './mark-words.ts';
import { timeText } from './time-text.ts';

export interface ScrubberProps {
  readonly theatre: Theatre;
  readonly notes: NoteDesk;
}

/** The line of time: to scrub along, with what happened above it and the notes below. */
export function Scrubber({ theatre, notes }: ScrubberProps): VNode {
  const { time, duration } = theatre.playback.value;
  return (
    <div class="scrubber">
      <Marks theatre={theatre} />
      <label class="scrub-line">
        <span class="unseen">{say(replayTexts.position)}</span>
        <input
          type="range"
          min={0}
          max={Math.round(duration)}
          step={10}
          value={Math.round(time)}
          aria-valuetext={`${timeText(time)} / ${timeText(duration)}`}
          onInput={({ currentTarget }) => theatre.seek(currentTarget.valueAsNumber)}
          onKeyDown={(event) => {
            // Arrows step by turns here as everywhere; the rest is the slider's own.
            if (event.key.startsWith('Arrow')) event.preventDefault();
          }}
        />
      </label>
      <NotePins theatre={theatre} notes={notes} />
    </div>
  );
}

/** One mark a turn, its weightiest; they are drawn anew only for another match or language. */
function Marks({ theatre }: { readonly theatre: Theatre }): VNode {
  const { facts } = theatre;
  const shown = language.value;
  return useMemo(
    () => (
      <span class="marks" data-language={shown}>
        <span class="run-start" style={{ left: share(facts.runAt, facts.duration) }} />
        {weightiest(facts.marks).map((mark) => (
          <button
            key={mark.turn}
            type="button"
            tabIndex={-1}
            class={`mark mark-${mark.kind} by-${mark.seat}`}
            style={{ left: share(mark.at, facts.duration) }}
            title={markWords(mark)}
            aria-label={markWords(mark)}
            onClick={() => theatre.seek(mark.at)}
          />
        ))}
      </span>
    ),
    [theatre, shown],
  );
}

function NotePins({ theatre, notes }: ScrubberProps): VNode {
  const { duration } = theatre.facts;
  return (
    <span class="note-pins">
      {notes.notes.value.map((note) => (
        <button
          key={note.id}
          type="button"
          tabIndex={-1}
          class={`note-pin by-${note.player ?? 'spectator'}`}
          style={{ left: share(note.time, duration) }}
          title={`${isolated(note.name)}: ${isolated(note.text)}`}
          aria-label={`${say(noteTexts.notes)}: ${isolated(note.name)}: ${isolated(note.text)}`}
          onClick={() => theatre.seek(note.time)}
        />
      ))}
    </span>
  );
}

function weightiest(marks: readonly Mark[]): Mark[] {
  const turns = new Map<number, Mark>();
  for (const mark of marks) {
    const known = turns.get(mark.turn);
    if (known === undefined || markKinds.indexOf(mark.kind) < markKinds.indexOf(known.kind)) {
      turns.set(mark.turn, mark);
    }
  }
  return [...turns.values()];
}

function share(time: number, duration: number): string {
  return `${((time / duration) * 100).toFixed(2)}%`;
}
