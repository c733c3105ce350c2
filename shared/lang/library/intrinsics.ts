import { keyText, deleteKeyed, getProperty, ownKeys, setNamed } from '../run/properties.ts';
import {
  describe,
  detach,
  sameValue,
  sameValueZero,
  toInteger,
  toNumber,
  toText,
} from '../run/convert.ts';
import { raise } from '../run/errors.ts';
import { calculate, strictEquals } from '../run/operators.ts';
import { hostMember } from '../run/host.ts';
import type { GroupData, NativeFunction, State } from '../run/state.ts';
import {
  arrayOf,
  hole,
  isArray,
  isCallable,
  isObj,
  itemsOf,
  Kind,
  unwrap,
  type Obj,
  type Value,
} from '../run/values.ts';
import { joinTexts } from './array.ts';
import { wrongSelf } from './define.ts';
import { parseJson, parseJsonWithSources } from './json.ts';
import { addEntry } from './object.ts';
import { chargeSearch, firstIndex } from './search.ts';
import { replaceText } from './texts.ts';

function checkFunction(value: Value): Value {
  if (isCallable(value)) return value;
  return raise('TypeError', 'callback-not-function', { value: describe(value) });
}

function kindOf(self: Value, kind: number): Value {
  return isObj(self) && self.kind === kind ? self : wrongSelf(null);
}

/** What a conversion looks for in a group of host names: it is no text and no number (L8). */
function groupMember(state: State, group: GroupData, key: string): Value {
  if (Object.hasOwn(group.members, key)) return hostMember(state, group, key);
  if (key === 'toJSON') return undefined;
  return raise('TypeError', 'group-as-value', { name: group.name });
}

/** Sorts items by the order of their texts, which are given or the items themselves. */
function sortTexts(state: State, items: Value[], keys: readonly Value[]): Value[] {
  state.chargeItems(2 * items.length);
  state.work((items.length * (32 - Math.clz32(items.length))) >> 4);
  const pairs = items.map((item, i) => ({ item, key: toText(keys[i]) }));
  let letters = 0;
  for (const { key } of pairs) letters += Math.min(key.length, 1 << 20);
  state.work((letters >> 10) * (32 - Math.clz32(items.length)));
  pairs.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return pairs.map(({ item }) => item);
}

const quote = (state: State, value: Value): string => {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : 'null';
  if (typeof value !== 'string') return toText(value);
  state.chargeText(6 * value.length + 2);
  return JSON.stringify(value);
};

/** What the prelude may call besides the language itself; a program has no name for these. */
export const intrinsicFunctions: Readonly<Record<string, NativeFunction>> = {
  $isObject: (_state, _self, args, at) => isObj(args[at]),
  $isArray: (_state, _self, args, at) => isArray(args[at]),
  $isFunction: (_state, _self, args, at) => isCallable(args[at]),
  $isIterable: (_state, _self, args, at) => {
    const value = unwrap(args[at]);
    if (!isObj(value)) return typeof value === 'string';
    const { kind } = value;
    return kind === Kind.Array || kind === Kind.Map || kind === Kind.Set || kind === Kind.Iterator;
  },
  $wrapped: (_state, _self, args, at) => {
    const inner = unwrap(args[at]);
    return inner === args[at] ? '' : typeof inner;
  },
  $unwrap: (_state, _self, args, at) => unwrap(args[at]),
  $array: (_state, _self, args, at) => (isArray(args[at]) ? args[at] : wrongSelf(args[at])),
  $error: (_state, _self, args, at) => (isObj(args[at]) ? args[at] : wrongSelf(null)),
  $mapOf: (_state, _self, args, at) => kindOf(args[at], Kind.Map),
  $setOf: (_state, _self, args, at) => kindOf(args[at], Kind.Set),
  $function: (_state, _self, args, at) => checkFunction(args[at]),
  $newArray: (state, _self, args, at) => {
    const length = args[at] as number;
    state.chargeItems(length);
    return arrayOf(length > 0 ? Array.from<Value>({ length }).fill(hole) : []);
  },
  $push: (state, _self, args, at) => {
    state.charge(8);
    itemsOf(args[at] as Obj).push(args[at + 1]);
    return undefined;
  },
  $reverse: (state, _self, args, at) => {
    const items = itemsOf(args[at] as Obj);
    const count = args[at + 1] as number;
    state.work(count >> 4);
    for (const [i, item] of items.slice(0, count).entries()) items[count - 1 - i] = item;
    return undefined;
  },
  /** Moves the item at an index down to another one. */
  $insert: (state, _self, args, at) => {
    const items = itemsOf(args[at] as Obj);
    const from = args[at + 1] as number;
    const to = args[at + 2] as number;
    const item = items[from];
    state.work((from - to) >> 4);
    items.copyWithin(to + 1, to, from);
    items[to] = item;
    return undefined;
  },
  $pop: (_state, _self, args, at) => itemsOf(args[at] as Obj).pop(),
  $includes: (state, _self, args, at) => {
    const items = itemsOf(args[at] as Obj);
    state.work(items.length >> 4);
    const wanted = args[at + 1];
    return items.some((item) =>
      typeof item === 'string' ? strictEquals(state, item, wanted) : sameValueZero(item, wanted),
    );
  },
  $get: (state, _self, args, at) => {
    const object = args[at];
    const key = args[at + 1] as string;
    if (isObj(object) && object.kind === Kind.Group)
      return groupMember(state, object.data as GroupData, key);
    return getProperty(state, object, key);
  },
  $set: (state, _self, args, at) =>
    setNamed(state, args[at], args[at + 1] as string, args[at + 2], args[at + 3] === true),
  $delete: (state, _self, args, at) =>
    deleteKeyed(state, args[at], args[at + 1], args[at + 2] === true),
  $define: (state, _self, args, at) => {
    const object = args[at] as Obj;
    const key = keyText(state, args[at + 1]);
    if (object.kind === Kind.Plain) addEntry(state, object, key, args[at + 2]);
    else setNamed(state, object, key, args[at + 2], false);
    return undefined;
  },
  $keys: (state, _self, args, at) => arrayOf(ownKeys(state, args[at])),
  $text: (_state, _self, args, at) => toText(args[at]),
  $number: (state, _self, args, at) => toNumber(state, args[at]),
  $integer: (state, _self, args, at) => toInteger(state, args[at]),
  $count: (state, _self, args, at) =>
    Math.min(Math.max(toInteger(state, args[at]), 0), Number.MAX_SAFE_INTEGER),
  $calculate: (_state, _self, args, at) =>
    calculate(args[at] as string, args[at + 1] as number, args[at + 2] as number),
  $kindAt: (_state, _self, args, at) => {
    const kinds = (args[at] as string).replace('*', '');
    const index = args[at + 1] as number;
    if (index < kinds.length) return kinds[index];
    return (args[at] as string).endsWith('*') ? kinds.at(-1) : 'v';
  },
  $raise: (_state, _self, args, at) => raise(args[at] as string, args[at + 1] as string),
  $anyObject: (_state, _self, args, at) => itemsOf(args[at] as Obj).some(isObj),
  $sortTexts: (state, _self, args, at) =>
    arrayOf(sortTexts(state, itemsOf(args[at] as Obj), itemsOf(args[at + 1] as Obj))),
  $joinTexts: (state, _self, args, at) =>
    joinTexts(state, itemsOf(args[at] as Obj), args[at + 1] as string),
  $joining: (state, _self, args, at, count) => {
    const open = (state.joining ??= new Set());
    const array = args[at] as Obj;
    if (count > 1 && args[at + 1] === false) {
      open.delete(array);
      return false;
    }
    if (open.has(array)) return true;
    open.add(array);
    return false;
  },
  $indexOf: (state, _self, args, at) => {
    const text = args[at] as string;
    state.work(text.length >> 8);
    chargeSearch(state, text, args[at + 1] as string);
    return firstIndex(text, args[at + 1] as string, args[at + 2] as number);
  },
  $slice: (state, _self, args, at) => {
    const text = args[at] as string;
    const part = text.slice(args[at + 1] as number, Math.max(0, args[at + 2] as number));
    state.chargeText(part.length);
    return detach(part, text);
  },
  $replace: (state, _self, args, at) =>
    replaceText(state, args[at] as string, args[at + 1], args[at + 2], args[at + 3] === true),
  $parseJson: (state, _self, args, at) => parseJson(state, args[at] as string),
  $parseJsonWithSources: (state, _self, args, at) =>
    parseJsonWithSources(state, args[at] as string),
  /** What a source tells of a value, if the value is still the one that was read. */
  $sourceOf: (state, _self, args, at) => {
    if (!isObj(args[at])) return undefined;
    const [read, source] = itemsOf(args[at]);
    if (typeof read === 'string') state.work(read.length >> 10);
    return sameValue(read, args[at + 1]) ? source : undefined;
  },
  /** The source of a member. */
  $member: (_state, _self, args, at) => {
    const sources = args[at];
    return isObj(sources) ? sources.bag?.[args[at + 1] as string] : undefined;
  },
  $quote: (state, _self, args, at) => quote(state, args[at]),
};
