import { power } from '../library/math/power.ts';
import { toNumber, toText } from './convert.ts';
import { raise, unsupported } from './errors.ts';
import { hasKeyed, keyText } from './properties.ts';
import type { Native, State } from './state.ts';
import { isCallable, isObj, Kind, type ErrorData, type Obj, type Value } from './values.ts';

/** `a + b` of values that are not two numbers. */
export function add(state: State, a: Value, b: Value): Value {
  if (isObj(a) || isObj(b)) return state.request('add', a, b);
  if (typeof a === 'string' || typeof b === 'string') return concat(state, toText(a), toText(b));
  return toNumber(state, a) + toNumber(state, b);
}

/** Two texts joined, charged before (L6). */
export function concat(state: State, a: string, b: string): string {
  const length = a.length + b.length;
  if (length > 0x1fffffe0) state.chargeText(length);
  state.charge(24 + 2 * length);
  // Joining is quick; whoever reads the text first copies it together.
  if (length > 64) state.spend(length >> 2);
  return a + b;
}

/** Arithmetic and bitwise operators except `+`, of values that are not two numbers. */
export function arithmetic(state: State, operator: string, a: Value, b: Value): Value {
  if (isObj(a) || isObj(b)) return state.request('binary', operator, a, b);
  return calculate(operator, toNumber(state, a), toNumber(state, b));
}

/** An operator on two numbers. */
export function calculate(operator: string, x: number, y: number): number {
  switch (operator) {
    case '-':
      return x - y;
    case '*':
      return x * y;
    case '/':
      return x / y;
    case '%':
      return x % y;
    case '**':
      return power(x, y);
    case '&':
      return x & y;
    case '|':
      return x | y;
    case '^':
      return x ^ y;
    case '<<':
      return x << y;
    case '>>':
      return x >> y;
    case '>>>':
      return x >>> y;
    default:
      throw new Error(`no operator ${operator}`);
  }
}

/** A relational operator on values that are not two numbers. */
export function relate(state: State, operator: string, a: Value, b: Value): Value {
  if (isObj(a) || isObj(b)) return state.request('relate', operator, a, b);
  if (typeof a === 'string' && typeof b === 'string') {
    const length = Math.min(a.length, b.length);
    if (length > 32) state.spend(length);
    return compare(operator, a, b);
  }
  return compare(operator, toNumber(state, a), toNumber(state, b));
}

function compare<T extends string | number>(operator: string, x: T, y: T): boolean {
  if (operator === '<') return x < y;
  if (operator === '<=') return x <= y;
  if (operator === '>') return x > y;
  return x >= y;
}

/** `a === b`; long texts are charged. */
export function strictEquals(state: State, a: Value, b: Value): boolean {
  if (typeof a === 'string' && typeof b === 'string') {
    if (a.length !== b.length) return false;
    if (a.length > 32) state.spend(a.length >> 1);
  }
  return a === b;
}

/** `a == b`. */
export function looseEquals(state: State, a: Value, b: Value): Value {
  if (typeof a === typeof b || a === null || b === null) {
    if ((a ?? null) === null) return (b ?? null) === null;
    return strictEquals(state, a, b);
  }
  if (a === undefined || b === undefined) return false;
  if (isObj(a) || isObj(b)) return state.request('looseEquals', a, b);
  return toNumber(state, a) === toNumber(state, b);
}

/** `key in object`. */
export function isIn(state: State, key: Value, object: Value): Value {
  if (!isObj(object)) raise('TypeError', 'in-needs-object', { value: toText(object) });
  if (isObj(key)) return state.request('isIn', key, object);
  return hasKeyed(state, object, keyText(state, key));
}

/** `value instanceof type` for the types of the library. */
export function instanceOf(value: Value, type: Value): boolean {
  if (!isObj(type)) raise('TypeError', 'instanceof-needs-function');
  if (!isCallable(type)) raise('TypeError', 'instanceof-needs-function');
  if (!isObj(value)) return false;
  if (type.kind === Kind.Closure) unsupported('unsupported-instanceof');
  if (type.kind !== Kind.Native) return raise('TypeError', 'instanceof-needs-type');
  const { name, make } = type.data as Native;
  if (make === undefined) return raise('TypeError', 'instanceof-needs-type');
  return isInstance(value, name);
}

function isInstance(value: Obj, name: string): boolean {
  switch (name) {
    case 'Object':
      return value.kind !== Kind.Internal;
    case 'Array':
      return value.kind === Kind.Array;
    case 'Map':
      return value.kind === Kind.Map;
    case 'Set':
      return value.kind === Kind.Set;
    case 'String':
    case 'Number':
    case 'Boolean':
      return value.kind === Kind.Wrapper && typeof value.data === name.toLowerCase();
    case 'Error':
      return value.kind === Kind.Error;
    default:
      return value.kind === Kind.Error && (value.data as ErrorData).type === name;
  }
}

/** Unary operators that need a number. */
export function unary(state: State, operator: string, value: Value): Value {
  if (isObj(value)) return state.request('unary', operator, value);
  const number = toNumber(state, value);
  switch (operator) {
    case '-':
      return -number;
    case '~':
      return ~number;
    case '++':
      return number + 1;
    case '--':
      return number - 1;
    default:
      return number;
  }
}
