import { toInteger, toNumber, toText } from '../run/convert.ts';
import { raise } from '../run/errors.ts';
import type { NativeFunction, State } from '../run/state.ts';
import { unwrap, type Bag, type Obj, type Value } from '../run/values.ts';
import { add, native, wrongSelf } from './define.ts';
import { radixText } from './radix.ts';

function selfNumber(self: Value): number {
  const number = unwrap(self);
  return typeof number === 'number' ? number : wrongSelf(null);
}

function digitsOf(state: State, value: Value, least: number, most: number): number {
  const digits = toInteger(state, value);
  if (digits < least || digits > most) {
    raise('RangeError', 'bad-digits', { digits: String(digits), least, most });
  }
  state.spend(digits << 4);
  return digits;
}

/** Methods of numbers. */
export function defineNumber(table: Bag): void {
  add(
    table,
    native('toString', 1, 'n', (state, self, args, at) => {
      const number = selfNumber(self);
      const radix = args[at] === undefined ? 10 : toInteger(state, args[at]);
      if (radix < 2 || radix > 36)
        return raise('RangeError', 'bad-radix', { radix: String(radix) });
      if (radix === 10) return String(number);
      state.work(4);
      const text = radixText(number, radix);
      // At most 1,100 digits, so that the work may be paid for when it is known.
      state.work(text.length >> 5);
      return text;
    }),
    native('valueOf', 0, '', (_state, self) => selfNumber(self)),
    native('toFixed', 1, 'n', (state, self, args, at) => {
      const number = selfNumber(self);
      return number.toFixed(digitsOf(state, args[at], 0, 100));
    }),
    native('toExponential', 1, 'n', (state, self, args, at) => {
      const number = selfNumber(self);
      const given = args[at] === undefined ? undefined : toInteger(state, args[at]);
      if (!Number.isFinite(number)) return String(number);
      return number.toExponential(given === undefined ? given : digitsOf(state, given, 0, 100));
    }),
    native('toPrecision', 1, 'n', (state, self, args, at) => {
      const number = selfNumber(self);
      if (args[at] === undefined) return String(number);
      const digits = toInteger(state, args[at]);
      if (!Number.isFinite(number)) return String(number);
      return number.toPrecision(digitsOf(state, digits, 1, 100));
    }),
  );
}

/**
 * `parseInt`. Where there are more digits than a double holds, JavaScript lets engines approximate in
 * most bases; here the digits are taken in groups always, as in the engine of Chrome and Node (L5).
 */
function wholeNumber(state: State, text: string, base: number): number {
  const approximate = Number.parseInt(text, base);
  const size = Math.abs(approximate);
  if (Number.isNaN(size) || size <= Number.MAX_SAFE_INTEGER) return approximate;
  const [, sign, rest = ''] = /^\s*([+-]?)(.*)/su.exec(text) ?? [];
  const radix = Math.trunc(base) | 0;
  // In base ten and where every digit is some bits, the nearest double is the only right answer.
  if (radix === 0 || radix === 10 || (radix & (radix - 1)) === 0) return approximate;
  state.spend(rest.length << 6);
  const value = inGroups(rest.replace(/^0+/, ''), radix);
  return sign === '-' ? -value : value;
}

/** The value of the digits a text begins with, rounded after each group of them that fits 32 bits. */
function inGroups(text: string, radix: number): number {
  const most = Math.floor(0xffffffff / 36);
  let value = 0;
  let group = 0;
  let weight = 1;
  for (let i = 0; i < text.length && value < Infinity; i++) {
    const digit = Number.parseInt(text.charAt(i), radix);
    if (Number.isNaN(digit)) break;
    if (weight * radix > most) {
      value = value * weight + group;
      group = 0;
      weight = 1;
    }
    group = group * radix + digit;
    weight *= radix;
  }
  return value * weight + group;
}

/** Members of `Number` and the global functions of numbers. */
export function defineNumberStatics(bag: Bag, globals: Map<string, Value>): void {
  const test = (name: string, holds: (value: Value) => boolean): Obj =>
    native(name, 1, '', (_state, _self, args, at, count) => count > 0 && holds(args[at]));
  const fixed = {
    EPSILON: Number.EPSILON,
    MAX_VALUE: Number.MAX_VALUE,
    MIN_VALUE: Number.MIN_VALUE,
    MAX_SAFE_INTEGER: Number.MAX_SAFE_INTEGER,
    MIN_SAFE_INTEGER: Number.MIN_SAFE_INTEGER,
    NaN: Number.NaN,
    POSITIVE_INFINITY: Number.POSITIVE_INFINITY,
    NEGATIVE_INFINITY: Number.NEGATIVE_INFINITY,
  };
  Object.assign(bag, fixed);
  const parse = native('parseFloat', 1, 's', (state, _self, args, at) => {
    const text = toText(args[at]);
    state.spend(text.length << 4);
    return Number.parseFloat(text);
  });
  const parseWhole = native('parseInt', 2, 'sn', (state, _self, args, at) => {
    const text = toText(args[at]);
    state.spend(text.length << 4);
    return wholeNumber(state, text, toNumber(state, args[at + 1]));
  });
  add(
    bag,
    test('isFinite', Number.isFinite),
    test('isInteger', Number.isInteger),
    test('isNaN', Number.isNaN),
    test('isSafeInteger', Number.isSafeInteger),
    parse,
    parseWhole,
  );
  globals.set('parseFloat', parse);
  globals.set('parseInt', parseWhole);
  const numeric = (name: string, holds: (value: number) => boolean): void => {
    const fn = native(name, 1, 'n', (state, _self, args, at) => holds(toNumber(state, args[at])));
    globals.set(name, fn);
  };
  numeric('isNaN', Number.isNaN);
  numeric('isFinite', Number.isFinite);
}

/** `Number(value)`. */
export const makeNumber: NativeFunction = (state, _self, args, at, count) =>
  count === 0 ? 0 : toNumber(state, args[at]);
