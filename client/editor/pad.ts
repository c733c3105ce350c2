import { isolateHistory } from '@codemirror/commands';
import {
  EditorSelection,
  type EditorState,
  type Line,
  type TransactionSpec,
} from '@codemirror/state';
import {
  shortestPath,
  type Cell,
  type Direction,
  type Terrain,
} from '../../shared/battle/index.ts';
import { localLock } from './program-state.ts';

/** Whether a command goes in at the cursor line or replaces it (R22). */
export type PadMode = 'insert' | 'overwrite';

/** One command as a line of a program. A single step needs no number (R21). */
export function commandLine(direction: Direction, steps = 1): string {
  return steps === 1 ? `p.${direction}();` : `p.${direction}(${steps});`;
}

/** The way between two cells as lines, each a run straight on; null when there is none (R22). */
export function pathCommands(terrain: Terrain, from: Cell, to: Cell): string[] | null {
  const path = shortestPath(terrain, from, to);
  if (path === null) return null;
  const runs: { readonly direction: Direction; steps: number }[] = [];
  for (const direction of path) {
    const run = runs.at(-1);
    if (run?.direction === direction) run.steps++;
    else runs.push({ direction, steps: 1 });
  }
  return runs.map(({ direction, steps }) => commandLine(direction, steps));
}

/**
 * Writes lines at the cursor line, in `overwrite` mode over the lines that stand there. The cursor
 * goes on behind them, and never into locked lines (R17).
 */
export function writeLines(
  state: EditorState,
  mode: PadMode,
  lines: readonly string[],
): TransactionSpec {
  const first = cursorLine(state);
  const last = state.doc.line(Math.min(state.doc.lines, first.number + lines.length - 1));
  const replaced = mode === 'overwrite' ? last.to : first.from;
  const breakFollows = mode === 'overwrite' && replaced < state.doc.length;
  const insert = lines.join('\n') + (breakFollows ? '' : '\n');
  return {
    changes: { from: first.from, to: replaced, insert },
    selection: { anchor: first.from + insert.length + (breakFollows ? 1 : 0) },
    ...alone('input.pad'),
  };
}

/** Writes lines at the end of the program, wherever the cursor is. */
export function appendLines(state: EditorState, lines: readonly string[]): TransactionSpec {
  const { doc } = state;
  const openLine = doc.line(doc.lines).length > 0 ? '\n' : '';
  const insert = `${openLine}${lines.join('\n')}\n`;
  return {
    changes: { from: doc.length, insert },
    selection: { anchor: doc.length + insert.length },
    ...alone('input.pad'),
  };
}

/**
 * Takes the cursor line away; from the empty line at the end the one above, as a backspace would.
 * Null when there is nothing to take.
 */
export function deleteLine(state: EditorState): TransactionSpec | null {
  const { doc } = state;
  const here = cursorLine(state);
  const atEnd = here.number === doc.lines && here.length === 0;
  const line = atEnd && here.number > 1 ? doc.line(here.number - 1) : here;
  const to = Math.min(doc.length, line.to + 1);
  if (line.from < localLock(state) || line.from === to) return null;
  return {
    changes: { from: line.from, to },
    selection: { anchor: line.from },
    ...alone('delete.pad'),
  };
}

/** Moves the cursor to a neighbouring line that can be written. */
export function moveCursorLine(state: EditorState, by: -1 | 1): TransactionSpec {
  const { doc } = state;
  const lowest = doc.lineAt(Math.min(localLock(state), doc.length)).number;
  const number = Math.min(doc.lines, Math.max(lowest, cursorLine(state).number + by));
  return { selection: EditorSelection.cursor(doc.line(number).from), scrollIntoView: true };
}

/** The line where a command would go: the cursor's, or the first that is not locked. */

export function cursorLine(state: EditorState): Line {
  const lock = localLock(state);
  return state.doc.lineAt(Math.min(Math.max(state.selection.main.head, lock), state.doc.length));
}

/** Each press is undone by itself. */
function alone(
  userEvent: string,
): Pick<TransactionSpec, 'annotations' | 'userEvent' | 'scrollIntoView'> {
  return { userEvent, scrollIntoView: true, annotations: isolateHistory.of('full') };
}
