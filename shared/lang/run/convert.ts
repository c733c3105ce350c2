import { raise } from './errors.ts';
import type { State } from './state.ts';
import { isObj, itemsOf, Kind, type ErrorData, type Obj, type Value } from './values.ts';

/** ToBoolean. */
export function truthy(value: Value): boolean {
  if (typeof value === 'object') return value !== null;
  return Boolean(value);
}

/** ToNumber of a primitive. Texts are charged by their length. */
export function toNumber(state: State, value: Value): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') {
    if (value.length > 8) state.spend(value.length << 4);
    return Number(value);
  }
  if (isObj(value)) throw new Error('an object was not made primitive');
  if (value === undefined) return Number.NaN;
  return Number(value);
}

/** ToString of a primitive. */
export function toText(value: Value): string {
  if (isObj(value)) throw new Error('an object was not made primitive');
  return String(value);
}

/** ToIntegerOrInfinity of a primitive. */
export function toInteger(state: State, value: Value): number {
  const number = toNumber(state, value);
  return Number.isNaN(number) ? 0 : Math.trunc(number) + 0;
}

/** A position relative to the end when negative, kept within 0 and `length`. */
export function toOffset(state: State, value: Value, length: number, missing: number): number {
  if (value === undefined) return missing;
  const offset = toInteger(state, value);
  return offset < 0 ? Math.max(0, length + offset) : Math.min(offset, length);
}

/** Canonical array index of a property key; −1 for other keys. */
export function indexOfKey(key: string): number {
  const first = key.charCodeAt(0);
  if (!(first >= 48 && first <= 57) || key.length > 10 || !/^\d+$/.test(key)) return -1;
  const number = Number(key);
  return String(number) === key && number < 0xffffffff && Number.isInteger(number) ? number : -1;
}

/** Text of a value for messages: short and never failing. */
export function describe(value: Value): string {
  if (typeof value === 'string') return JSON.stringify(shorten(value));
  if (!isObj(value)) return String(value);
  switch (value.kind) {
    case Kind.Array:
      return `array of ${itemsOf(value).length}`;
    case Kind.Closure:
    case Kind.Native:
    case Kind.Host:
      return 'function';
    case Kind.Error:
      return (value.data as ErrorData).type;
    case Kind.Map:
      return 'Map';
    case Kind.Set:
      return 'Set';
    default:
      return 'object';
  }
}

/** At most 40 characters of a text. */
export function shorten(text: string): string {
  return text.length > 40 ? detach(`${text.slice(0, 39)}…`, text) : text;
}

/** SameValue, as `Object.is`. */
export function sameValue(a: Value, b: Value): boolean {
  return Object.is(a, b);
}

/** SameValueZero without the host hashing anything. */
export function sameValueZero(a: Value, b: Value): boolean {
  return a === b || (a !== a && b !== b);
}

/** A plain copy of a long text's part, which does not keep the long text alive in the host. */
export function detach(part: string, whole: string): string {
  if (whole.length <= 256 || part.length < 13 || part.length === whole.length) return part;
  return (' ' + part).slice(1);
}

/** Throws when a value is null or undefined. */
export function requireObject(value: Value): void {
  if (value === undefined || value === null) {
    raise('TypeError', 'nullish-destructure', { value: String(value) });
  }
}

/** The error data of an object that is an error. */
export function errorData(value: Obj): ErrorData {
  return value.data as ErrorData;
}
