import {
  history as historyOf,
  historyField,
  isolateHistory,
  redo,
  undo,
} from '@codemirror/commands';
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
import { cutAtLock, type CutChanges } from './locked-text.ts';
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
export const undoWriting: StateCommand = (target) => stepThrough(target, 'undo');

/** Writes again what was taken back; the part that a lock has passed meanwhile stays out. */
export const redoWriting: StateCommand = (target) => stepThrough(target, 'redo');

type Direction = 'undo' | 'redo';

const commands = { undo, redo } as const satisfies Record<Direction, StateCommand>;

function stepThrough({ state, dispatch }: Parameters<StateCommand>[0], way: Direction): boolean {
  if (!state.facet(mayWrite)) return false;
  const before = state.field(writingHistory, false);
  const lock = localLock(state);
  if (before === undefined) return false;
  let shadow = before;
  for (;;) {
    const stepped = ran(shadow, commands[way]);
    if (stepped === null || tooLong(stepped)) return false;
    const cut = cutAtLock(stepped.changes, state.doc, lock);
    if (cut === null && shadow === before) {
      dispatch(state.update(stepBack(stepped.changes, stepped.state, way)));
      return true;
    }
    // The steps behind this one are carried over what the lock has kept.
    const kept = cut === null ? stepped.changes : state.changes(cut.kept);
    const rest = cut === null ? stepped.state : restored(stepped, cut.restoring);
    if (!kept.empty) {
      dispatch(state.update(stepBack(kept, withWayBack(before, rest, kept, way), way)));
      return true;
    }
    // Nothing of this step is left: the one behind it is tried.
    shadow = rest;
  }
}

/** The text after a step and after what the lock has kept of it was put back. */
function restored(stepped: Transaction, changes: CutChanges['restoring']): EditorState {
  return stepped.state.update({ changes, annotations: Transaction.addToHistory.of(false) }).state;
}

/** Steps of a history in the form in which CodeMirror lets them be kept. */
interface Steps {
  readonly done: readonly unknown[];
  readonly undone: readonly unknown[];
}

const keptFields = { history: historyField };

/**
 * A history behind a step of which only `changes` could be made. What lies further that way is in
 * `rest`; the way back leads over the inverse of these changes to everything that was there `before`.
 */
function withWayBack(
  before: EditorState,
  rest: EditorState,
  changes: ChangeSet,
  way: Direction,
): EditorState {
  const further = stepsOf(rest);
  const known = stepsOf(before);
  const startSelection = { ranges: [{ anchor: 0, head: 0 }], main: 0 };
  const inverse = changes.invert(before.doc).toJSON();
  const back = { changes: inverse, startSelection, selectionsAfter: [] };
  const history: Steps =
    way === 'undo'
      ? { done: further.done, undone: [...known.undone, back] }
      : { done: [...known.done, back], undone: further.undone };
  const doc = changes.apply(before.doc).toString();
  return EditorState.fromJSON(
    { doc, selection: startSelection, history },
    { extensions: historyOf() },
    keptFields,
  );
}

function stepsOf(state: EditorState): Steps {
  return (state.toJSON(keptFields) as { readonly history: Steps }).history;
}

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
