import { refuseAbsent, refuseAbsentMember } from './absent.ts';
import { hostMember } from './host.ts';
import { indexOfKey, toNumber, toText } from './convert.ts';
import { raise, unsupported } from './errors.ts';
import type { GroupData, HostFunctionData, MethodTable, Native, State } from './state.ts';
import type { Closure } from './closure.ts';
import {
  arrayOf,
  hole,
  isObj,
  itemsOf,
  Kind,
  newBag,
  type Bag,
  type ErrorData,
  type Obj,
  type Value,
} from './values.ts';

const tables: readonly MethodTable[] = [
  'object',
  'array',
  'function',
  'function',
  'function',
  'error',
  'map',
  'set',
  'iterator',
  'object',
  'object',
];

/** Which methods of the library an object has. */
export function tableOf(value: Obj): MethodTable {
  if (value.kind === Kind.Wrapper) return typeof value.data as 'string' | 'number' | 'boolean';
  return tables[value.kind] ?? 'object';
}

/** The text inside of `new String(…)`; null for everything else. */
function wrappedText({ kind, data }: Obj): string | null {
  return kind === Kind.Wrapper && typeof data === 'string' ? data : null;
}

/** True for the properties of a text that nobody can change. */
function isFixedInText(text: string, key: string): boolean {
  const index = indexOfKey(key);
  return key === 'length' || (index >= 0 && index < text.length);
}

/** A method of the library for such a value, undefined if JavaScript has none either. */
function inherited(state: State, table: MethodTable, key: string): Value {
  const { methods } = state.library;
  const method = methods[table][key] ?? methods.object[key];
  if (method === undefined) refuseAbsent(table, key);
  return method;
}

/** `object.key` for a text key. Nothing inherited but the methods of the library. */
export function getProperty(state: State, object: Value, key: string): Value {
  if (isObj(object)) return getOfObject(state, object, key);
  if (object === undefined || object === null) {
    return raise('TypeError', 'nullish-read', { name: key, value: String(object) });
  }
  if (typeof object !== 'string')
    return inherited(state, typeof object as 'number' | 'boolean', key);
  if (key === 'length') return object.length;
  const index = indexOfKey(key);
  return index >= 0 ? object[index] : inherited(state, 'string', key);
}

function getOfObject(state: State, object: Obj, key: string): Value {
  const { bag } = object;
  if (bag !== null) {
    const value = bag[key];
    if (value !== undefined || key in bag) return value;
  }
  const own = ownSpecial(state, object, key);
  if (own !== absent) return own;
  return inherited(state, tableOf(object), key);
}

const absent = Symbol('absent');

/** Own properties that are not in the bag. */
function ownSpecial(state: State, object: Obj, key: string): Value | typeof absent {
  switch (object.kind) {
    case Kind.Array: {
      const items = itemsOf(object);
      if (key === 'length') return items.length;
      const index = indexOfKey(key);
      if (index < 0 || index >= items.length) return absent;
      const item = items[index];
      return item === hole ? absent : item;
    }
    case Kind.Closure: {
      const { code } = object.data as Closure;
      if (key === 'name') return code.name;
      return key === 'length' ? code.length : absent;
    }
    case Kind.Native: {
      const { name, length } = object.data as Native;
      if (key === 'name') return name;
      if (key === 'length') return length;
      refuseAbsentMember(name, key);
      return absent;
    }
    case Kind.Host:
      if (key === 'name') return (object.data as HostFunctionData).name;
      return key === 'length' ? 0 : absent;
    case Kind.Error: {
      const { hidden, type } = object.data as ErrorData;
      if (key in hidden) return hidden[key];
      if (key === 'name') return type;
      return key === 'message' ? '' : absent;
    }
    case Kind.Map:
    case Kind.Set:
      return key === 'size' ? (object.data as Map<Value, Value>).size : absent;
    case Kind.Group:
      return hostMember(state, object.data as GroupData, key);
    case Kind.Namespace:
      refuseAbsentMember(object.data as string, key);
      return absent;
    case Kind.Wrapper: {
      const text = wrappedText(object);
      return text !== null && isFixedInText(text, key) ? getProperty(state, text, key) : absent;
    }
    default:
      return absent;
  }
}

/** `object[key]`. */
export function getKeyed(state: State, object: Value, key: Value): Value {
  if (typeof key === 'number') {
    if (typeof object === 'string') {
      if (Number.isInteger(key) && key >= 0) return object[key];
    } else if (isObj(object) && object.kind === Kind.Array) {
      const items = itemsOf(object);
      if (key >= 0 && key < items.length && Number.isInteger(key)) {
        const item = items[key];
        return item === hole ? undefined : item;
      }
    }
  } else if (isObj(key)) {
    if (object === undefined || object === null) return getProperty(state, object, 'key');
    return state.request('getKeyed', object, key);
  }
  return getProperty(state, object, keyText(state, key));
}

/** So long names, which the host keeps for all rooms, it tells apart by their length: there are never many. */
const [alikeFrom, costOfAlike] = [8000, 1000];

/** ToPropertyKey of a primitive; long keys are charged. */
export function keyText(state: State, key: Value): string {
  const text = toText(key);
  if (text.length > 32) state.spend(2 * text.length);
  if (text.length > alikeFrom) state.work(costOfAlike);
  return text;
}

/** `object.key = value`. */
export function setProperty(
  state: State,
  object: Value,
  key: string,
  value: Value,
  strict: boolean,
): void {
  if (!isObj(object)) return setOfPrimitive(object, key, strict);
  switch (object.kind) {
    case Kind.Array:
      if (setOfArray(state, object, key, value)) return;
      break;
    case Kind.Closure: {
      const { unit } = object.data as Closure;
      if (unit.prelude) unsupported('library-readonly', { name: key });
      if (key === 'name' || key === 'length') return readonly(key, strict);
      if (key === 'prototype' || key === 'caller' || key === 'arguments') {
        unsupported('unsupported-member', { name: key });
      }
      break;
    }
    case Kind.Wrapper: {
      const text = wrappedText(object);
      if (text !== null && isFixedInText(text, key)) return readonly(key, strict);
      break;
    }
    case Kind.Native:
    case Kind.Namespace:
      return unsupported('library-readonly', { name: key });
    case Kind.Group:
    case Kind.Host:
      return raise('TypeError', 'host-readonly', { name: key });
    case Kind.Error: {
      const { hidden } = object.data as ErrorData;
      if (key === 'stack') unsupported('unsupported-member', { name: key });
      if (key in hidden) {
        hidden[key] = value;
        return;
      }
      break;
    }
    case Kind.Map:
    case Kind.Set:
      if (key === 'size') return readonly(key, strict);
      break;
    default:
  }
  setInBag(state, object, key, value);
}

/** Parts of a step that a new property takes: the host makes another shape for its object. */
export const costOfProperty = 256;

function setInBag(state: State, object: Obj, key: string, value: Value): void {
  let { bag } = object;
  if (bag === null) {
    state.charge(48);
    bag = newBag();
    object.bag = bag;
  }
  if (!(key in bag)) {
    if (key === '__proto__') unsupported('unsupported-member', { name: key });
    state.charge(key.length > 32 ? 32 + 2 * key.length : 32);
    state.spend(costOfProperty);
  }
  bag[key] = value;
}

function setOfPrimitive(object: Value, key: string, strict: boolean): void {
  if (object === undefined || object === null) {
    raise('TypeError', 'nullish-write', { name: key, value: String(object) });
  }
  if (key === '__proto__') unsupported('unsupported-member', { name: key });
  if (strict) raise('TypeError', 'primitive-write', { name: key });
}

/** Writing to a read-only property is an error in strict mode and does nothing otherwise. */
function readonly(key: string, strict: boolean): void {
  if (strict) raise('TypeError', 'property-readonly', { name: key });
}

/** True when the key was an index or `length`. */
function setOfArray(state: State, array: Obj, key: string, value: Value): boolean {
  if (key === 'length') {
    if (isObj(value)) unsupported('unsupported-member', { name: key });
    setLength(state, array, toNumber(state, value));
    return true;
  }
  const index = indexOfKey(key);
  // In JavaScript it would decide what kind of array its methods make.
  if (key === 'constructor') unsupported('unsupported-member', { name: key });
  if (index < 0) return false;
  setIndex(state, array, index, value);
  return true;
}

/** Writes an item, growing the array; absent items between are charged like others. */
export function setIndex(state: State, array: Obj, index: number, value: Value): void {
  const items = itemsOf(array);
  if (index > items.length) {
    state.chargeItems(index + 1 - items.length);
    while (items.length < index) items.push(hole);
  }
  if (index === items.length) {
    state.charge(8);
    items.push(value);
  } else items[index] = value;
}

/** `array.length = length`. */
export function setLength(state: State, array: Obj, length: number): void {
  if (length >>> 0 !== length) raise('RangeError', 'bad-array-length', { length: String(length) });
  const items = itemsOf(array);
  if (length > items.length) {
    state.chargeItems(length - items.length);
    while (items.length < length) items.push(hole);
  } else items.length = length;
}

/** `object[key] = value`; answers `pending` when the key has to be made a text by the program. */
export function setKeyed(
  state: State,
  object: Value,
  key: Value,
  value: Value,
  strict: boolean,
): Value {
  if (isObj(key)) {
    if (object === undefined || object === null) setOfPrimitive(object, 'key', strict);
    return state.request('setKeyed', object, key, value, strict);
  }
  if (typeof key === 'number' && isObj(object) && object.kind === Kind.Array) {
    if (key >= 0 && key < 0xffffffff && Number.isInteger(key)) {
      setIndex(state, object, key, value);
      return undefined;
    }
  }
  return setNamed(state, object, keyText(state, key), value, strict);
}

/** Like `setProperty`; an object as the new length of an array is made a number first. */
export function setNamed(
  state: State,
  object: Value,
  key: string,
  value: Value,
  strict: boolean,
): Value {
  if (key === 'length' && isObj(value) && isObj(object) && object.kind === Kind.Array) {
    return state.request('setLength', object, value);
  }
  setProperty(state, object, key, value, strict);
  return undefined;
}

/** `delete object[key]`. */
export function deleteKeyed(state: State, object: Value, key: Value, strict: boolean): Value {
  if (object === undefined || object === null) {
    const name = isObj(key) ? 'key' : toText(key);
    return raise('TypeError', 'nullish-delete', { name, value: String(object) });
  }
  if (isObj(key)) return state.request('deleteKeyed', object, key, strict);
  const name = keyText(state, key);
  // The host keeps objects that lose properties in tables, where every name is slow.
  state.work(2);
  const gone = isObj(object) ? deleteOfObject(object, name) : deleteOfText(object, name);
  if (!gone && strict) raise('TypeError', 'property-readonly', { name });
  return gone;
}

function deleteOfText(object: Value, key: string): boolean {
  if (typeof object !== 'string') return true;
  return !isFixedInText(object, key);
}

function deleteOfObject(object: Obj, key: string): boolean {
  switch (object.kind) {
    case Kind.Array: {
      if (key === 'length') return false;
      const items = itemsOf(object);
      const index = indexOfKey(key);
      if (index >= 0 && index < items.length) {
        items[index] = hole;
        return true;
      }
      break;
    }
    case Kind.Closure:
      if ((object.data as Closure).unit.prelude) unsupported('library-readonly', { name: key });
      if (key === 'name' || key === 'length') unsupported('unsupported-delete', { name: key });
      break;
    case Kind.Native:
    case Kind.Namespace:
      return unsupported('library-readonly', { name: key });
    case Kind.Group:
    case Kind.Host:
      return raise('TypeError', 'host-readonly', { name: key });
    case Kind.Wrapper: {
      const text = wrappedText(object);
      if (text !== null && isFixedInText(text, key)) return false;
      break;
    }
    case Kind.Error:
      delete (object.data as ErrorData).hidden[key];
      break;
    default:
  }
  if (object.bag !== null) delete object.bag[key];
  return true;
}

/** True when the object has the property itself. */
export function hasOwn(object: Obj, key: string): boolean {
  if (object.bag !== null && key in object.bag) return true;
  switch (object.kind) {
    case Kind.Array: {
      const items = itemsOf(object);
      const index = indexOfKey(key);
      return key === 'length' || (index >= 0 && index < items.length && items[index] !== hole);
    }
    case Kind.Error:
      return key in (object.data as ErrorData).hidden;
    case Kind.Closure:
    case Kind.Native:
    case Kind.Host:
      return key === 'name' || key === 'length';
    case Kind.Wrapper: {
      const text = wrappedText(object);
      return text !== null && isFixedInText(text, key);
    }
    case Kind.Group:
      return Object.hasOwn((object.data as GroupData).members, key);
    default:
      return false;
  }
}

/** `key in object`: own properties and the methods of the library. */
export function hasKeyed(state: State, object: Obj, key: string): boolean {
  if (hasOwn(object, key)) return true;
  if (object.kind === Kind.Group) return false;
  if (object.kind === Kind.Error && (key === 'name' || key === 'message')) return true;
  if ((object.kind === Kind.Map || object.kind === Kind.Set) && key === 'size') return true;
  if (object.kind === Kind.Native) refuseAbsentMember((object.data as Native).name, key);
  return inherited(state, tableOf(object), key) !== undefined;
}

/** Own enumerable keys in JavaScript's order. Charged by their number. */
export function ownKeys(state: State, object: Value): string[] {
  if (typeof object === 'string') {
    state.chargeItems(object.length * 3);
    return Array.from({ length: object.length }, (_, i) => String(i));
  }
  if (!isObj(object)) return [];
  if (object.kind === Kind.Group) return Object.keys((object.data as GroupData).members);
  if (object.kind === Kind.Native || object.kind === Kind.Namespace) return [];
  const text = wrappedText(object);
  const keys = text === null ? [] : ownKeys(state, text);
  if (object.kind === Kind.Array) {
    const items = itemsOf(object);
    state.chargeItems(items.length * 3);
    for (let i = 0; i < items.length; i++) if (items[i] !== hole) keys.push(String(i));
  }
  if (object.bag !== null) {
    const named = Object.keys(object.bag);
    state.chargeItems(named.length);
    for (const key of named) keys.push(key);
  }
  return keys;
}

/** Copies own enumerable properties into a bag, without some keys. Charged by their number. */
export function copyProperties(
  state: State,
  from: Value,
  into: Bag,
  without: ReadonlySet<string> | null,
): void {
  const keys = ownKeys(state, from);
  state.work(keys.length);
  for (const key of keys) {
    if (without?.has(key) === true) continue;
    state.charge(32);
    into[key] = getProperty(state, from, key);
  }
}

/** The own enumerable keys as an array of the program. */
export function keysArray(state: State, object: Value): Obj {
  return arrayOf(ownKeys(state, object));
}
