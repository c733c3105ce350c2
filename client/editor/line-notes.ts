import { StateEffect, StateField, type EditorState, type Extension } from '@codemirror/state';
import { Decoration, EditorView, WidgetType, type DecorationSet } from '@codemirror/view';
import { localLock, mayWrite } from './program-state.ts';
import { refreshWords } from './refresh-words.ts';
import type { LineNote } from './types.ts';

/** Adds a note, in place of an older one of its line; null takes all away. */
const setNote = StateEffect.define<LineNote | null>();

/** Takes all notes away and shows these, at most one for each line. */
export const setNotes = StateEffect.define<readonly LineNote[]>();

const notes = StateField.define<readonly LineNote[]>({
  create: () => [],
  update: (current, { effects }) =>
    effects.reduce((before, effect) => {
      if (effect.is(setNotes)) return effect.value;
      if (!effect.is(setNote)) return before;
      const { value } = effect;
      return value === null ? [] : [...before.filter(({ line }) => line !== value.line), value];
    }, current),
});

/** Notes behind lines of a program. */
export const shownNotes: Extension = [
  notes,
  EditorView.decorations.compute([notes, 'doc'], noteDecorations),
  // Words of another language are other widgets: the notes are looked at again.
  EditorView.updateListener.of(({ transactions, view }) => {
    const renamed = transactions.some(({ effects }) =>
      effects.some((effect) => effect.is(refreshWords)),
    );
    const kept = view.state.field(notes);
    if (renamed && kept.length > 0) {
      queueMicrotask(() => view.dispatch({ effects: setNotes.of([...kept]) }));
    }
  }),
];

/**
 * Notes in an editor of a live match. Whoever may write and types into a line that was read already
 * is told so there, by `tooLate`.
 */
export function lineNotes(tooLate: () => string): Extension {
  return [
    shownNotes,
    EditorView.domEventHandlers({
      beforeinput: (_, view) => {
        const { state } = view;
        const { head } = state.selection.main;
        const line = state.doc.lineAt(head).number;
        if (state.facet(mayWrite) && head < localLock(state) && line > 1) {
          addNote(view, { line, kind: 'bad', words: tooLate });
        }
        return false;
      },
    }),
  ];
}

/** Shows a note; null takes all notes away. */
export function addNote(view: EditorView, note: LineNote | null): void {
  view.dispatch({ effects: setNote.of(note) });
}

function noteDecorations(state: EditorState): DecorationSet {
  const ranges = state.field(notes).flatMap(({ line, kind, words }) => {
    if (line > state.doc.lines) return [];
    const widget = new NoteWidget(kind, words());
    return [Decoration.widget({ widget, side: 1 }).range(state.doc.line(line).to)];
  });
  return Decoration.set(ranges, true);
}

class NoteWidget extends WidgetType {
  readonly #kind: LineNote['kind'];
  readonly #words: string;

  constructor(kind: LineNote['kind'], words: string) {
    super();
    this.#kind = kind;
    this.#words = words;
  }

  override eq(other: NoteWidget): boolean {
    return this.#kind === other.#kind && this.#words === other.#words;
  }

  toDOM(): HTMLElement {
    const note = document.createElement('span');
    note.className = `cm-note cm-note-${this.#kind}`;
    note.textContent = this.#words;
    return note;
  }
}
