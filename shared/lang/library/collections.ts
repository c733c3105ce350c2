import { raise } from '../run/errors.ts';
import {
  advance,
  iteratorOf,
  MapData,
  mapIterator,
  mapOf,
  SetData,
  setIterator,
  setOf,
} from '../run/iterators.ts';
import { getKeyed } from '../run/properties.ts';
import type { NativeFunction, State } from '../run/state.ts';
import { hole, isObj, Kind, newBag, Obj, plainOf, type Bag, type Value } from '../run/values.ts';
import { add, native, wrongSelf } from './define.ts';

function checkedMap(self: Value): Obj {
  return isObj(self) && self.kind === Kind.Map ? self : wrongSelf(null);
}

function checkedSet(self: Value): Obj {
  return isObj(self) && self.kind === Kind.Set ? self : wrongSelf(null);
}

const selfMap = (self: Value): MapData => mapOf(checkedMap(self));
const selfSet = (self: Value): SetData => setOf(checkedSet(self));

/** Deletes a key; the host keeps its place for a while. */
function remove(state: State, data: MapData | SetData, key: Value): boolean {
  const found = data.delete(chargeKey(state, key, data.size));
  if (found) {
    data.gone++;
    data.changes++;
  }
  return found;
}

/**
 * Looking up a long text reads it. Numbers can be chosen such that the host keeps all of them in one
 * place and looks through them one by one; among small ones there are never many of that kind.
 */
function chargeKey(state: State, key: Value, size: number): Value {
  if (typeof key === 'string') {
    if (key.length > 32) state.spend(2 * key.length);
  } else if (typeof key === 'number') {
    const small = key >= 0 && key < 16_384 && Number.isInteger(key);
    state.spend(costOfLike * (small ? Math.min(size, 64) : size));
  }
  return key;
}

/** Parts of a step for each key that may be in the same place. */
const costOfLike = 3;

function put(state: State, map: MapData, key: Value, value: Value): void {
  if (!map.has(chargeKey(state, key, map.size))) {
    state.charge(48);
    map.changes++;
  }
  map.set(key, value);
}

function include(state: State, set: SetData, value: Value): void {
  if (!set.has(chargeKey(state, value, set.size))) {
    state.charge(40);
    set.changes++;
  }
  set.add(value);
}

/** Methods of maps. */
export function defineMap(table: Bag): void {
  add(
    table,
    native('get', 1, '', (state, self, args, at) => {
      const data = selfMap(self);
      return data.get(chargeKey(state, args[at], data.size));
    }),
    native('has', 1, '', (state, self, args, at) => {
      const data = selfMap(self);
      return data.has(chargeKey(state, args[at], data.size));
    }),
    native('set', 2, '', (state, self, args, at) => {
      put(state, selfMap(self), args[at], args[at + 1]);
      return self;
    }),
    native('delete', 1, '', (state, self, args, at) => remove(state, selfMap(self), args[at])),
    native('clear', 0, '', (_state, self) => {
      const data = selfMap(self);
      data.clear();
      data.changes++;
      return undefined;
    }),
    native('keys', 0, '', (state, self) => mapIterator(state, checkedMap(self), 'keys')),
    native('values', 0, '', (state, self) => mapIterator(state, checkedMap(self), 'values')),
    native('entries', 0, '', (state, self) => mapIterator(state, checkedMap(self), 'entries')),
  );
}

/** Methods of sets. */
export function defineSet(table: Bag): void {
  const values = native('values', 0, '', (state, self) =>
    setIterator(state, checkedSet(self), 'values'),
  );
  add(
    table,
    native('has', 1, '', (state, self, args, at) => {
      const data = selfSet(self);
      return data.has(chargeKey(state, args[at], data.size));
    }),
    native('add', 1, '', (state, self, args, at) => {
      include(state, selfSet(self), args[at]);
      return self;
    }),
    native('delete', 1, '', (state, self, args, at) => remove(state, selfSet(self), args[at])),
    native('clear', 0, '', (_state, self) => {
      const data = selfSet(self);
      data.clear();
      data.changes++;
      return undefined;
    }),
    values,
    native('entries', 0, '', (state, self) => setIterator(state, checkedSet(self), 'entries')),
  );
  table['keys'] = values;
}

/** `next` of iterators. */
export function defineIterator(table: Bag): void {
  add(
    table,
    native('next', 0, '', (state, self) => {
      if (!isObj(self) || self.kind !== Kind.Iterator) return wrongSelf(null);
      const value = advance(state, self);
      const bag = newBag();
      state.charge(96);
      bag['value'] = value === hole ? undefined : value;
      bag['done'] = value === hole;
      return plainOf(bag);
    }),
  );
}

/** `new Map(entries)`. */
export const makeMap: NativeFunction = (state, _self, args, at) => {
  const map = new MapData();
  state.charge(160);
  each(state, args[at], (entry) => {
    if (!isObj(entry)) raise('TypeError', 'entry-not-object');
    put(state, map, getKeyed(state, entry, 0), getKeyed(state, entry, 1));
  });
  return new Obj(Kind.Map, null, map);
};

/** `new Set(values)`. */
export const makeSet: NativeFunction = (state, _self, args, at) => {
  const set = new SetData();
  state.charge(160);
  each(state, args[at], (value) => include(state, set, value));
  return new Obj(Kind.Set, null, set);
};

function each(state: State, from: Value, work: (value: Value) => void): void {
  if (from === undefined || from === null) return;
  const iterator = iteratorOf(state, from);
  for (;;) {
    const value = advance(state, iterator);
    if (value === hole) return;
    state.work(1);
    work(value);
  }
}
