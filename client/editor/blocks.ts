import type { EditorState, Line } from '@codemirror/state';
import type { Direction } from '../../shared/battle/index.ts';
import type { Sight } from '../../shared/program/index.ts';
import { localLock } from './program-state.ts';

/** The two blocks the pad can write: lines run several times, and lines run when something is seen. */
export type Head =
  | { readonly kind: 'repeat'; readonly times: number }
  | { readonly kind: 'if'; readonly direction: Direction; readonly sight: Sight };

/** A block of a listing, by the numbers of its lines. */
export interface Block {
  /** What the pad knows to change; null for a block that it did not write. */
  readonly head: Head | null;
  /** The name that counts in a repetition. */
  readonly counter: string | null;
  readonly first: number;
  /** The line of `} else {`. */
  readonly otherwise: number | null;
  readonly last: number;
}

/** How often a block can be repeated by the pad. Who wants more writes one block into another. */
export const timesLimits = { least: 1, most: 99 } as const;

/** Names that count, one for each depth of repetition. */
const counters = ['i', 'j', 'k', 'm', 'n', 'u', 'v', 'w'];

const repeatHead = /^for \(let ([a-z]) = 0; \1 < (\d{1,2}); \1\+\+\) \{$/;
const ifHead =
  /^if \(p\.look\('(up|right|down|left)'\) === '(empty|gold|wall|edge|bug|rival)'\) \{$/;
const elseLine = '} else {';

/** The first line of a block, as it stands in a program. */
export function headText(head: Head, counter: string): string {
  return head.kind === 'repeat'
    ? `for (let ${counter} = 0; ${counter} < ${head.times}; ${counter}++) {`
    : `if (p.look('${head.direction}') === '${head.sight}') {`;
}

/**
 * The blocks of the lines that can still be written, inner ones before outer ones. Brackets that have
 * no partner there make no block.
 */
export function blocksIn(state: EditorState): Block[] {
  const { doc } = state;
  const lock = Math.min(localLock(state), doc.length);
  const open: Block[] = [];
  const found: Block[] = [];
  const from = doc.lineAt(lock);
  for (
    let number = from.from < lock ? from.number + 1 : from.number;
    number <= doc.lines;
    number++
  ) {
    const text = doc.line(number).text.trim();
    const inner = open.at(-1);
    if (text === elseLine && inner?.otherwise === null) {
      open[open.length - 1] = { ...inner, otherwise: number };
      continue;
    }
    if (text.startsWith('}') && inner !== undefined) {
      open.pop();
      found.push({ ...inner, last: number });
    }
    if (text.endsWith('{')) open.push(opened(text, number));
  }
  return found;
}

function opened(text: string, number: number): Block {
  const counter = repeatHead.exec(text)?.[1] ?? null;
  return { head: headOf(text), counter, first: number, otherwise: null, last: number };
}

/** What the pad wrote as the first line of a block; null for any other line. */
export function headOf(text: string): Head | null {
  const times = repeatHead.exec(text)?.[2];
  if (times !== undefined) return { kind: 'repeat', times: Number(times) };
  const [, direction, sight] = ifHead.exec(text) ?? [];
  if (direction === undefined) return null;
  // The expression lets no other words through.
  return { kind: 'if', direction: direction as Direction, sight: sight as Sight };
}

/** Whether a line parts a block. */
export function isElse(text: string): boolean {
  return text === elseLine;
}

/** Whether a line ends a block. */
export function isEnd(text: string): boolean {
  return text === '}';
}

/** The innermost block that a line belongs to, its first and last line included. */
export function blockAt(blocks: readonly Block[], line: number): Block | null {
  return blocks.find(({ first, last }) => first <= line && line <= last) ?? null;
}

/** The blocks that what is inserted before a line comes to stand in, innermost first. */
export function blocksAround(blocks: readonly Block[], line: number): Block[] {
  return blocks.filter(({ first, last }) => first < line && line <= last);
}

/** Whether a line begins, parts or ends a block, so that it cannot go without others. */
export function isJoint(blocks: readonly Block[], line: number): boolean {
  return blocks.some(
    ({ first, otherwise, last }) => line === first || line === otherwise || line === last,
  );
}

/** The spaces with which a line inserted before another begins. */
export function indentBefore(state: EditorState, blocks: readonly Block[], line: Line): string {
  const around = blocksAround(blocks, line.number)[0];
  return around === undefined ? '' : `${indentOf(state.doc.line(around.first).text)}${indentStep}`;
}

/** The step by which the lines inside a block are indented. */
export const indentStep = '  ';

/** The spaces a line begins with. */
export function indentOf(text: string): string {
  return /^ */.exec(text)?.[0] ?? '';
}

/** A name that counts nowhere in these blocks. */
export function freeCounter(blocks: readonly Block[]): string {
  const taken = new Set(blocks.map(({ counter }) => counter));
  return counters.find((name) => !taken.has(name)) ?? 'i';
}
