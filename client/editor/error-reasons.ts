import { StateField, type EditorState, type Extension, type Transaction } from '@codemirror/state';
import { Decoration, EditorView, WidgetType, type DecorationSet } from '@codemirror/view';
import { factsOf } from './program-state.ts';
import { refreshWords } from './refresh-words.ts';
import type { EditorWords } from './types.ts';

/**
 * The reasons below lines that went wrong (R18). They are blocks of the whole text and not of the lines
 * in view: so the editor knows how high lines are before it has drawn them, and draws no more of them
 * than it needs.
 */
export function errorReasons(words: EditorWords): Extension {
  return StateField.define<DecorationSet>({
    create: (state) => reasonDecorations(state, words),
    update: (shown, transaction) =>
      isNews(transaction) ? reasonDecorations(transaction.state, words) : shown,
    provide: (field) => EditorView.decorations.from(field),
  });
}

function isNews({ docChanged, startState, state, effects }: Transaction): boolean {
  if (factsOf(startState).marks !== factsOf(state).marks) return true;
  return docChanged || effects.some((effect) => effect.is(refreshWords));
}

/** A block below each line with an error; a line without a place in the text has none. */
export function reasonDecorations(state: EditorState, words: EditorWords): DecorationSet {
  const { doc } = state;
  const ranges = factsOf(state).marks.flatMap(({ line, error }) => {
    if (error === null || line > doc.lines) return [];
    const widget = new ReasonWidget(words.reason(error.code, error.details));
    return [Decoration.widget({ widget, side: 3, block: true }).range(doc.line(line).to)];
  });
  return Decoration.set(ranges, true);
}

/** Letters of a reason that fit beside each other in a column of the usual width. */
const lettersInRow = 54;

/** Pixels of one row of a reason, and around them. */
const rowHeight = 17.3;
const padding = 4.5;

class ReasonWidget extends WidgetType {
  readonly #reason: string;

  constructor(reason: string) {
    super();
    this.#reason = reason;
  }

  override eq(other: ReasonWidget): boolean {
    return this.#reason === other.#reason;
  }

  /** About as high as it will be; once drawn it is measured. */
  override get estimatedHeight(): number {
    return Math.ceil(this.#reason.length / lettersInRow) * rowHeight + padding;
  }

  toDOM(): HTMLElement {
    const note = document.createElement('div');
    note.className = 'cm-reason';
    note.textContent = this.#reason;
    return note;
  }
}
