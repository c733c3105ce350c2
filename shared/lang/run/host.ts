import { unreachable } from '../../base/result.ts';
import type { HostValue, NamesOfAny } from '../types.ts';
import { nearest } from '../nearest.ts';
import { describe, shorten } from './convert.ts';
import { Shown } from '../shown.ts';
import { preview } from './preview.ts';
import { raise, overLimit } from './errors.ts';
import { OddName } from './odd-name.ts';
import type { GroupData, HostFunctionData, State } from './state.ts';
import {
  arrayOf,
  hole,
  isObj,
  itemsOf,
  Kind,
  newBag,
  Obj,
  plainOf,
  unwrap,
  type Bag,
  type Value,
} from './values.ts';

/** A member of a group of host names; values are read anew each time. */
export function hostMember(state: State, group: GroupData, key: string): Value {
  if (!Object.hasOwn(group.members, key)) {
    return unknownMember(state, group, key);
  }
  return hostValue(state, group.members, key, `${group.name}.${key}`, group.made);
}

function unknownMember(state: State, group: GroupData, key: string): never {
  OddName.check('TypeError', key);
  const name = `${group.name}.${shorten(key)}`;
  const near = nearest(key, Object.keys(group.members), (work) => state.spend(work));
  const details = near === null ? { name } : { name, nearest: `${group.name}.${near}` };
  return raise('TypeError', 'unknown-command', details);
}

/** Parts of a step that reading a value of the host takes. */
const costOfReading = 192;

/** The value of a host name for a program; functions and groups are made once. */
export function hostValue(
  state: State,
  names: NamesOfAny,
  key: string,
  path: string,
  made: Bag,
): Value {
  const member = names[key];
  if (member === undefined) return undefined;
  switch (member.kind) {
    case 'value':
      state.spend(costOfReading);
      return fromHost(state, member.read(state.host));
    case 'function': {
      const data: HostFunctionData = { name: path, call: member.call };
      const value = new Obj(Kind.Host, null, data);
      made[key] = value;
      return value;
    }
    case 'group': {
      const inner = newBag();
      const data: GroupData = { name: path, members: member.members, made: inner };
      const value = new Obj(Kind.Group, inner, data);
      made[key] = value;
      return value;
    }
    case 'program': {
      const value = state.services.makeProgram(member.source);
      made[key] = value;
      return value;
    }
    default:
      return unreachable(member);
  }
}

/** Copies a value of the host into the program. Charged by its size. */
export function fromHost(state: State, value: HostValue): Value {
  if (typeof value === 'string') {
    state.chargeText(value.length);
    return value;
  }
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    state.chargeItems(value.length);
    return arrayOf(value.map((item: HostValue) => fromHost(state, item)));
  }
  state.work(1);
  const bag = newBag();
  for (const [key, item] of Object.entries(value)) {
    state.charge(96);
    bag[key] = fromHost(state, item);
  }
  return plainOf(bag);
}

/** How many values and how deep a copy for the host may be. */
const copyLimit = { values: 10_000, depth: 50 };

/** A step pays for so many characters that cross to the host, a value being about 16 of them. */
const charactersPerStep = 64;
const charactersOfValue = 16;

/** How many things that are no data are told in full in one call; of others only what they are. */
const mostPreviews = 40;

const nothing = (): undefined => undefined;

/** Makes the texts of a call of a function that `shows`, and charges the work of making them. */
export function shower(state: State): (value: Obj) => Shown {
  let left = mostPreviews;
  return (value) => {
    if (--left < 0) return new Shown(describe(value));
    const text = preview(value, (properties) => state.work(properties >> 2));
    state.work(1 + (text.length >> 2));
    return new Shown(text);
  };
}

/**
 * Copies arguments for the host (L7). Functions and other things that are not data become what
 * `other` makes of them; something cyclic or huge is an error of the program.
 */
export function toHost(
  state: State,
  value: Value,
  other: (value: Obj) => HostValue = nothing,
): HostValue {
  let left = copyLimit.values;
  let characters = 0;
  const copy = (item: Value, depth: number): HostValue => {
    characters += typeof item === 'string' ? item.length : charactersOfValue;
    if (!isObj(item)) return item;
    if (--left < 0) overLimit('memory-limit', state.limits.memory);
    if (depth > copyLimit.depth) return raise('TypeError', 'too-deep-for-host');
    state.work(1);
    if (item.kind === Kind.Array) {
      const items = itemsOf(item);
      left -= items.length;
      if (left < 0) overLimit('memory-limit', state.limits.memory);
      return items.map((one) => (one === hole ? undefined : copy(one, depth + 1)));
    }
    if (item.kind === Kind.Wrapper) return unwrap(item) as HostValue;
    if (item.kind !== Kind.Plain || item.bag === null) return other(item);
    const result: Record<string, HostValue> = {};
    const keys = Object.keys(item.bag);
    left -= keys.length;
    if (left < 0) overLimit('memory-limit', state.limits.memory);
    for (const key of keys) {
      characters += key.length;
      // A plain assignment to that name would set the prototype of the copy.
      if (key !== '__proto__') result[key] = copy(item.bag[key], depth + 1);
    }
    return result;
  };
  const copied = copy(value, 0);
  state.work(Math.floor(characters / charactersPerStep));
  return copied;
}

/** How many values a final value may have, with all that is in it. */
const resultLimit = 2000;

/**
 * Like `toHost` for a final value: what is too deep, too much or beyond the steps left is left
 * out. Never fails, so that what it takes is missing to the chunks behind it in the same turn. The
 * texts in it are together no longer than those a program can hold.
 */
export function resultForHost(state: State, value: Value): HostValue {
  const most = Math.max(0, Math.min(resultLimit, 4 * state.fuel));
  let left = most;
  let characters = state.limits.memory / 2;
  const copy = (item: Value, depth: number): HostValue => {
    if (typeof item === 'string') {
      characters -= item.length;
      return characters < 0 ? undefined : item;
    }
    if (!isObj(item)) return item;
    if (--left < 0 || depth > 20) return undefined;
    if (item.kind === Kind.Array) {
      const items = itemsOf(item).slice(0, left);
      left -= items.length;
      return items.map((one) => (one === hole ? undefined : copy(one, depth + 1)));
    }
    if (item.kind === Kind.Wrapper) return unwrap(item) as HostValue;
    if (item.kind !== Kind.Plain || item.bag === null) return undefined;
    const result: Record<string, HostValue> = {};
    const keys = Object.keys(item.bag);
    state.fuel -= keys.length >> 3;
    const first = keys.slice(0, left);
    left -= first.length;
    for (const key of first) {
      characters -= key.length;
      if (characters < 0) break;
      if (key !== '__proto__') result[key] = copy(item.bag[key], depth + 1);
    }
    return result;
  };
  const copied = copy(value, 0);
  state.fuel -= (most - Math.max(0, left)) >> 2;
  return copied;
}
