import { syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import {
  libraryTable,
  receivers,
  referenceSections,
  type Receiver,
  type WorldEntry,
} from '../../shared/program/reference/index.ts';
import { kindOf } from './value-kinds.ts';

/** Every name of the table by itself. */
const byName: ReadonlyMap<string, WorldEntry> = new Map(
  referenceSections.flatMap(({ entries }) => entries.map((entry) => [entry.name, entry] as const)),
);

/** Names that stand alone, and names behind a dotted prefix such as `Math.`. */
export function namesAfter(prefix: string): readonly WorldEntry[] {
  return [...byName.values()].filter(
    ({ name }) =>
      name.startsWith(prefix) && !name.slice(prefix.length).includes('.') && !isOfValue(name),
  );
}

/** Methods and properties of one kind of value; of all kinds when it is not known. */
export function membersOf(kind: Receiver | null): readonly WorldEntry[] {
  return libraryTable.filter(({ receiver }) => receiver !== null && (receiver === kind || !kind));
}

/** The name under a place in a program, with what the table says about it. */
export interface Named {
  readonly from: number;
  readonly to: number;
  /** More than one when a method could be that of several kinds of values. */
  readonly entries: readonly WorldEntry[];
}

/** What the table says about the name at an offset; null for the player's own names and all else. */
export function namedAt(state: EditorState, offset: number): Named | null {
  const line = state.doc.lineAt(offset);
  const at = offset - line.from;
  const before = /[\w$]*$/.exec(line.text.slice(0, at))?.[0] ?? '';
  const after = /^[\w$]*/.exec(line.text.slice(at))?.[0] ?? '';
  const word = before + after;
  if (!/^[A-Za-z$_]/.test(word) || isText(state, offset)) return null;
  const from = offset - before.length;
  const entries = entriesFor(state, word, line.text.slice(0, at - before.length), from);
  return entries.length === 0 ? null : { from, to: from + word.length, entries };
}

function entriesFor(
  state: EditorState,
  word: string,
  before: string,
  from: number,
): readonly WorldEntry[] {
  const path = pathBefore(before);
  if (path === null) {
    const entry = byName.get(word);
    return entry === undefined || isOwn(state, word) ? [] : [entry];
  }
  const root = path.split('.')[0] ?? '';
  if (path !== '' && byName.has(root) && !isOwn(state, root)) {
    const entry = byName.get(`${path}.${word}`);
    if (entry !== undefined) return [entry];
  }
  return membersOf(kindOf(state, from - 1)).filter(({ name }) => name.endsWith(`.${word}`));
}

/**
 * What stands before a dot at the end of a line's beginning: a dotted name such as `p` or `Math`, an
 * empty text when it is something else, null when there is no dot.
 */
export function pathBefore(text: string): string | null {
  const found = /(?:^|[^\w$.)\]?])((?:[\w$]+\.)+)$/.exec(text);
  if (found !== null) return (found[1] ?? '').slice(0, -1);
  return text.endsWith('.') && !text.endsWith('..') ? '' : null;
}

/** Whether the player has declared this name anywhere in the program. */
export function isOwn(state: EditorState, name: string): boolean {
  let own = false;
  syntaxTree(state).iterate({
    enter: (node) => {
      if (node.name !== 'VariableDefinition') return !own;
      own ||= state.sliceDoc(node.from, node.to) === name;
      return false;
    },
  });
  return own;
}

/** Whether a place is inside a comment or a text, where nothing of the language stands. */
export function isText(state: EditorState, offset: number): boolean {
  const { name } = syntaxTree(state).resolveInner(offset, -1);
  return /Comment$|^String$|^TemplateString$/.test(name);
}

/** Whether the word before a place, with no dot before it, declares a name or is the key of an object: it may be any. */
export function isNewName(state: EditorState, offset: number): boolean {
  const { name } = syntaxTree(state).resolveInner(offset, -1);
  return /^(VariableDefinition|PropertyDefinition|PropertyName)$/.test(name);
}

function isOfValue(name: string): boolean {
  return Object.hasOwn(receivers, name.slice(0, Math.max(0, name.indexOf('.'))));
}
