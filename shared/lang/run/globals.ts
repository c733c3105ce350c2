import { nearest } from '../nearest.ts';
import { raise } from './errors.ts';
import { hostValue } from './host.ts';
import { OddName } from './odd-name.ts';
import type { State } from './state.ts';
import type { Closure } from './closure.ts';
import { isObj, tdz, typeOf, type Global, type Value } from './values.ts';

function globalOf(closure: Closure, index: number): Global {
  const global = closure.unit.globals[index];
  if (global === undefined) throw new Error('no such global');
  return global;
}

/** The value of a host name, or an error for a name that has no value yet. */
export function missingGlobal(state: State, closure: Closure, index: number): Value {
  const { name, kind } = globalOf(closure, index);
  if (kind === 'host') return hostValue(state, state.names, name, name, state.made);
  if (kind !== 'none') return raise('ReferenceError', 'used-before-declared', { name });
  return unknownName(state, name);
}

/** `typeof name`, which allows unknown names. */
export function typeofGlobal(state: State, closure: Closure, index: number): string {
  const global = globalOf(closure, index);
  if (global.kind === 'none') return 'undefined';
  const { v } = global;
  return typeOf(v === tdz ? missingGlobal(state, closure, index) : v);
}

/** `name = value`. Sloppy code makes a variable of an unknown name, as in JavaScript. */
export function setGlobal(state: State, closure: Closure, index: number, value: Value): void {
  const global = globalOf(closure, index);
  const { name } = global;
  switch (global.kind) {
    case 'none':
      if (closure.code.strict) missingGlobal(state, closure, index);
      state.charge(64);
      global.kind = 'var';
      global.deletable = true;
      break;
    case 'const':
      if (global.v === tdz) missingGlobal(state, closure, index);
      return raise('TypeError', 'constant-assign', { name });
    case 'host':
      return raise('TypeError', 'host-readonly', { name });
    case 'library':
      if (name === 'undefined' || name === 'NaN' || name === 'Infinity') {
        if (closure.code.strict) raise('TypeError', 'property-readonly', { name });
        return;
      }
      global.kind = 'var';
      break;
    case 'let':
    case 'var':
      if (global.v === tdz) missingGlobal(state, closure, index);
  }
  global.v = value;
}

/** A function of a block is reached: its variable is set, unless a lexical name forbade that (B.3.2.2). */
export function hoistGlobal(state: State, closure: Closure, index: number, value: Value): void {
  const { kind } = globalOf(closure, index);
  if (kind !== 'let' && kind !== 'const') setGlobal(state, closure, index, value);
}

/** `delete name` in sloppy code: only names made by assigning to them go away. */
export function deleteGlobal(closure: Closure, index: number): boolean {
  const global = globalOf(closure, index);
  if (global.kind === 'none') return true;
  const given = global.kind === 'library' && global.v !== undefined;
  if (!global.deletable && !(given && isObj(global.v))) return false;
  global.kind = 'none';
  global.deletable = false;
  global.v = tdz;
  return true;
}

function unknownName(state: State, name: string): never {
  OddName.check('ReferenceError', name);
  const known = [...state.knownNames()];
  // Comparing names takes its time, and a program may do it in a loop (L6).
  state.work(known.length >> 3);
  const near = nearest(name, known, (work) => state.spend(work));
  return raise(
    'ReferenceError',
    'unknown-name',
    near === null ? { name } : { name, nearest: near },
  );
}
