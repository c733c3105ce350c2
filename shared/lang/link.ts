import type { ChunkCode, GlobalDeclaration, Unit } from './compile/code.ts';
import type { Details } from '../base/result.ts';
import { absentGlobals } from './run/absent.ts';
import { hostValue } from './run/host.ts';
import type { State } from './run/state.ts';
import { Global, tdz, type Bag } from './run/values.ts';
import type { HostNames } from './types.ts';

/** Why a chunk cannot be linked: a name declared twice, or one that the language leaves out. */
export interface LinkRefusal {
  readonly name: 'SyntaxError' | 'Unsupported';
  readonly code: string;
  readonly details: Details;
  readonly start: number;
  readonly end: number;
}

/** Where globals come from besides the program. */
export interface GlobalSources {
  readonly names: HostNames;
  /** Functions and groups of the host already made. */
  readonly made: Bag;
}

const constants = new Set(['undefined', 'NaN', 'Infinity']);

/** Joins a chunk to the global variables of a machine; nothing changes when it is refused. */
export function link(
  state: State,
  chunk: ChunkCode,
  firstLine: number,
  sources: GlobalSources,
): Unit | LinkRefusal {
  const { globals } = state;
  const declared = new Set<string>();
  for (const one of chunk.declarations) {
    if (conflicts(globals.get(one.name), one)) {
      const { name, start, end } = one;
      return { name: 'SyntaxError', code: 'already-declared', details: { name }, start, end };
    }
    declared.add(one.name);
  }
  for (const { name, start, end } of chunk.globals) {
    if (!absentGlobals.has(name) || declared.has(name)) continue;
    if ((globals.get(name)?.kind ?? 'none') !== 'none' || Object.hasOwn(sources.names, name))
      continue;
    const code = name === 'eval' ? 'unsupported-eval' : 'unsupported-global';
    return { name: 'Unsupported', code, details: { name }, start, end };
  }
  for (const one of chunk.declarations) declare(globalNamed(state, one.name, sources), one);
  // Not `map`: once the host has compiled it to machine code it answers arrays of another kind, for
  // which the dispatch loop, compiled for the first kind, would lose its own machine code.
  const linked: Global[] = [];
  for (const { name } of chunk.globals) linked.push(globalNamed(state, name, sources));
  return { chunk, globals: linked, firstLine, prelude: false };
}

/** True when a name cannot be declared (again). A failed declaration may be repeated. */
function conflicts(old: Global | undefined, { kind, name }: GlobalDeclaration): boolean {
  if (kind === 'let' || kind === 'const') {
    if (constants.has(name)) return true;
    if (old === undefined) return false;
    if (old.kind === 'let' || old.kind === 'const') return old.v !== tdz;
    return old.kind === 'var' && !old.deletable;
  }
  if (constants.has(name)) return kind === 'function';
  return old !== undefined && (old.kind === 'let' || old.kind === 'const') && old.v !== tdz;
}

function declare(global: Global, { kind, name }: GlobalDeclaration): void {
  if (kind === 'let' || kind === 'const') {
    global.kind = kind;
    global.v = tdz;
    return;
  }
  if (constants.has(name)) return;
  const fresh = global.kind === 'none' || global.kind === 'let' || global.kind === 'const';
  if (fresh || (global.kind === 'host' && global.v === tdz)) global.v = undefined;
  if (!global.deletable) global.kind = 'var';
}

function globalNamed(state: State, name: string, sources: GlobalSources): Global {
  let global = state.globals.get(name);
  if (global === undefined) {
    global = newGlobal(state, name, sources);
    state.globals.set(name, global);
  }
  return global;
}

function newGlobal(state: State, name: string, sources: GlobalSources): Global {
  const { names, made } = sources;
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
