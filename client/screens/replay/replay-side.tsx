import { effect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { VNode } from 'preact';
import type { Seat } from '../../../shared/base/ids.ts';
import { createShownProgram, type LineNote, type ProgramPicture } from '../../editor/index.ts';
import { seatNames } from '../../i18n/common.ts';
import { game } from '../../i18n/game.ts';
import { say } from '../../i18n/phrase.ts';
import type { Moment } from '../../replay/moment.ts';
import type { Theatre } from '../../replay/theatre.ts';
import { cspNonce } from '../../ui/csp-nonce.ts';
import { Drawing } from '../../ui/drawing.tsx';
import { editorWords } from '../game/editor-words.ts';
import { fetchReasons, reasonsKey } from '../game/program-reasons.ts';
import { lineNotesOf } from './line-outcomes.ts';
import { poseBeside } from './pose-beside.ts';

export interface ReplaySideProps {
  readonly seat: Seat;
  readonly theatre: Theatre;
  /** A line of the program was chosen, to leave a note at. */
  readonly onLine: (line: number) => void;
}

/** One side as it was: figure, person, points, and the program with its typist's cursor. */
export function ReplaySide({ seat, theatre, onLine }: ReplaySideProps): VNode {
  const moment = theatre.moment.value;
  const name = say(seatNames[seat]);
  const figure = moment?.battle.figures[seat];
  const points = figure?.points ?? 0;
  return (
    <section class={`side side-${seat}`} aria-label={name} data-testid={`side-${seat}`}>
      <header class="seat-card">
        <Drawing
          sheet={seat}
          frame={moment === null ? 'stand' : poseBeside(moment, seat)}
          class="seat-figure"
        />
        <div class="seat-words">
          <h2 class="seat-name">{name}</h2>
          <p class="owner" data-testid={`owner-${seat}`}>
            <bdi>{moment?.programs[seat].name ?? say(game.freeSeat)}</bdi>
          </p>
        </div>
        <div class="seat-right">
          <p class="points" data-testid={`points-${seat}`} aria-label={say(game.points, points)}>
            {points}
          </p>
          {figure !== undefined && figure.out !== null && (
            <span class="badge badge-out">
              {say(figure.out === 'fallen' ? game.outFallen : game.outCaught)}
            </span>
          )}
        </div>
      </header>
      <div class="program" role="group" aria-label={say(game.programOf, name)}>
        <Program seat={seat} theatre={theatre} onLine={onLine} />
      </div>
    </section>
  );
}

function Program({ seat, theatre, onLine }: ReplaySideProps): VNode {
  const host = useRef<HTMLDivElement>(null);
  const chosen = useRef(onLine);
  chosen.current = onLine;
  useEffect(() => {
    if (host.current === null) return undefined;
    const program = createShownProgram({
      parent: host.current,
      cspNonce: cspNonce(),
      words: editorWords(seat),
      inWords: seat === 'salesforce',
      onLine: (line) => chosen.current(line),
    });
    // Without the words a line is marked all the same.
    fetchReasons().catch(() => undefined);
    const stopWords = effect(() => {
      if (reasonsKey() !== '') program.refresh();
    });
    const notesAt = lineNotesOf(theatre.facts, seat);
    // At once, so that the editor measures itself in the very frame that shows all the rest.
    const stopShowing = effect(() => {
      const moment = theatre.moment.value;
      if (moment !== null) program.show(pictureOf(moment, seat, notesAt(moment.time)));
    });
    return () => {
      stopShowing();
      stopWords();
      program.destroy();
    };
  }, [theatre]);
  return <div class="editor" ref={host} />;
}

function pictureOf(
  { phase, programs }: Moment,
  seat: Seat,
  notes: readonly LineNote[],
): ProgramPicture {
  const { text, facts, caret, name } = programs[seat];
  const writes = phase.kind === 'coding' || phase.kind === 'running';
  const cursor = caret === null || name === null || !writes ? null : { ...caret, name };
  return { text, facts, cursor, notes };
}
