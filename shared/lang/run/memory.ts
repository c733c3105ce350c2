import { overLimit } from './errors.ts';
import type { State } from './state.ts';
import { Closure } from './closure.ts';
import { Cell, Kind, Obj, type ErrorData, type Iteration, type Value } from './values.ts';

/** Texts up to this length are counted at every mention; longer ones once. */
const shortText = 32;

/**
 * Counts the bytes a program keeps alive, by walking all it can reach, and gives the machine a new
 * budget. Ends the chunk when `wanted` more do not fit (L6). The walk costs steps by its size.
 */
export function collect(state: State, wanted: number): void {
  const { live, seen } = measure(state);
  const { memory } = state.limits;
  if (live + wanted > memory) overLimit('memory-limit', memory);
  state.budget = Math.max(memory - live, memory >> 2) - wanted;
  state.work((seen >> 4) + (live >> 10));
}

/** Live bytes, roughly, and how many values were looked at. */
export function measure(state: State): { live: number; seen: number } {
  const seen = new Set<object>();
  const texts = new Set<string>();
  const stack: object[] = [];
  let live = 0;
  let looked = 0;
  const push = (value: unknown): void => {
    looked++;
    if (typeof value === 'string') {
      if (value.length <= shortText) live += 2 * value.length;
      else if (!texts.has(value)) {
        texts.add(value);
        live += 24 + 2 * value.length;
      }
    } else if (typeof value === 'object' && value !== null && !seen.has(value)) {
      seen.add(value);
      stack.push(value);
    }
  };
  for (const { v } of state.globals.all) push(v);
  for (const value of state.args) push(value);
  const top = state.top;
  live += 8 * top;
  // The first register holds the chunk's own code, which is no value of the program.
  for (let i = 1; i < top; i++) push(state.registers[i]);
  if (state.depth > 0) push(state.main);
  push(state.closure);
  for (;;) {
    const value = stack.pop();
    if (value === undefined) break;
    // `push` adds to the sum as well, so it must not be read before.
    const own = visit(value, push);
    live += own;
  }
  // A value takes ten times as long the first time.
  return { live, seen: seen.size + looked / 8 };
}

/** Hands on what a value refers to and answers its own bytes. */
function visit(value: object, push: (value: unknown) => void): number {
  if (value instanceof Obj) {
    let size = 64;
    if (value.bag !== null && value.kind !== Kind.Native && value.kind !== Kind.Namespace) {
      for (const key of Object.keys(value.bag)) {
        size += key.length > shortText ? 32 + 2 * key.length : 32;
        push(value.bag[key]);
      }
    }
    return size + visitData(value, push);
  }
  if (value instanceof Cell) {
    push(value.v);
    return 24;
  }
  if (value instanceof Closure) {
    for (const cell of value.cells) push(cell);
    return 32 + 8 * value.cells.length;
  }
  return 0;
}

function visitData({ kind, data }: Obj, push: (value: unknown) => void): number {
  switch (kind) {
    case Kind.Array: {
      const items = data as Value[];
      for (const item of items) push(item);
      return 8 * items.length;
    }
    case Kind.Closure:
    case Kind.Wrapper:
      push(data);
      return 0;
    case Kind.Error:
      push((data as ErrorData).hidden['message']);
      push((data as ErrorData).hidden['cause']);
      return 32;
    case Kind.Map: {
      const map = data as Map<Value, Value>;
      for (const [key, item] of map) {
        push(key);
        push(item);
      }
      return 48 * map.size;
    }
    case Kind.Set: {
      const set = data as Set<Value>;
      for (const item of set) push(item);
      return 40 * set.size;
    }
    case Kind.Iterator: {
      const { source } = data as Iteration;
      if (Array.isArray(source)) for (const key of source) push(key);
      else push(source);
      return 64;
    }
    default:
      return 0;
  }
}
