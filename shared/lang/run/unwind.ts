import { spansOf } from '../compile/tables.ts';
import { GuestThrow, Stop } from './errors.ts';
import { MissingMethod, nameMethod } from './missing-method.ts';
import { OddName } from './odd-name.ts';
import type { Place, State } from './state.ts';
import type { Closure } from './closure.ts';
import { Kind, Obj } from './values.ts';

/** The place noted for an offset of the code. */
export function placeOf(closure: Closure, pc: number): Place {
  const spans = spansOf(closure.code);
  let low = 0;
  let high = spans.length / 3 - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((spans[middle * 3] as number) <= pc) low = middle;
    else high = middle - 1;
  }
  return { closure, start: spans[low * 3 + 1] ?? 0, end: spans[low * 3 + 2] ?? 0 };
}

/** The place of the innermost code that is not the library's own. */
export function currentPlace(state: State): Place {
  let closure = state.closure as Closure;
  let pc = state.pc + state.shift;
  for (let depth = state.depth; closure.unit.prelude && depth > 0; depth--) {
    const top = 3 * (depth - 1);
    closure = closureAt(state, state.stack[top + 1] as number);
    pc = (state.stack[top] as number) - 1;
  }
  return placeOf(closure, pc);
}

/** One running function: its registers begin at `base`, `pc` lies in the instruction it stands at. */
export interface Frame {
  readonly closure: Closure;
  readonly pc: number;
  readonly base: number;
}

/** The running functions, innermost first, those of the library left out. */
export function* frames(state: State): Iterable<Frame> {
  let { closure, pc, base } = state;
  for (let { depth } = state; closure !== null; depth--) {
    if (!closure.unit.prelude) yield { closure, pc, base };
    if (depth === 0) return;
    const top = 3 * (depth - 1);
    base = state.stack[top + 1] as number;
    pc = (state.stack[top] as number) - 1;
    closure = closureAt(state, base);
  }
}

/** The function whose registers begin at `base`. */
function closureAt(state: State, base: number): Closure {
  return (state.registers[base - 2] as Obj).data as Closure;
}

/** Steps an error costs that the program may catch, besides those for finding its place. */
const costOfThrow = 24;

/** Bytes of an error object with a message. */
const errorSize = 256;

/**
 * Leaves frames until one has a handler and moves the state there. Throws the error on when no
 * frame has one, or when it is nothing that a program may catch.
 */
export function caught(state: State, error: unknown): void {
  if (!(error instanceof GuestThrow)) {
    if (error instanceof Stop) state.thrownAt = currentPlace(state);
    throw error;
  }
  const at = state.thrownAt ?? currentPlace(state);
  const place = error instanceof OddName ? error.within(at) : at;
  state.thrownAt = null;
  if (error instanceof MissingMethod) nameMethod(state, error, place);
  state.shift = 0;
  let { pc } = state;
  let looked = 0;
  for (;;) {
    const closure = state.closure as Closure;
    const { handlers } = closure.code;
    looked += 8 + handlers.length;
    for (let i = 0; i < handlers.length; i += 4) {
      if (pc < (handlers[i] as number) || pc >= (handlers[i + 1] as number)) continue;
      const register = handlers[i + 3] as number;
      const slot = state.base + (register < 0 ? ~register : register);
      state.registers[slot] = error.value;
      if (register < 0) state.registers[slot + 1] = new Obj(Kind.Internal, null, place);
      state.pc = handlers[i + 2] as number;
      // Throwing takes the host longer than any instruction, and so do the words of an error.
      state.thrownAt = place;
      state.work(costOfThrow + (place.closure.code.spans.length >> 7) + (looked >> 7));
      state.charge(errorSize);
      state.thrownAt = null;
      return;
    }
    if (state.depth === 0) {
      state.thrownAt = place;
      throw error;
    }
    state.nested -= closure.code.weight;
    const top = 3 * --state.depth;
    state.base = state.stack[top + 1] as number;
    state.closure = closureAt(state, state.base);
    pc = (state.stack[top] as number) - 1;
  }
}
