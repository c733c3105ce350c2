import {
  EditorSelection,
  EditorState,
  StateEffect,
  Transaction,
  type ChangeSet,
  type Extension,
  type Text,
  type TransactionSpec,
} from '@codemirror/state';
import { maximalProgramLength } from '../../shared/program/index.ts';
import { localLock } from './program-state.ts';

/** Held back because the program would be too long (L6). */
export const heldBackAsTooLong = StateEffect.define();

/** One replacement, in offsets of the text before it. */
export interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly insert: Text;
}

/** Changes cut at a lock. */
export interface CutChanges {
  /** What lies behind the lock; what reaches over it begins there. */
  readonly kept: readonly Replacement[];
  /** What puts back the rest, in offsets of the text after all the changes. */
  readonly restoring: readonly Replacement[];
}

/** Cuts changes of `doc` at a lock; null when they touch nothing locked. */
export function cutAtLock(changes: ChangeSet, doc: Text, lock: number): CutChanges | null {
  const kept: Replacement[] = [];
  const restoring: Replacement[] = [];
  changes.iterChanges((from, to, fromB, toB, insert) => {
    if (from >= lock) {
      kept.push({ from, to, insert });
    } else if (to > lock) {
      kept.push({ from: lock, to, insert });
      restoring.push({ from: fromB, to: fromB, insert: doc.slice(from, lock) });
    } else {
      restoring.push({ from: fromB, to: toB, insert: doc.slice(from, to) });
    }
  }, true);
  return restoring.length > 0 ? { kept, restoring } : null;
}

/**
 * Locked lines and the greatest length of a program, against typing, paste, drag and commands
 * (R17, L6). Updates of the room pass; undo and redo go their own way (see history.ts).
 */
export const lockedText: Extension = EditorState.transactionFilter.of((transaction) => {
  if (!transaction.docChanged) return transaction;
  const { startState, changes, newDoc } = transaction;
  const lock = localLock(startState);
  const cut = cutAtLock(changes, startState.doc, lock);
  if (cut !== null && tearsApart(transaction, lock)) return [];
  const spec = cut === null ? transaction : keeping(transaction, cut.kept);
  const length = cut === null ? newDoc.length : startState.doc.length + growth(cut.kept);
  const tooLong = length > maximalProgramLength && length > startState.doc.length;
  return tooLong ? { effects: heldBackAsTooLong.of(null) } : spec;
});

/**
 * Whether cutting a move at the lock would lose the text that is moved, or leave a line twice: a move
 * into locked text, and any of whole lines across it. Out of locked text a copy is dragged.
 */
function tearsApart(transaction: Transaction, lock: number): boolean {
  if (transaction.isUserEvent('move.line')) return true;
  if (!transaction.isUserEvent('move')) return false;
  let lost = false;
  transaction.changes.iterChanges((from, to, _fromB, _toB, insert) => {
    if (from < lock && to <= lock && insert.length > 0) lost = true;
  }, true);
  return lost;
}

/** Moves a cursor that a lock has passed to the first place where typing goes on. */
export function behindNewLock(
  state: EditorState,
  before: number,
  after: number,
): EditorSelection | undefined {
  const { main } = state.selection;
  if (main.head < before || main.head >= after) return undefined;
  return EditorSelection.single(Math.max(main.anchor, after), after);
}

function keeping(transaction: Transaction, kept: readonly Replacement[]): TransactionSpec[] {
  const last = kept.at(-1);
  if (last === undefined) return [];
  const userEvent = transaction.annotation(Transaction.userEvent);
  return [
    {
      changes: kept,
      selection: { anchor: last.to + growth(kept) },
      scrollIntoView: transaction.scrollIntoView,
      ...(userEvent === undefined ? {} : { userEvent }),
    },
  ];
}

function growth(replacements: readonly Replacement[]): number {
  return replacements.reduce((sum, { from, to, insert }) => sum + insert.length - (to - from), 0);
}
