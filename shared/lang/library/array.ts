import { sameValueZero, toInteger, toOffset, toText } from '../run/convert.ts';
import { raise } from '../run/errors.ts';
import { makeIterator } from '../run/iterators.ts';
import { strictEquals } from '../run/operators.ts';
import { setLength } from '../run/properties.ts';
import type { NativeFunction, State } from '../run/state.ts';
import { arrayOf, hole, isArray, isObj, itemsOf, type Bag, type Value } from '../run/values.ts';
import { add, native, selfItems } from './define.ts';

const present = (item: Value): Value => (item === hole ? undefined : item);

/** Methods of arrays that call nothing of the program. */
export function defineArray(table: Bag): void {
  add(
    table,
    native('at', 1, 'n', (state, self, args, at) => {
      const items = selfItems(self);
      const offset = toInteger(state, args[at]);
      return present(items[offset < 0 ? items.length + offset : offset]);
    }),
    native('push', 1, '', (state, self, args, at, count) => {
      const items = selfItems(self);
      state.charge(8 * count);
      for (let i = 0; i < count; i++) items.push(args[at + i]);
      return items.length;
    }),
    native('pop', 0, '', (_state, self) => present(selfItems(self).pop())),
    native('shift', 0, '', (state, self) => {
      const items = selfItems(self);
      state.work(items.length >> 8);
      return present(items.shift());
    }),
    native('unshift', 1, '', (state, self, args, at, count) => {
      const items = selfItems(self);
      state.charge(8 * count);
      state.work((items.length >> 8) + (count >> 3));
      insert(items, 0, args.slice(at, at + count));
      return items.length;
    }),
    native('slice', 2, 'nn', (state, self, args, at) => {
      const items = selfItems(self);
      const from = toOffset(state, args[at], items.length, 0);
      const to = toOffset(state, args[at + 1], items.length, items.length);
      state.chargeItems(Math.max(0, to - from));
      return arrayOf(items.slice(from, to));
    }),
    native('splice', 2, 'nn', splice),
    native('toSpliced', 2, 'nn', (state, self, args, at, count) => {
      const items = selfItems(self);
      state.chargeItems(items.length);
      const copy = arrayOf(items.map(present));
      splice(state, copy, args, at, count);
      return copy;
    }),
    native('concat', 1, '', concat),
    native('reverse', 0, '', (state, self) => {
      const items = selfItems(self);
      state.work(items.length >> 4);
      items.reverse();
      return self;
    }),
    native('toReversed', 0, '', (state, self) => {
      const items = selfItems(self);
      state.chargeItems(items.length);
      return arrayOf(items.map(present).reverse());
    }),
    native('fill', 1, 'vnn', (state, self, args, at) => {
      const items = selfItems(self);
      const from = toOffset(state, args[at + 1], items.length, 0);
      const to = toOffset(state, args[at + 2], items.length, items.length);
      state.work(Math.max(0, to - from) >> 3);
      items.fill(args[at], from, to);
      return self;
    }),
    native('with', 2, 'nv', (state, self, args, at) => {
      const items = selfItems(self);
      const offset = toInteger(state, args[at]);
      const index = offset < 0 ? items.length + offset : offset;
      if (!(index >= 0 && index < items.length)) {
        return raise('RangeError', 'index-out-of-range', { index: String(offset) });
      }
      state.chargeItems(items.length);
      const copy = items.map(present);
      copy[index] = args[at + 1];
      return arrayOf(copy);
    }),
  );
  defineSearch(table);
  defineIterators(table);
}

/**
 * Where a number stands in an array from a position on, −1 if nowhere. The host searches, since only
 * numbers equal numbers; charged like a search item by item.
 */
function indexOfNumber(state: State, items: Value[], wanted: number, from: number): number {
  const index = items.indexOf(wanted, from);
  const seen = index < 0 ? items.length : index + 1;
  state.work((seen >> 3) - (from >> 3));
  return index;
}

function defineSearch(table: Bag): void {
  add(
    table,
    native('includes', 1, 'vn', (state, self, args, at) => {
      const items = selfItems(self);
      if (items.length === 0) return false;
      const wanted = args[at];
      const from = toOffset(state, args[at + 1], items.length, 0);
      if (typeof wanted === 'number' && !Number.isNaN(wanted)) {
        return indexOfNumber(state, items, wanted, from) >= 0;
      }
      for (let i = from; i < items.length; i++) {
        if ((i & 15) === 15) state.work(1);
        const item = present(items[i]);
        const same = typeof item === 'string' ? strictEquals(state, item, wanted) : null;
        if (same ?? sameValueZero(item, wanted)) return true;
      }
      return false;
    }),
    native('indexOf', 1, 'vn', (state, self, args, at) => {
      const items = selfItems(self);
      if (items.length === 0) return -1;
      const wanted = args[at];
      const from = toOffset(state, args[at + 1], items.length, 0);
      if (typeof wanted === 'number') return indexOfNumber(state, items, wanted, from);
      for (let i = from; i < items.length; i++) {
        if ((i & 15) === 15) state.work(1);
        if (items[i] !== hole && strictEquals(state, items[i], wanted)) return i;
      }
      return -1;
    }),
    native('lastIndexOf', 1, 'vn', (state, self, args, at, count) => {
      const items = selfItems(self);
      if (items.length === 0) return -1;
      let i = items.length - 1;
      if (count > 1) {
        const from = toInteger(state, args[at + 1]);
        i = from < 0 ? items.length + from : Math.min(from, i);
      }
      const wanted = args[at];
      if (typeof wanted === 'number') {
        const index = i < 0 ? -1 : items.lastIndexOf(wanted, i);
        state.work(Math.max(0, ((i + 1) >> 3) - (Math.max(0, index) >> 3)));
        return index;
      }
      for (; i >= 0; i--) {
        if ((i & 15) === 15) state.work(1);
        if (items[i] !== hole && strictEquals(state, items[i], wanted)) return i;
      }
      return -1;
    }),
    native('join', 1, 's', (state, self, args, at) => {
      const separator = args[at] === undefined ? ',' : toText(args[at]);
      const items = selfItems(self);
      state.work(items.length >> 6);
      if (items.some((item) => isObj(item) && item !== hole)) {
        return state.request('joinObjects', self, separator);
      }
      return joinTexts(state, items, separator);
    }),
  );
}

/** Joins primitives; absent, null and undefined ones are empty. */
export function joinTexts(state: State, items: readonly Value[], separator: string): string {
  let length = separator.length * Math.max(0, items.length - 1);
  const parts: string[] = [];
  state.work(items.length >> 3);
  for (const item of items) {
    const empty = item === hole || item === undefined || item === null;
    const part = empty ? '' : toText(item);
    length += part.length;
    parts.push(part);
  }
  state.chargeText(length);
  return parts.join(separator);
}

function splice(state: State, self: Value, args: Value[], at: number, count: number): Value {
  const items = selfItems(self);
  const from = toOffset(state, args[at], items.length, 0);
  let remove = 0;
  if (count === 1) remove = items.length - from;
  else if (count > 1) {
    remove = Math.min(Math.max(toInteger(state, args[at + 1]), 0), items.length - from);
  }
  const added = count > 2 ? args.slice(at + 2, at + count) : [];
  state.chargeItems(remove + added.length);
  state.work(items.length >> 8);
  const removed = items.splice(from, remove);
  insert(items, from, added);
  return arrayOf(removed);
}

/** How many arguments a call of the host gets at most: they all lie on its stack. */
const mostArguments = 1000;

/** Puts values into an array at an offset. */
function insert(items: Value[], offset: number, values: readonly Value[]): void {
  for (let end = values.length; end > 0; end -= mostArguments) {
    items.splice(offset, 0, ...values.slice(Math.max(0, end - mostArguments), end));
  }
}

const concat: NativeFunction = (state, self, args, at, count) => {
  const result: Value[] = [];
  const parts: Value[] = [arrayOf(selfItems(self)), ...args.slice(at, at + count)];
  state.charge(64);
  for (const part of parts) {
    if (isArray(part)) {
      const items = itemsOf(part);
      state.chargeItems(items.length);
      for (const item of items) result.push(item);
    } else {
      state.charge(8);
      result.push(part);
    }
  }
  return arrayOf(result);
};

function defineIterators(table: Bag): void {
  for (const kind of ['keys', 'values', 'entries'] as const) {
    add(
      table,
      native(kind, 0, '', (state, self) => {
        selfItems(self);
        return makeIterator(state, 'Array Iterator', kind, isObj(self) ? self : null);
      }),
    );
  }
}

/** `Array(…)` and `new Array(…)`. */
export const makeArray: NativeFunction = (state, _self, args, at, count) => {
  const first = args[at];
  if (count === 1 && typeof first === 'number') {
    const array = arrayOf([]);
    setLength(state, array, first);
    return array;
  }
  state.chargeItems(count);
  return arrayOf(args.slice(at, at + count));
};
