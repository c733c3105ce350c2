import { describe } from './convert.ts';
import { raise } from './errors.ts';
import { hasOwn, ownKeys } from './properties.ts';
import type { State } from './state.ts';
import {
  arrayOf,
  hole,
  isObj,
  itemsOf,
  Kind,
  newBag,
  Obj,
  unwrap,
  type Iteration,
  type Value,
} from './values.ts';

/** A new iterator object. */
export function makeIterator(
  state: State,
  name: string,
  kind: Iteration['kind'],
  source: Iteration['source'],
  host: Iteration['host'] = null,
): Obj {
  state.charge(120);
  state.spend(128);
  const data: Iteration = { kind, name, source, host, of: undefined, index: 0 };
  return new Obj(Kind.Iterator, newBag(), data);
}

/** What `for`-`of`, spread and array patterns walk. */
export function iteratorOf(state: State, from: Value): Obj {
  const value = unwrap(from);
  if (typeof value === 'string') return makeIterator(state, 'String Iterator', 'string', value);
  if (isObj(value)) {
    switch (value.kind) {
      case Kind.Array:
        return makeIterator(state, 'Array Iterator', 'values', value);
      case Kind.Iterator:
        return value;
      case Kind.Map:
        return mapIterator(state, value);
      case Kind.Set:
        return setIterator(state, value);
      default:
    }
  }
  return raise('TypeError', 'not-iterable', { value: describe(value) });
}

/** The host map inside of a Map. `gone` counts its deleted entries, `changes` what may have replaced its table. */
export class MapData extends Map<Value, Value> {
  gone = 0;
  changes = 0;
}

/** The host set inside of a Set. */
export class SetData extends Set<Value> {
  gone = 0;
  changes = 0;
}

/** An iterator goes through all tables that there were since it was asked last. */
const costOfTable = 32;

const changesOf = (it: Iteration): number => ((it.source as Obj).data as MapData | SetData).changes;

function fromNowOn(iterator: Obj): Obj {
  const it = iterator.data as Iteration;
  it.index = changesOf(it);
  return iterator;
}

function chargeChanges(state: State, it: Iteration): void {
  const changes = changesOf(it);
  state.spend((changes - it.index) * costOfTable);
  it.index = changes;
}

export function mapOf(value: Obj): MapData {
  return value.data as MapData;
}

export function setOf(value: Obj): SetData {
  return value.data as SetData;
}

/** Charges for the places of deleted entries, which the host steps over; it keeps some for each entry. */
function chargeGone(
  state: State,
  { gone, size }: { readonly gone: number; readonly size: number },
) {
  if (gone > 0) state.spend(Math.min(gone, 4 * size + 8));
}

/** An iterator of the keys, values or entries of a Map. */
export function mapIterator(
  state: State,
  map: Obj,
  kind: 'keys' | 'values' | 'entries' = 'entries',
): Obj {
  chargeGone(state, mapOf(map));
  return fromNowOn(makeIterator(state, 'Map Iterator', 'host', map, mapOf(map)[kind]()));
}

/** An iterator of the values or entries of a Set. */
export function setIterator(state: State, set: Obj, kind: 'values' | 'entries' = 'values'): Obj {
  chargeGone(state, setOf(set));
  return fromNowOn(makeIterator(state, 'Set Iterator', 'host', set, setOf(set)[kind]()));
}

/** The keys of `for`-`in`; deleted ones are passed over when their turn comes. */
export function keyIterator(state: State, value: Value): Obj {
  const keys = ownKeys(state, value);
  const iterator = makeIterator(state, 'keys', 'forin', keys);
  iterator.bag = null;
  (iterator.data as Iteration).of = value;
  return iterator;
}

/** The next value, or `hole` at the end; an iterator that has ended stays so. */
export function advance(state: State, iterator: Obj): Value {
  const it = iterator.data as Iteration;
  const { source } = it;
  if (source === null) return hole;
  switch (it.kind) {
    case 'values':
    case 'keys':
    case 'entries':
      return nextOfArray(state, it, source as Obj);
    case 'string': {
      const text = source as string;
      const code = text.codePointAt(it.index);
      if (code === undefined) break;
      const part = String.fromCodePoint(code);
      it.index += part.length;
      return part;
    }
    case 'host': {
      chargeChanges(state, it);
      const next = (it.host as Iterator<Value | [Value, Value]>).next();
      if (next.done === true) break;
      if (!Array.isArray(next.value)) return next.value;
      state.charge(80);
      return arrayOf(next.value);
    }
    case 'forin': {
      const keys = source as readonly string[];
      while (it.index < keys.length) {
        const key = keys[it.index++] as string;
        if (!isObj(it.of) || hasOwn(it.of, key)) return key;
      }
    }
  }
  it.source = null;
  return hole;
}

function nextOfArray(state: State, it: Iteration, array: Obj): Value {
  const items = itemsOf(array);
  const index = it.index++;
  if (index >= items.length) {
    it.source = null;
    return hole;
  }
  if (it.kind === 'keys') return index;
  const item = items[index];
  const value = item === hole ? undefined : item;
  if (it.kind === 'values') return value;
  state.charge(80);
  return arrayOf([index, value]);
}

/** Appends all that an iterable yields. Charged before it is copied. */
export function pushAll(state: State, into: Value[], from: Value): void {
  if (isObj(from) && from.kind === Kind.Array) {
    const items = itemsOf(from);
    state.chargeItems(items.length);
    for (const item of items) into.push(item === hole ? undefined : item);
    return;
  }
  const iterator = iteratorOf(state, from);
  for (;;) {
    const value = advance(state, iterator);
    if (value === hole) return;
    state.charge(8);
    state.work(1);
    into.push(value);
  }
}
