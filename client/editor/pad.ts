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
import { blocksIn, indentBefore, isJoint } from './blocks.ts';
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
 * Writes a command at the cursor line, in `overwrite` mode over the command that stands there. The
 * cursor goes on behind it, and never into locked lines (R17). Inside a block it is indented; lines
 * that hold a block together are not written over.
 */
export function writeCommand(state: EditorState, mode: PadMode, command: string): TransactionSpec {
  const { doc } = state;
  const line = cursorLine(state);
  const blocks = blocksIn(state);
  const text = indentBefore(state, blocks, line) + command;
  const over = mode === 'overwrite' && !isJoint(blocks, line.number);
  const breakFollows = over && line.to < doc.length;
  const insert = breakFollows ? text : `${text}\n`;
  return {
    changes: { from: line.from, to: over ? line.to : line.from, insert },
    selection: { anchor: line.from + insert.length + (breakFollows ? 1 : 0) },
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
export function alone(
  userEvent: string,
): Pick<TransactionSpec, 'annotations' | 'userEvent' | 'scrollIntoView'> {
  return { userEvent, scrollIntoView: true, annotations: isolateHistory.of('full') };
}
