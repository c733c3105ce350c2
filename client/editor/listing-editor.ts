import { signal, type ReadonlySignal } from '@preact/signals';
import { EditorState, StateEffect, StateField, type TransactionSpec } from '@codemirror/state';
import { Decoration, EditorView, ViewPlugin, keymap, lineNumbers } from '@codemirror/view';
import type { Direction } from '../../shared/battle/index.ts';
import type { Head } from './blocks.ts';
import { redoWriting, undoWriting } from './history.ts';
import { mountEditor } from './mount.ts';
import {
  appendLines,
  commandLine,
  cursorLine,
  moveCursorLine,
  writeCommand,
  type PadMode,
} from './pad.ts';
import {
  blockAtCursor,
  changeHead,
  deleteLine,
  leaveBlock,
  writeBlock,
  writeElse,
} from './pad-blocks.ts';
import { mayWrite } from './program-state.ts';
import type { EditorOptions, ProgramEditor } from './types.ts';

/** What the S seat can do without typing (R22). Nothing happens while it may not write. */
export interface PadActions {
  readonly mode: ReadonlySignal<PadMode>;
  readonly enabled: ReadonlySignal<boolean>;
  /** The block the cursor line belongs to, as it stands; null outside of blocks. */
  readonly block: ReadonlySignal<Head | null>;
  /** Writes one command at the cursor line. */
  command(direction: Direction): void;
  /** Writes the lines of a way at the end of the program, where that way begins. */
  append(lines: readonly string[]): void;
  /** Writes an empty block at the cursor line, or around it, and goes inside. */
  writeBlock(head: Head): void;
  /** Changes the first line of the block at the cursor. */
  changeBlock(head: Head): void;
  /** Goes to the else part of the block at the cursor, which is made when there is none. */
  writeElse(): void;
  /** Goes on behind the block at the cursor. */
  leaveBlock(): void;
  deleteLine(): void;
  undo(): void;
  redo(): void;
  toggleMode(): void;
  moveCursor(by: -1 | 1): void;
}

/** The S seat's program with what its pad does. */
export interface ListingEditor extends ProgramEditor {
  readonly pad: PadActions;
}

const setMode = StateEffect.define<PadMode>();

/**
 * The editor of the S seat: nobody types in it, its owner moves the cursor line by key, click or
 * touch, and the pad writes there.
 */
export function createListingEditor(options: EditorOptions): ListingEditor {
  const mode = signal<PadMode>('insert');
  const modeField = StateField.define<PadMode>({
    create: () => mode.peek(),
    update: (current, { effects }) =>
      effects.reduce((before, effect) => (effect.is(setMode) ? effect.value : before), current),
  });
  const here = EditorView.decorations.compute(
    [modeField, mayWrite, 'selection', 'doc'],
    (state) => {
      if (!state.facet(mayWrite)) return Decoration.none;
      const { from } = cursorLine(state);
      return Decoration.set(
        (state.field(modeField) === 'insert' ? insertHere : replaceHere).range(from),
      );
    },
  );
  const block = signal<Head | null>(null);
  const look = ({ state }: EditorView): void => {
    const head = state.facet(mayWrite) ? (blockAtCursor(state)?.head ?? null) : null;
    if (JSON.stringify(head) !== JSON.stringify(block.peek())) block.value = head;
  };
  const editor = mountEditor(options, {
    extensions: [
      lineNumbers(),
      EditorView.lineWrapping,
      ViewPlugin.define((view) => {
        look(view);
        return { update: ({ view: updated }) => look(updated) };
      }),
      modeField,
      here,
      EditorState.readOnly.of(true),
      // Touching the list must not bring up a keyboard that cannot be used.
      EditorView.contentAttributes.of({ inputmode: 'none' }),
      keymap.of([
        { key: 'Delete', run: () => (pad.deleteLine(), true) },
        { key: 'Backspace', run: () => (pad.deleteLine(), true) },
      ]),
    ],
    writing: (may) => EditorView.editable.of(may),
  });
  const { view } = editor;
  const write = (spec: TransactionSpec | null): void => {
    if (spec !== null && view.state.facet(mayWrite)) view.dispatch(spec);
  };
  const pad: PadActions = {
    mode,
    enabled: editor.writable,
    block,
    command: (direction) => write(writeCommand(view.state, mode.peek(), commandLine(direction))),
    append: (lines) => write(appendLines(view.state, lines)),
    writeBlock: (head) => write(writeBlock(view.state, mode.peek(), head)),
    changeBlock: (head) => write(changeHead(view.state, head)),
    writeElse: () => write(writeElse(view.state)),
    leaveBlock: () => write(leaveBlock(view.state)),
    deleteLine: () => write(deleteLine(view.state)),
    undo: () => void undoWriting(view),
    redo: () => void redoWriting(view),
    toggleMode: () => {
      mode.value = mode.peek() === 'insert' ? 'overwrite' : 'insert';
      view.dispatch({ effects: setMode.of(mode.peek()) });
    },
    moveCursor: (by) => write(moveCursorLine(view.state, by)),
  };
  return { ...editor, pad };
}

const insertHere = Decoration.line({ class: 'cm-insert-here' });
const replaceHere = Decoration.line({ class: 'cm-replace-here' });
