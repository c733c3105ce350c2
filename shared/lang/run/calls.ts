import type { HostFunctionResult, HostValue } from '../types.ts';
import { GuestThrow, overLimit, raise, unsupported } from './errors.ts';
import { shorten } from './convert.ts';
import { fromHost, shower, toHost } from './host.ts';
import type { GroupData, HostFunctionData, Native, State } from './state.ts';
import { errorObject } from './errors.ts';
import { MissingMethod } from './missing-method.ts';
import { preview } from './preview.ts';
import type { Closure } from './closure.ts';
import {
  arrayOf,
  hole,
  isArray,
  isObj,
  itemsOf,
  Kind,
  pending,
  suspension,
  type Obj,
  type Value,
} from './values.ts';

/** Saves the caller and prepares the registers of a function; answers what runs next. */
export function enter(
  state: State,
  callee: Closure,
  back: number,
  base: number,
  target: number,
  at: number,
  count: number,
): Closure {
  const { code } = callee;
  if ((state.fuel -= code.cost) < 0) overLimit('step-limit', state.limits.steps);
  const nested = state.nested + code.weight;
  if (nested > state.limits.depth || state.depth >= 4 * state.limits.depth) {
    overLimit('depth-limit', state.limits.depth);
  }
  state.nested = nested;
  const { stack, registers } = state;
  const top = 3 * state.depth;
  if (top === stack.length) stack.push(back, base, target);
  else {
    stack[top] = back;
    stack[top + 1] = base;
    stack[top + 2] = target;
  }
  state.depth++;
  state.base = at;
  for (let i = count; i < code.params; i++) registers[at + i] = undefined;
  if (code.rest) state.argc = count;
  grow(registers, at + code.registers + 10);
  return callee;
}

/** Makes sure that there are so many registers. */
export function grow(registers: Value[], length: number): void {
  while (registers.length < length) registers.push(undefined);
}

/** Calls what is no function of the program itself, or finds out that it is. */
export function callOther(
  state: State,
  callee: Value,
  self: Value,
  at: number,
  count: number,
): Value {
  if (isObj(callee)) {
    switch (callee.kind) {
      case Kind.Native:
        return callNative(state, callee, self, at, count);
      case Kind.Host:
        return callHost(state, callee.data as HostFunctionData, at, count);
      case Kind.Closure:
        state.callee = callee;
        state.self = self;
        state.args = state.registers.slice(at, at + count);
        return pending;
      default:
    }
  }
  state.shift = 1;
  if (isObj(callee) && callee.kind === Kind.Group) {
    return raise('TypeError', 'not-a-command', { name: (callee.data as GroupData).name });
  }
  if (callee === undefined && self !== undefined) throw new MissingMethod(self);
  return raise('TypeError', 'not-a-function', { value: told(state, callee) });
}

/** A value as an error tells it. */
function told(state: State, value: Value): string {
  return shorten(preview(value, (properties) => state.work(properties >> 2)));
}

/** Parts of a step that any call of the library takes, whatever else it is charged. */
const costOfNative = 128;

function callNative(state: State, callee: Obj, self: Value, at: number, count: number): Value {
  const native = callee.data as Native;
  const { registers } = state;
  state.shift = 2;
  for (let i = count; i < native.params; i++) registers[at + i] = undefined;
  if (native.kinds !== '' && givesObject(registers, at, count)) {
    // Searching an empty array looks at no position, so nothing is converted.
    const empty = native.kinds === 'vn' && isArray(self) && itemsOf(self).length === 0;
    if (!empty && needsConversion(native.kinds, registers, at, count)) {
      const list = arrayOf(registers.slice(at, at + count));
      state.shift = 0;
      return state.request('convertAndCall', callee, self, list, native.kinds);
    }
  }
  state.spend(costOfNative);
  const answer = native.fn(state, self, registers, at, count);
  state.shift = 0;
  return answer;
}

/** True when an argument is an object. */
function givesObject(args: Value[], at: number, count: number): boolean {
  for (let i = at; i < at + count; i++) if (isObj(args[i])) return true;
  return false;
}

/** True when an argument is an object where a primitive is wanted. */
function needsConversion(kinds: string, args: Value[], at: number, count: number): boolean {
  if (kinds === '') return false;
  const repeats = kinds.endsWith('*');
  const last = repeats ? kinds.length - 2 : kinds.length - 1;
  for (let i = 0; i < count; i++) {
    if (i > last && !repeats) return false;
    if (kinds[Math.min(i, last)] !== 'v' && isObj(args[at + i])) return true;
  }
  return false;
}

function callHost(state: State, data: HostFunctionData, at: number, count: number): Value {
  const list: HostValue[] = [];
  const { name, call } = data;
  const other = call.kind === 'answer' && call.shows === true ? shower(state) : undefined;
  for (let i = 0; i < count; i++) {
    const value = state.registers[at + i];
    list.push(isObj(value) || typeof value === 'string' ? toHost(state, value, other) : value);
  }
  // As long as its contents: it is kept while the program waits.
  const args = list.slice();
  state.work(1 + (count >> 3));
  const refusal = call.check?.(args) ?? null;
  if (refusal !== null) throwHostError({ error: refusal });
  if (call.kind === 'suspend') {
    state.call = { name, args };
    return suspension;
  }
  const result = call.answer(args, state.host);
  if ('error' in result) throwHostError(result);
  return 'value' in result ? fromHost(state, result.value) : undefined;
}

function throwHostError(result: HostFunctionResult): never {
  if (!('error' in result)) throw new Error('no error of the host');
  const { name, code, details } = result.error;
  throw new GuestThrow(errorObject(name, code, details));
}

/** `new type(…)` for the types of the library (L3). */
export function construct(state: State, callee: Value, at: number, count: number): Value {
  if (!isObj(callee)) {
    state.shift = 1;
    return raise('TypeError', 'not-a-constructor', { value: told(state, callee) });
  }
  if (callee.kind === Kind.Closure && !(callee.data as Closure).unit.prelude) {
    unsupported('unsupported-new');
  }
  const native = callee.kind === Kind.Native ? (callee.data as Native) : null;
  if (native?.make === undefined) {
    state.shift = 1;
    return raise('TypeError', 'not-a-constructor', { value: native?.name ?? told(state, callee) });
  }
  const { registers } = state;
  for (let i = count; i < native.params; i++) registers[at + i] = undefined;
  if (needsConversion(native.kinds, registers, at, count)) {
    const list = arrayOf(registers.slice(at, at + count));
    return state.request('convertAndNew', callee, undefined, list, native.kinds);
  }
  state.spend(costOfNative);
  return native.make(state, undefined, registers, at, count);
}

/** Lays the array after function and `this` out as arguments; answers their number. */
export function spreadArguments(state: State, at: number): number {
  const { registers } = state;
  const list = registers[at];
  const items = isObj(list) ? itemsOf(list) : [];
  state.chargeItems(items.length);
  grow(registers, at + items.length + 10);
  for (let i = 0; i < items.length; i++) {
    const item = items[i];
    registers[at + i] = item === hole ? undefined : item;
  }
  return items.length;
}
