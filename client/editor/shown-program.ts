import { collab, receiveUpdates } from '@codemirror/collab';
import { ChangeSet, Compartment, EditorState, type StateEffect } from '@codemirror/state';
import { EditorView, drawSelection, highlightSpecialChars, lineNumbers } from '@codemirror/view';
import type { Milliseconds } from '../../shared/base/ids.ts';
import { blockWords } from './block-words.ts';
import type { ProgramFacts } from './program-facts.ts';
import { noFacts, sameFacts } from './program-facts.ts';
import { setNotes, shownNotes } from './line-notes.ts';
import { drawNearLinesOnly } from './near-lines.ts';
import { programLines } from './program-lines.ts';
import { refreshWords } from './refresh-words.ts';
import { programState, setFacts } from './program-state.ts';
import { remoteCursorField, setRemoteCursor, type RemoteCursor } from './remote-cursor.ts';
import type { EditorWords, LineNote } from './types.ts';
import type * as Kit from './language-kit.ts';

export interface ShownProgramOptions {
  readonly parent: HTMLElement;
  readonly cspNonce: string;
  readonly words: EditorWords;
  /** Lines that hold blocks together stand there as words, as whoever wrote them saw them. */
  readonly inWords: boolean;
  /** A line was chosen, by click or by Enter; counts from 1. */
  readonly onLine: (line: number) => void;
}

/** What is to be seen of a program. */
export interface ProgramPicture {
  readonly text: string;
  readonly facts: ProgramFacts;
  readonly cursor: RemoteCursor | null;
  /** What came of its lines, at most one for each; the same list when nothing has changed. */
  readonly notes: readonly LineNote[];
}

/** A program to be looked at: the editor of a live match without its writer. */
export interface ShownProgram {
  show(picture: ProgramPicture): void;
  /** The viewer's language has changed. */
  refresh(): void;
  destroy(): void;
}

/** What is looked at has a line above and below it. */
const yMargin = 30;

/**
 * A change of this many letters is a jump, not typing: to parse the whole text anew costs more than to
 * show it, so what names mean is only to be had again when the jumping rests.
 */
const jump = 400;
const jumpsRest: Milliseconds = 250;

/** Puts a program on the page that shows whatever it is told, by the smallest change to its text. */
export function createShownProgram(options: ShownProgramOptions): ShownProgram {
  const { parent, cspNonce, words, inWords, onLine } = options;
  const choose = (view: EditorView, offset: number): void =>
    onLine(view.state.doc.lineAt(offset).number);
  const colours = new Compartment();
  const names = new Compartment();
  const view = new EditorView({
    parent,
    state: EditorState.create({
      extensions: [
        colours.of([]),
        names.of([]),
        EditorView.cspNonce.of(cspNonce),
        EditorView.contentAttributes.of(() => ({ 'aria-label': words.label(), tabindex: '0' })),
        EditorView.cursorScrollMargin.of({ x: 5, y: yMargin }),
        EditorView.editable.of(false),
        EditorState.readOnly.of(true),
        programState(noFacts),
        collab(),
        programLines({ words, serverNow: () => 0 }),
        remoteCursorField,
        shownNotes,
        lineNumbers(),
        inWords ? blockWords(words.block) : [],
        EditorView.lineWrapping,
        highlightSpecialChars(),
        drawSelection(),
        EditorView.domEventHandlers({
          pointerenter: () => come(),
          focus: () => come(),
          dblclick: (event, view) => {
            const offset = view.posAtCoords({ x: event.clientX, y: event.clientY });
            if (offset !== null) choose(view, offset);
          },
          keydown: (event, view) => {
            if (event.key !== 'Enter') return false;
            choose(view, view.state.selection.main.head);
            return true;
          },
        }),
      ],
    }),
  });
  drawNearLinesOnly(view);
  let gone = false;
  let kit: typeof Kit | null = null;
  let helps = false;
  let resting: number | undefined;
  /** Parses the text for what its names mean, once somebody is there who could ask. */
  const help = (): void => {
    resting = undefined;
    if (gone || kit === null || helps) return;
    if (!view.hasFocus && !view.dom.matches(':hover')) return;
    helps = true;
    view.dispatch({ effects: names.reconfigure(kit.namesKit(words)) });
  };
  const come = (): void => {
    if (helps || resting !== undefined) return;
    // Not from within an update of the view, which may have moved the focus.
    resting = window.setTimeout(help);
  };
  const load = async (): Promise<void> => {
    try {
      kit = await import('./language-kit.ts');
    } catch (error) {
      // Without colours the program reads as well.
      if (error instanceof TypeError) return;
      throw error;
    }
    if (gone) return;
    view.dispatch({ effects: colours.reconfigure(kit.unreadColours) });
    come();
  };
  void load();
  /** Takes the meaning of names away for a far jump, until no other follows. */
  const jumped = (): StateEffect<unknown>[] => {
    if (!helps && resting === undefined) return [];
    window.clearTimeout(resting);
    resting = window.setTimeout(help, jumpsRest);
    if (!helps) return [];
    helps = false;
    return [names.reconfigure([])];
  };
  let shown: ProgramPicture | null = null;
  return {
    show: (picture) => {
      const before = shown;
      shown = picture;
      const changes = changeBetween(view.state.doc.toString(), picture.text);
      const moved = changes !== null || !sameCursor(before?.cursor ?? null, picture.cursor);
      const effects: StateEffect<unknown>[] = isJump(changes) ? jumped() : [];
      if (before === null || !sameFacts(before.facts, picture.facts)) {
        effects.push(setFacts.of(picture.facts));
      }
      if (before?.notes !== picture.notes) effects.push(setNotes.of(picture.notes));
      if (moved) effects.push(setRemoteCursor.of(picture.cursor));
      const at = focusOf(picture, view.state.doc.length, changes);
      const looks = moved || before?.facts.runningLine !== picture.facts.runningLine;
      tell(view, changes, effects, looks ? at : null);
    },
    refresh: () => view.dispatch({ effects: refreshWords.of(null) }),
    destroy: () => {
      gone = true;
      window.clearTimeout(resting);
      view.destroy();
    },
  };
}

/**
 * Changes text and marks and looks at a place of the new text, all in one update: each makes the
 * browser lay the page out again.
 */
function tell(
  view: EditorView,
  changes: TextChange | null,
  effects: StateEffect<unknown>[],
  at: number | null,
): void {
  const look = at === null ? [] : [EditorView.scrollIntoView(at, { y: 'nearest', yMargin })];
  if (changes === null) {
    if (effects.length + look.length > 0) view.dispatch({ effects: [...effects, ...look] });
    return;
  }
  // As somebody else's update: what this editor did itself would be taken for unconfirmed.
  const set = ChangeSet.of(changes, view.state.doc.length, '\n');
  const change = receiveUpdates(view.state, [{ clientID: 'replay', changes: set, effects }]);
  if (at === null) view.dispatch(change);
  else if (view.hasFocus) {
    view.dispatch(change);
    view.dispatch({ effects: look });
  } else {
    // An effect would be cut to the old text; a selection, which nobody sees here, is not.
    const selection = { anchor: at };
    view.dispatch([change, change.state.update({ selection, scrollIntoView: true })]);
  }
}

/** A piece of a text and what it becomes. */
export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** The smallest single change that makes one text the other; null when they are the same. */
export function changeBetween(before: string, after: string): TextChange | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from += 1;
  let tail = 0;
  while (tail < shorter - from && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return { from, to: before.length - tail, insert: after.slice(from, after.length - tail) };
}

function isJump(changes: TextChange | null): boolean {
  return changes !== null && changes.to - changes.from + changes.insert.length >= jump;
}

/** Where to look: at the running line while it runs, else at the typist. */
function focusOf(
  { text, facts, cursor }: ProgramPicture,
  length: number,
  changes: TextChange | null,
): number | null {
  const after =
    changes === null ? length : length - (changes.to - changes.from) + changes.insert.length;
  const line = facts.runningLine;
  if (line !== null) {
    let at = 0;
    for (let number = 1; number < line; number++) at = text.indexOf('\n', at) + 1 || text.length;
    return Math.min(at, after);
  }
  return cursor === null ? null : Math.min(cursor.head, after);
}

function sameCursor(a: RemoteCursor | null, b: RemoteCursor | null): boolean {
  return a?.anchor === b?.anchor && a?.head === b?.head && a?.name === b?.name;
}
