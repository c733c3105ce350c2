import { StateEffect, StateField, type ChangeDesc, type Extension } from '@codemirror/state';
import { Decoration, EditorView, WidgetType, type DecorationSet } from '@codemirror/view';
import { factsOf, mayWrite } from './program-state.ts';
import type { CursorPosition } from '../../shared/protocol/index.ts';

/** A typist's cursor in this editor's text. */
export interface RemoteCursor {
  readonly name: string;
  readonly anchor: number;
  readonly head: number;
}

/** Shows a typist's cursor, or none. */
export const setRemoteCursor = StateEffect.define<RemoteCursor | null>();

/** The cursor of the typist on another screen (A12). */
export const remoteCursorField = StateField.define<RemoteCursor | null>({
  create: () => null,
  update(cursor, transaction) {
    for (const effect of transaction.effects) if (effect.is(setRemoteCursor)) return effect.value;
    if (cursor === null || !transaction.docChanged) return cursor;
    const { changes } = transaction;
    // What is typed at the cursor is most likely typed by its owner, so the cursor goes behind it.
    return {
      ...cursor,
      anchor: changes.mapPos(cursor.anchor, 1),
      head: changes.mapPos(cursor.head, 1),
    };
  },
  provide: (field) => EditorView.decorations.from(field, cursorDecorations),
});

/** A remote cursor with its name and selection. */
export const remoteCursor: Extension = [
  remoteCursorField,
  // Who only reads follows whoever writes, until the program runs: then the running line counts.
  EditorView.updateListener.of(({ startState, state, view }) => {
    const cursor = state.field(remoteCursorField);
    if (cursor === null || cursor === startState.field(remoteCursorField)) return;
    if (state.facet(mayWrite) || view.hasFocus || factsOf(state).runningLine !== null) return;
    queueMicrotask(() => {
      const head = Math.min(cursor.head, view.state.doc.length);
      view.dispatch({ effects: EditorView.scrollIntoView(head, { y: 'nearest', yMargin: 30 }) });
    });
  }),
];

/** Versions to look back when a cursor comes late: a second of fast typing. */
const versionsKept = 50;

/**
 * Brings cursor events, which may come before or after the text they refer to, to the text as it is
 * here (A12).
 */
export class CursorFollower {
  readonly #steps: { readonly version: number; readonly changes: ChangeDesc }[] = [];
  #ahead: CursorPosition | null = null;

  /** An update has led on from `version`. */
  received(version: number, changes: ChangeDesc): void {
    this.#steps.push({ version, changes });
    if (this.#steps.length > versionsKept) this.#steps.shift();
  }

  /**
   * A cursor as it stands in the room's text at `version`; null when it refers to a later text, for
   * which it is kept, or to one from too long ago.
   */
  place(cursor: CursorPosition, version: number, length: number): CursorPosition | null {
    this.#ahead = cursor.version > version ? cursor : null;
    if (this.#ahead !== null) return null;
    const steps = this.#steps.filter((step) => step.version >= cursor.version);
    if (steps.length !== version - cursor.version) return null;
    const placed = (offset: number): number =>
      Math.min(
        length,
        steps.reduce((at, { changes }) => changes.mapPos(fits(at, changes), 1), offset),
      );
    return { ...cursor, version, anchor: placed(cursor.anchor), head: placed(cursor.head) };
  }

  /** The cursor that was waiting for `version`, if any. */
  waiting(version: number): CursorPosition | null {
    return this.#ahead !== null && this.#ahead.version <= version ? this.#ahead : null;
  }
}

function fits(offset: number, changes: ChangeDesc): number {
  return Math.min(offset, changes.length);
}

class CaretWidget extends WidgetType {
  readonly #name: string;

  constructor(name: string) {
    super();
    this.#name = name;
  }

  override eq(other: CaretWidget): boolean {
    return this.#name === other.#name;
  }

  toDOM(): HTMLElement {
    const caret = document.createElement('span');
    caret.className = 'cm-typist';
    caret.setAttribute('aria-hidden', 'true');
    const label = document.createElement('span');
    label.className = 'cm-typist-name';
    label.textContent = this.#name;
    caret.append(label);
    return caret;
  }

  override get estimatedHeight(): number {
    return -1;
  }

  override ignoreEvent(): boolean {
    return true;
  }
}

const selected = Decoration.mark({ class: 'cm-typist-selection' });

function cursorDecorations(cursor: RemoteCursor | null): DecorationSet {
  if (cursor === null) return Decoration.none;
  const { anchor, head, name } = cursor;
  const caret = Decoration.widget({ widget: new CaretWidget(name), side: 1 }).range(head);
  const marks =
    anchor === head ? [] : [selected.range(Math.min(anchor, head), Math.max(anchor, head))];
  return Decoration.set([caret, ...marks], true);
}
