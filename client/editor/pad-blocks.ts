import type { EditorState, TransactionSpec } from '@codemirror/state';
import {
  blockAt,
  blocksAround,
  blocksIn,
  freeCounter,
  headText,
  indentBefore,
  indentOf,
  indentStep,
  isJoint,
  type Block,
  type Head,
} from './blocks.ts';
import { alone, cursorLine, type PadMode } from './pad.ts';
import { localLock } from './program-state.ts';

/*
 * Every press replaces one stretch of whole lines by another. A lock that passes such a stretch
 * meanwhile therefore keeps all of it or takes all of it back, and never leaves half a block (A11).
 */

/** The block the cursor line belongs to, if the pad can change it. */
export function blockAtCursor(state: EditorState): Block | null {
  const block = blockAt(blocksIn(state), cursorLine(state).number);
  return block === null || block.head === null ? null : block;
}

/**
 * Writes an empty block before the cursor line and goes inside. In `overwrite` mode the command or
 * the whole block that begins in the cursor line is taken inside instead.
 */
export function writeBlock(state: EditorState, mode: PadMode, head: Head): TransactionSpec {
  const { doc } = state;
  const blocks = blocksIn(state);
  const line = cursorLine(state);
  const begun = blocks.find(({ first }) => first === line.number);
  const takes =
    mode === 'overwrite' &&
    line.text.trim() !== '' &&
    (begun !== undefined || !isJoint(blocks, line.number));
  const lastTaken = takes ? doc.line(begun?.last ?? line.number) : null;
  const indent = indentBefore(state, blocks, line);
  const near = [
    ...blocksAround(blocks, line.number),
    ...blocks.filter(({ first, last }) => first >= line.number && last <= (lastTaken?.number ?? 0)),
  ];
  const to = lastTaken === null ? line.from : Math.min(doc.length, lastTaken.to + 1);
  const taken =
    lastTaken === null ? [] : linesBetween(state, line.number, lastTaken.number).map(indented);
  const opening = [indent + headText(head, freeCounter(near)), ...taken, ''].join('\n');
  return {
    changes: { from: line.from, to, insert: `${opening}${indent}}\n` },
    selection: { anchor: line.from + opening.length },
    ...alone('input.pad'),
  };
}

/** Another number, direction or thing for the block at the cursor; null when there is none. */
export function changeHead(state: EditorState, head: Head): TransactionSpec | null {
  const block = blockAtCursor(state);
  if (block?.head?.kind !== head.kind) return null;
  const line = state.doc.line(block.first);
  const from = line.from + indentOf(line.text).length;
  return {
    changes: { from, to: line.to, insert: headText(head, block.counter ?? '') },
    ...alone('input.pad'),
  };
}

/** Goes to the end of the else part of the *if* at the cursor, which is made when there is none. */
export function writeElse(state: EditorState): TransactionSpec | null {
  const block = blockAtCursor(state);
  if (block?.head?.kind !== 'if') return null;
  const end = state.doc.line(block.last);
  if (block.otherwise !== null) return { selection: { anchor: end.from }, scrollIntoView: true };
  const insert = `${indentOf(end.text)}} else {\n`;
  return {
    changes: { from: end.from, insert },
    selection: { anchor: end.from + insert.length },
    ...alone('input.pad'),
  };
}

/** Goes on behind the block at the cursor. */
export function leaveBlock(state: EditorState): TransactionSpec | null {
  const block = blockAtCursor(state);
  if (block === null) return null;
  const { doc } = state;
  const { to } = doc.line(block.last);
  if (to < doc.length) return { selection: { anchor: to + 1 }, scrollIntoView: true };
  return {
    changes: { from: to, insert: '\n' },
    selection: { anchor: to + 1 },
    ...alone('input.pad'),
  };
}

/**
 * Takes the cursor line away. With the first line of a block its last one goes, and what is inside
 * stays. At the end of a block, as at the empty end of the program, the line above is taken, as a
 * backspace would, and in the end the empty block. Null when there is nothing to take.
 */
export function deleteLine(state: EditorState): TransactionSpec | null {
  const { doc } = state;
  const here = cursorLine(state);
  const blocks = blocksIn(state);
  const taken = takenLines(state, blocks, here.number);
  const from = doc.line(taken.first).from;
  const to = Math.min(doc.length, doc.line(taken.last).to + 1);
  if (from < localLock(state) || from === to) return null;
  const left = taken.left.map((line) => `${line}\n`).join('');
  return {
    changes: { from, to, insert: left },
    selection: { anchor: here.from < to ? from : here.from - (to - from) + left.length },
    ...alone('delete.pad'),
  };
}

interface TakenLines {
  readonly first: number;
  readonly last: number;
  /** What stands there afterwards. */
  readonly left: readonly string[];
}

function takenLines(state: EditorState, blocks: readonly Block[], cursor: number): TakenLines {
  const { doc } = state;
  const atEnd = cursor === doc.lines && doc.line(cursor).length === 0 && cursor > 1;
  let number = atEnd ? cursor - 1 : cursor;
  for (;;) {
    const line = number;
    const ended = blocks.find(({ last }) => last === line);
    if (ended === undefined) break;
    if (ended.first === line - 1) return { first: ended.first, last: line, left: [] };
    number = line - 1;
  }
  const begun = blocks.find(({ first }) => first === number);
  if (begun === undefined) return { first: number, last: number, left: [] };
  const inside = linesBetween(state, begun.first + 1, begun.last - 1);
  const left = inside.filter((_, at) => begun.first + 1 + at !== begun.otherwise).map(dedented);
  return { first: begun.first, last: begun.last, left };
}

function linesBetween({ doc }: EditorState, first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, at) => doc.line(first + at).text);
}

function indented(text: string): string {
  return text === '' ? '' : indentStep + text;
}

function dedented(text: string): string {
  return text.startsWith(indentStep) ? text.slice(indentStep.length) : text;
}
