import {
  exactly,
  type ChunkCode,
  type GlobalDeclaration,
  type GlobalReference,
  type Unit,
} from './compile/code.ts';
import { declarationsOf, referencesOf } from './compile/tables.ts';
import type { Details } from '../base/result.ts';
import { absentGlobals } from './run/absent.ts';
import { hostValue } from './run/host.ts';
import type { State } from './run/state.ts';
import { Global, tdz } from './run/values.ts';

/** Why a chunk cannot be linked: a name declared twice, or one that the language leaves out. */
export interface LinkRefusal {
  readonly name: 'SyntaxError' | 'Unsupported';
  readonly code: string;
  readonly details: Details;
  readonly start: number;
  readonly end: number;
}

const constants = new Set(['undefined', 'NaN', 'Infinity']);

/** Joins a chunk to the global variables of a machine; nothing changes when it is refused. */
export function link(state: State, chunk: ChunkCode, firstLine: number): Unit | LinkRefusal {
  const { globals } = state;
  const declared = new Set<string>();
  const declarations = declarationsOf(chunk);
  for (const one of declarations) {
    if (one.kind === 'block function') {
      declared.add(one.name);
      continue;
    }
    if (conflicts(globals.get(one.name), one)) {
      const { name, start, end } = one;
      return { name: 'SyntaxError', code: 'already-declared', details: { name }, start, end };
    }
    declared.add(one.name);
  }
  for (const name of chunk.globals) {
    if (!absentGlobals.has(name) || declared.has(name)) continue;
    if ((globals.get(name)?.kind ?? 'none') !== 'none' || Object.hasOwn(state.names, name))
      continue;
    const code = name === 'eval' ? 'unsupported-eval' : 'unsupported-global';
    const { start, end } = placeOf(chunk, name);
    return { name: 'Unsupported', code, details: { name }, start, end };
  }
  for (const one of declarations) declare(globalNamed(state, one.name), one);
  // Not `map`: once the host has compiled it to machine code it answers arrays of another kind, for
  // which the dispatch loop, compiled for the first kind, would lose its own machine code.
  const linked: Global[] = [];
  for (const name of chunk.globals) linked.push(globalNamed(state, name));
  return { chunk, globals: exactly(linked), firstLine, prelude: false };
}

function placeOf(chunk: ChunkCode, name: string): GlobalReference {
  const found = referencesOf(chunk).find((reference) => reference.name === name);
  if (found === undefined) throw new Error('no such global name');
  return found;
}

/** True when a name cannot be declared (again). A failed declaration may be repeated. */
function conflicts(old: Global | undefined, { kind, name }: GlobalDeclaration): boolean {
  if (kind === 'let' || kind === 'const') {
    if (constants.has(name)) return true;
    if (old === undefined) return false;
    return isLexical(old) || (old.kind === 'var' && !old.deletable);
  }
  if (constants.has(name)) return kind === 'function';
  return old !== undefined && isLexical(old);
}

/** Whether it is a `let` or `const` that has a value; a failed declaration may be repeated. */
function isLexical({ kind, v }: Global): boolean {
  return (kind === 'let' || kind === 'const') && v !== tdz;
}

function declare(global: Global, { kind, name }: GlobalDeclaration): void {
  if (kind === 'let' || kind === 'const') {
    global.kind = kind;
    global.v = tdz;
    return;
  }
  if (constants.has(name)) return;
  if (kind === 'block function' && isLexical(global)) return;
  const fresh = global.kind === 'none' || global.kind === 'let' || global.kind === 'const';
  if (fresh || (global.kind === 'host' && global.v === tdz)) global.v = undefined;
  if (!global.deletable) global.kind = 'var';
}

function globalNamed(state: State, name: string): Global {
  let global = state.globals.get(name);
  if (global === undefined) {
    global = newGlobal(state, name);
    state.globals.add(global);
  }
  return global;
}

function newGlobal(state: State, name: string): Global {
  const { names, made } = state;
  const member = Object.hasOwn(names, name) ? names[name] : undefined;
  if (member !== undefined) {
    if (member.kind === 'value') return new Global(name, tdz, 'host');
    return new Global(name, hostValue(state, names, name, name, made), 'host');
  }
  const { library } = state;
  if (library.globals.has(name)) {
    return new Global(name, library.globals.get(name), 'library');
  }
  return new Global(name, tdz, 'none');
}
