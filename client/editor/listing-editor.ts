import { signal } from '@preact/signals';
import {
  EditorState,
  Prec,
  StateEffect,
  StateField,
  type TransactionSpec,
} from '@codemirror/state';
import { Decoration, EditorView, ViewPlugin, lineNumbers } from '@codemirror/view';
import { blockWords } from './block-words.ts';
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
import type { PadActions } from './pad-actions.ts';
import { onPadKey } from './pad-keys.ts';
import { mayWrite } from './program-state.ts';
import type { EditorOptions, ProgramEditor } from './types.ts';

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
      blockWords(options.words.block),
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
      // For its owner the keys of the pad work here too: this is where Tab comes first.
      Prec.high(
        EditorView.domEventHandlers({
          keydown: (event, { state }) => {
            if (state.facet(mayWrite)) onPadKey(event, pad);
          },
        }),
      ),
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
