import { toText } from './convert.ts';
import { raise, unsupported } from './errors.ts';
import { copyProperties } from './properties.ts';
import type { State } from './state.ts';
import { placeOf } from './unwind.ts';
import { Closure, noCells } from './closure.ts';
import { Kind, newBag, Obj, plainOf, type Cell, type Value } from './values.ts';

/** Parts of a step that making a function takes. */
const costOfClosure = 96;

/** A new function with the variables it captures from the running one. */
export function makeClosure(state: State, parent: Closure, index: number, base: number): Obj {
  const code = parent.code.functions[index];
  if (code === undefined) throw new Error('no such function');
  const { captures } = code;
  state.charge(96 + 8 * captures.length);
  state.spend(costOfClosure + (captures.length << 4));
  const cells = captures.length === 0 ? noCells : [];
  for (const source of captures) {
    const cell = source < 0 ? parent.cells[~source] : state.registers[base + source];
    cells.push(cell as unknown as Cell);
  }
  return new Obj(Kind.Closure, null, new Closure(code, cells, parent.unit));
}

/** The same new function under the name of a computed key. */
export function named(state: State, value: Obj, key: Value): Obj {
  state.spend(256);
  const { code, cells, unit } = value.data as Closure;
  return new Obj(Kind.Closure, null, new Closure(code.with({ name: toText(key) }), cells, unit));
}

/** `this` of a method; a plain call has none. */
export function thisValue(self: Value, strict: boolean): Value {
  if (self === undefined && !strict) unsupported('unsupported-this');
  return self;
}

/** Reports a variable that is used before its declaration has run. */
export function uninitialised(closure: Closure, pc: number): never {
  const { start, end } = placeOf(closure, pc);
  const name = closure.unit.chunk.source.slice(start, end);
  return raise('ReferenceError', 'used-before-declared', { name });
}

/** All own properties but some, for a rest pattern. */
export function restProperties(state: State, from: Value, without: readonly Value[]): Obj {
  const bag = newBag();
  state.charge(64);
  copyProperties(state, from, bag, new Set(without.map(String)));
  return plainOf(bag);
}
