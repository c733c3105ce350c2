import { history as historyOf, isolateHistory, redo, undo } from '@codemirror/commands';
import {
  EditorState,
  StateEffect,
  StateField,
  Transaction,
  type ChangeSet,
  type StateCommand,
  type Extension,
  type TransactionSpec,
} from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { maximalProgramLength } from '../../shared/program/index.ts';
import { cutAtLock } from './locked-text.ts';
import { localLock, mayWrite } from './program-state.ts';

/**
 * CodeMirror's undo passes by every filter, so it could bring locked text back to life, and it does
 * nothing in a read-only editor, which S's is (R22). Its history is therefore kept in a state of its
 * own beside the editor's; what it wants to undo is cut to what lies behind the lock (A11).
 */
const writingHistory = StateField.define<EditorState>({
  create: (state) => EditorState.create({ doc: state.doc, extensions: historyOf() }),
  update: (shadow, transaction) => {
    for (const effect of transaction.effects) if (effect.is(setHistory)) return effect.value;
    return followed(shadow, transaction);
  },
});

const setHistory = StateEffect.define<EditorState>();

/** Undo and redo for an editor of locked text: keys, menu entries, and the commands below. */
export function writingUndo(): Extension {
  return [
    writingHistory,
    keymap.of([
      { key: 'Mod-z', run: undoWriting, preventDefault: true },
      { key: 'Mod-y', mac: 'Mod-Shift-z', run: redoWriting, preventDefault: true },
      { linux: 'Ctrl-Shift-z', run: redoWriting, preventDefault: true },
    ]),
    EditorView.domEventHandlers({
      beforeinput: (event, view) => {
        if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return false;
        event.preventDefault();
        return (event.inputType === 'historyUndo' ? undoWriting : redoWriting)(view);
      },
    }),
  ];
}

/** Takes back the last writing that can still be taken back. */
export const undoWriting: StateCommand = ({ state, dispatch }) => {
  if (!state.facet(mayWrite)) return false;
  const lock = localLock(state);
  let shadow = state.field(writingHistory, false);
  let cutAnything = false;
  while (shadow !== undefined) {
    const undone = ran(shadow, undo);
    if (undone === null || tooLong(undone)) return false;
    const cut = cutAtLock(undone.changes, state.doc, lock);
    cutAnything ||= cut !== null;
    const fitting =
      cut === null ? undone.state : undone.state.update({ changes: cut.restoring, ...quiet }).state;
    const changes = cut === null ? undone.changes : state.changes(cut.kept);
    if (changes.empty) {
      // Nothing of this step is left to undo: the one before it is tried.
      shadow = fitting;
      continue;
    }
    const rest = cutAnything ? withRedo(fitting, changes.invert(state.doc)) : fitting;
    dispatch(state.update(stepBack(changes, rest, 'undo')));
    return true;
  }
  return false;
};

/** Writes again what was taken back; the part that a lock has passed meanwhile stays out. */
export const redoWriting: StateCommand = ({ state, dispatch }) => {
  if (!state.facet(mayWrite)) return false;
  const shadow = state.field(writingHistory, false);
  const redone = shadow === undefined ? null : ran(shadow, redo);
  if (redone === null || tooLong(redone)) return false;
  const cut = cutAtLock(redone.changes, state.doc, localLock(state));
  const changes = cut === null ? redone.changes : state.changes(cut.kept);
  if (changes.empty) return false;
  const rest = cut === null ? redone.state : redone.startState.update({ changes, ...alone }).state;
  dispatch(state.update(stepBack(changes, rest, 'redo')));
  return true;
};

const quiet = { annotations: Transaction.addToHistory.of(false) };
const alone = { annotations: isolateHistory.of('full') };

function stepBack(changes: ChangeSet, shadow: EditorState, userEvent: string): TransactionSpec {
  let end = 0;
  changes.iterChangedRanges((_fromA, _toA, _fromB, toB) => (end = toB));
  return {
    changes,
    selection: { anchor: end },
    effects: setHistory.of(shadow),
    userEvent,
    scrollIntoView: true,
    filter: false,
  };
}

/** A history whose only step to redo is `again`: those before it do not fit a cut text. */
function withRedo(shadow: EditorState, again: ChangeSet): EditorState {
  return ran(shadow.update({ changes: again, ...alone }).state, undo)?.state ?? shadow;
}

function tooLong({ newDoc, startState }: Transaction): boolean {
  return newDoc.length > Math.max(maximalProgramLength, startState.doc.length);
}

/** The editor's transaction as its history sees it. */
function followed(shadow: EditorState, transaction: Transaction): EditorState {
  if (!transaction.docChanged) return shadow;
  const annotations = [Transaction.time.of(transaction.annotation(Transaction.time) ?? 0)];
  const userEvent = transaction.annotation(Transaction.userEvent);
  const isolate = transaction.annotation(isolateHistory);
  const remembered = transaction.annotation(Transaction.addToHistory) !== false;
  return shadow.update({
    changes: transaction.changes,
    annotations: [
      ...annotations,
      Transaction.addToHistory.of(remembered),
      ...(userEvent === undefined ? [] : [Transaction.userEvent.of(userEvent)]),
      ...(isolate === undefined ? [] : [isolateHistory.of(isolate)]),
    ],
  }).state;
}

function ran(state: EditorState, command: StateCommand): Transaction | null {
  let done: Transaction | null = null;
  command({ state, dispatch: (transaction) => (done = transaction) });
  return done;
}
