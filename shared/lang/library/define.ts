import type { Native, NativeFunction, State } from '../run/state.ts';
import { raise, unsupported } from '../run/errors.ts';
import {
  isArray,
  isObj,
  itemsOf,
  Kind,
  newBag,
  Obj,
  unwrap,
  type Bag,
  type Value,
} from '../run/values.ts';

/** A function of the library as a value. `kinds` as in `Native`. */
export function native(
  name: string,
  length: number,
  kinds: string,
  fn: NativeFunction,
  make?: NativeFunction,
): Obj {
  const params = Math.max(length, kinds.replace('*', '').length);
  const base = { name, length, params, kinds, fn };
  const data: Native = make === undefined ? base : { ...base, make };
  return new Obj(Kind.Native, newBag(), data);
}

/** Adds functions to a table under their own names. */
export function add(table: Bag, ...functions: Obj[]): void {
  for (const fn of functions) table[(fn.data as Native).name] = fn;
}

/** The items of `this`, which has to be an array. */
export function selfItems(self: Value): Value[] {
  if (isArray(self)) return itemsOf(self);
  return wrongSelf(self);
}

/** `this` as a text; other primitives become one, as in JavaScript. */
export function selfText(self: Value): string {
  if (typeof self === 'string') return self;
  const inner = unwrap(self);
  if (typeof inner === 'string') return inner;
  if (self === undefined || self === null || isObj(self)) return wrongSelf(self);
  return String(self);
}

/** A method taken off its object, as in `const f = [].push; f(1)`. */
export function wrongSelf(self: Value): never {
  if (!isObj(self)) return raise('TypeError', 'method-without-object');
  return unsupported('unsupported-generic');
}

/** An item that may be absent. */
export function charged(state: State, items: Value[]): Value[] {
  state.chargeItems(items.length);
  return items;
}
