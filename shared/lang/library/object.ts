import { costOfProperty, getProperty, ownKeys, setProperty } from '../run/properties.ts';
import { raise } from '../run/errors.ts';
import type { NativeFunction, State } from '../run/state.ts';
import { arrayOf, isObj, Kind, newBag, Obj, plainOf, type Bag, type Value } from '../run/values.ts';
import { add, native } from './define.ts';

function needObject(value: Value): void {
  if (value === undefined || value === null) {
    raise('TypeError', 'nullish-object', { value: String(value) });
  }
}

/** Members of `Object` (L2). */
export function defineObjectStatics(bag: Bag): void {
  add(
    bag,
    native('keys', 1, '', (state, _self, args, at) => {
      needObject(args[at]);
      return arrayOf(ownKeys(state, args[at]));
    }),
    native('values', 1, '', (state, _self, args, at) => {
      needObject(args[at]);
      const keys = ownKeys(state, args[at]);
      state.spend(keys.length << 7);
      return arrayOf(keys.map((key) => getProperty(state, args[at], key)));
    }),
    native('entries', 1, '', (state, _self, args, at) => {
      needObject(args[at]);
      const keys = ownKeys(state, args[at]);
      state.charge(80 * keys.length);
      state.spend(keys.length << 8);
      return arrayOf(keys.map((key) => arrayOf([key, getProperty(state, args[at], key)])));
    }),
    native('assign', 2, '', (state, _self, args, at, count) => {
      const target = args[at];
      needObject(target);
      const object = isObj(target) ? target : wrapped(state, target);
      for (let i = 1; i < count; i++) assignFrom(state, object, args[at + i]);
      return object;
    }),
  );
}

function assignFrom(state: State, target: Value, source: Value): void {
  const keys = ownKeys(state, source);
  state.work(keys.length);
  for (const key of keys) {
    const value = getProperty(state, source, key);
    setProperty(state, target, key, value, true);
  }
}

/** `Object()` and `new Object()`: an empty object, or the object itself. */
export const makeObject: NativeFunction = (state, _self, args, at, count) => {
  const value = args[at];
  if (count > 0 && isObj(value)) return value;
  if (count > 0 && value !== undefined && value !== null) return wrapped(state, value);
  state.charge(64);
  return plainOf(newBag());
};

/** An object around a primitive. */
export function wrapped(state: State, value: Value): Obj {
  state.charge(96);
  return new Obj(Kind.Wrapper, newBag(), value);
}

/** Adds an entry of `Object.fromEntries`. */
export function addEntry(state: State, object: Value, key: string, value: Value): void {
  if (!isObj(object) || object.bag === null) return;
  state.charge(32 + 2 * key.length);
  state.spend(costOfProperty);
  object.bag[key] = value;
}
