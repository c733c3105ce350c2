/* oxlint-disable max-lines -- The one dispatch loop: every instruction is a case of the same switch,
   since the engine keeps the interpreter's state in machine registers only within one function. What
   is rare is called from here already; what is left of a rare case is reading its operands and
   writing its answer, which a function elsewhere would have to be handed one by one. */
import type { Op } from '../compile/ops.ts';
import { callOther, construct, enter, grow, spreadArguments } from './calls.ts';
import { requireObject, truthy } from './convert.ts';
import { GuestThrow, overLimit, raise } from './errors.ts';
import { deleteGlobal, hoistGlobal, missingGlobal, setGlobal, typeofGlobal } from './globals.ts';
import { advance, iteratorOf, keyIterator, pushAll } from './iterators.ts';
import { makeClosure, named, restProperties, thisValue, uninitialised } from './functions.ts';
import {
  add,
  arithmetic,
  concat,
  instanceOf,
  isIn,
  looseEquals,
  relate,
  strictEquals,
  unary,
} from './operators.ts';
import {
  copyProperties,
  costOfProperty,
  deleteKeyed,
  getKeyed,
  getProperty,
  keyText,
  setKeyed,
  setNamed,
} from './properties.ts';
import type { NativeFunction, Place, State } from './state.ts';
import type { Closure } from './closure.ts';
import { caught } from './unwind.ts';
import {
  Cell,
  hole,
  isObj,
  newBag,
  Obj,
  pending,
  suspension,
  tdz,
  typeOf,
  type Bag,
  type Global,
  type Iteration,
  type Value,
} from './values.ts';

/**
 * Runs until the program ends, whose value is the answer, or a host function suspends it; then the
 * answer is `suspension` and all that is needed to go on stands in the state. A `GuestThrow` that
 * leaves it was not caught by the program.
 *
 * A case either goes on by itself, or leaves `answer`, the absolute register `target` and the next
 * instruction `back` for the end of the loop; an answer `pending` calls the function in the state.
 * A jump that may lead back leaves `to`.
 *
 * Two habits are for the host's compiler. `| 0` after sums of offsets saves it a test for overflow
 * each. Marks such as `tdz` are compared only with what is an object: where it has seen values of
 * every type in a comparison it calls a function instead of comparing two pointers.
 */
export function execute(state: State): Value {
  for (;;) {
    try {
      return interpret(state);
    } catch (error) {
      // Goes on at the handler that `caught` has found, or throws.
      caught(state, error);
    }
  }
}

function interpret(state: State): Value {
  const regs = state.registers;
  const { stack } = state;
  const { intrinsics, byKind } = state.library;
  const texts = state.library.methods.string;
  const mostNested = state.limits.depth;
  const mostFrames = 4 * mostNested;
  let closure = state.closure as Closure;
  let { pc, base } = state;
  let fn = closure.code;
  let { code, consts } = fn;
  let globals = closure.unit.globals;
  let answer: Value;
  let target = 0;
  let back = 0;
  let to = 0;
  let at = 0;
  let count = 0;
  try {
    for (;;) {
      jump: {
        // oxlint-disable-next-line typescript/switch-exhaustiveness-check -- `default` is the end.
        switch (code[pc]) {
          case 25 satisfies typeof Op.Sub: {
            const a = regs[(base + (code[(pc + 2) | 0] as number)) | 0];
            const b = regs[(base + (code[(pc + 3) | 0] as number)) | 0];
            if (typeof a === 'number' && typeof b === 'number') {
              regs[(base + (code[(pc + 1) | 0] as number)) | 0] = a - b;
              pc = (pc + 4) | 0;
              continue;
            }
            answer = arithmetic(state, '-', a, b);
            target = base + (code[(pc + 1) | 0] as number);
            back = pc + 4;
            break;
          }
          case 26 satisfies typeof Op.Mul: {
            const a = regs[(base + (code[(pc + 2) | 0] as number)) | 0];
            const b = regs[(base + (code[(pc + 3) | 0] as number)) | 0];
            if (typeof a === 'number' && typeof b === 'number') {
              regs[(base + (code[(pc + 1) | 0] as number)) | 0] = a * b;
              pc = (pc + 4) | 0;
              continue;
            }
            answer = arithmetic(state, '*', a, b);
            target = base + (code[(pc + 1) | 0] as number);
            back = pc + 4;
            break;
          }
          case 27 satisfies typeof Op.Div: {
            const a = regs[(base + (code[(pc + 2) | 0] as number)) | 0];
            const b = regs[(base + (code[(pc + 3) | 0] as number)) | 0];
            if (typeof a === 'number' && typeof b === 'number') {
              regs[(base + (code[(pc + 1) | 0] as number)) | 0] = a / b;
              pc = (pc + 4) | 0;
              continue;
            }
            answer = arithmetic(state, '/', a, b);
            target = base + (code[(pc + 1) | 0] as number);
            back = pc + 4;
            break;
          }
          case 28 satisfies typeof Op.Mod: {
            const a = regs[(base + (code[(pc + 2) | 0] as number)) | 0];
            const b = regs[(base + (code[(pc + 3) | 0] as number)) | 0];
            if (typeof a === 'number' && typeof b === 'number') {
              regs[(base + (code[(pc + 1) | 0] as number)) | 0] = a % b;
              pc = (pc + 4) | 0;
              continue;
            }
            answer = arithmetic(state, '%', a, b);
            target = base + (code[(pc + 1) | 0] as number);
            back = pc + 4;
            break;
          }
          case 30 satisfies typeof Op.BitAnd: {
            const a = regs[(base + (code[(pc + 2) | 0] as number)) | 0];
            const b = regs[(base + (code[(pc + 3) | 0] as number)) | 0];
            if (typeof a === 'number' && typeof b === 'number') {
              regs[(base + (code[(pc + 1) | 0] as number)) | 0] = a & b;
              pc = (pc + 4) | 0;
              continue;
            }
            answer = arithmetic(state, '&', a, b);
            target = base + (code[(pc + 1) | 0] as number);
            back = pc + 4;
            break;
          }
          case 31 satisfies typeof Op.BitOr: {
            const a = regs[(base + (code[(pc + 2) | 0] as number)) | 0];
            const b = regs[(base + (code[(pc + 3) | 0] as number)) | 0];
            if (typeof a === 'number' && typeof b === 'number') {
              regs[(base + (code[(pc + 1) | 0] as number)) | 0] = a | b;
              pc = (pc + 4) | 0;
              continue;
            }
            answer = arithmetic(state, '|', a, b);
            target = base + (code[(pc + 1) | 0] as number);
            back = pc + 4;
            break;
          }
          case 32 satisfies typeof Op.BitXor: {
            const a = regs[(base + (code[(pc + 2) | 0] as number)) | 0];
            const b = regs[(base + (code[(pc + 3) | 0] as number)) | 0];
            if (typeof a === 'number' && typeof b === 'number') {
              regs[(base + (code[(pc + 1) | 0] as number)) | 0] = a ^ b;
              pc = (pc + 4) | 0;
              continue;
            }
            answer = arithmetic(state, '^', a, b);
            target = base + (code[(pc + 1) | 0] as number);
            back = pc + 4;
            break;
          }
          case 33 satisfies typeof Op.Shl: {
            const a = regs[(base + (code[(pc + 2) | 0] as number)) | 0];
            const b = regs[(base + (code[(pc + 3) | 0] as number)) | 0];
            if (typeof a === 'number' && typeof b === 'number') {
              regs[(base + (code[(pc + 1) | 0] as number)) | 0] = a << b;
              pc = (pc + 4) | 0;
              continue;
            }
            answer = arithmetic(state, '<<', a, b);
            target = base + (code[(pc + 1) | 0] as number);
            back = pc + 4;
            break;
          }
          case 34 satisfies typeof Op.Shr: {
            const a = regs[(base + (code[(pc + 2) | 0] as number)) | 0];
            const b = regs[(base + (code[(pc + 3) | 0] as number)) | 0];
            if (typeof a === 'number' && typeof b === 'number') {
              regs[(base + (code[(pc + 1) | 0] as number)) | 0] = a >> b;
              pc = (pc + 4) | 0;
              continue;
            }
            answer = arithmetic(state, '>>', a, b);
            target = base + (code[(pc + 1) | 0] as number);
            back = pc + 4;
            break;
          }
          case 35 satisfies typeof Op.UShr: {
            const a = regs[(base + (code[(pc + 2) | 0] as number)) | 0];
            const b = regs[(base + (code[(pc + 3) | 0] as number)) | 0];
            if (typeof a === 'number' && typeof b === 'number') {
              regs[(base + (code[(pc + 1) | 0] as number)) | 0] = a >>> b;
              pc = (pc + 4) | 0;
              continue;
            }
            answer = arithmetic(state, '>>>', a, b);
            target = base + (code[(pc + 1) | 0] as number);
            back = pc + 4;
            break;
          }
          case 29 satisfies typeof Op.Pow: {
            answer = arithmetic(
              state,
              '**',
              regs[(base + (code[(pc + 2) | 0] as number)) | 0],
              regs[(base + (code[(pc + 3) | 0] as number)) | 0],
            );
            target = base + (code[(pc + 1) | 0] as number);
            back = pc + 4;
            break;
          }
          case 24 satisfies typeof Op.Add: {
            const a = regs[(base + (code[(pc + 2) | 0] as number)) | 0];
            const b = regs[(base + (code[(pc + 3) | 0] as number)) | 0];
            if (typeof a === 'number' && typeof b === 'number') {
              regs[(base + (code[(pc + 1) | 0] as number)) | 0] = a + b;
              pc = (pc + 4) | 0;
              continue;
            }
            if (typeof a === 'string' && typeof b === 'string') {
              regs[(base + (code[(pc + 1) | 0] as number)) | 0] = concat(state, a, b);
              pc = (pc + 4) | 0;
              continue;
            }
            answer = add(state, a, b);
            target = base + (code[(pc + 1) | 0] as number);
            back = pc + 4;
            break;
          }
          case 47 satisfies typeof Op.SubI: {
            const a = regs[(base + (code[(pc + 2) | 0] as number)) | 0];
            const b = code[(pc + 3) | 0] as number;
            if (typeof a === 'number') {
              regs[(base + (code[(pc + 1) | 0] as number)) | 0] = a - b;
              pc = (pc + 4) | 0;
              continue;
            }
            answer = arithmetic(state, '-', a, b);
            target = base + (code[(pc + 1) | 0] as number);
            back = pc + 4;
            break;
          }
          case 48 satisfies typeof Op.MulI: {
            const a = regs[(base + (code[(pc + 2) | 0] as number)) | 0];
            const b = code[(pc + 3) | 0] as number;
            if (typeof a === 'number') {
              regs[(base + (code[(pc + 1) | 0] as number)) | 0] = a * b;
              pc = (pc + 4) | 0;
              continue;
            }
            answer = arithmetic(state, '*', a, b);
            target = base + (code[(pc + 1) | 0] as number);
            back = pc + 4;
            break;
          }
          case 49 satisfies typeof Op.DivI: {
            const a = regs[(base + (code[(pc + 2) | 0] as number)) | 0];
            const b = code[(pc + 3) | 0] as number;
            if (typeof a === 'number') {
              regs[(base + (code[(pc + 1) | 0] as number)) | 0] = a / b;
              pc = (pc + 4) | 0;
              continue;
            }
            answer = arithmetic(state, '/', a, b);
            target = base + (code[(pc + 1) | 0] as number);
            back = pc + 4;
            break;
          }
          case 50 satisfies typeof Op.ModI: {
            const a = regs[(base + (code[(pc + 2) | 0] as number)) | 0];
            const b = code[(pc + 3) | 0] as number;
            if (typeof a === 'number') {
              regs[(base + (code[(pc + 1) | 0] as number)) | 0] = a % b;
              pc = (pc + 4) | 0;
              continue;
            }
            answer = arithmetic(state, '%', a, b);
            target = base + (code[(pc + 1) | 0] as number);
            back = pc + 4;
            break;
          }
          case 51 satisfies typeof Op.BitAndI: {
            const a = regs[(base + (code[(pc + 2) | 0] as number)) | 0];
            const b = code[(pc + 3) | 0] as number;
            if (typeof a === 'number') {
              regs[(base + (code[(pc + 1) | 0] as number)) | 0] = a & b;
              pc = (pc + 4) | 0;
              continue;
            }
            answer = arithmetic(state, '&', a, b);
            target = base + (code[(pc + 1) | 0] as number);
            back = pc + 4;
            break;
          }
          case 52 satisfies typeof Op.BitOrI: {
            const a = regs[(base + (code[(pc + 2) | 0] as number)) | 0];
            const b = code[(pc + 3) | 0] as number;
            if (typeof a === 'number') {
              regs[(base + (code[(pc + 1) | 0] as number)) | 0] = a | b;
              pc = (pc + 4) | 0;
              continue;
            }
            answer = arithmetic(state, '|', a, b);
            target = base + (code[(pc + 1) | 0] as number);
            back = pc + 4;
            break;
          }
          case 53 satisfies typeof Op.ShlI: {
            const a = regs[(base + (code[(pc + 2) | 0] as number)) | 0];
            const b = code[(pc + 3) | 0] as number;
            if (typeof a === 'number') {
              regs[(base + (code[(pc + 1) | 0] as number)) | 0] = a << b;
              pc = (pc + 4) | 0;
              continue;
            }
            answer = arithmetic(state, '<<', a, b);
            target = base + (code[(pc + 1) | 0] as number);
            back = pc + 4;
            break;
          }
          case 54 satisfies typeof Op.ShrI: {
            const a = regs[(base + (code[(pc + 2) | 0] as number)) | 0];
            const b = code[(pc + 3) | 0] as number;
            if (typeof a === 'number') {
              regs[(base + (code[(pc + 1) | 0] as number)) | 0] = a >> b;
              pc = (pc + 4) | 0;
              continue;
            }
            answer = arithmetic(state, '>>', a, b);
            target = base + (code[(pc + 1) | 0] as number);
            back = pc + 4;
            break;
          }
          case 55 satisfies typeof Op.UShrI: {
            const a = regs[(base + (code[(pc + 2) | 0] as number)) | 0];
            const b = code[(pc + 3) | 0] as number;
            if (typeof a === 'number') {
              regs[(base + (code[(pc + 1) | 0] as number)) | 0] = a >>> b;
              pc = (pc + 4) | 0;
              continue;
            }
            answer = arithmetic(state, '>>>', a, b);
            target = base + (code[(pc + 1) | 0] as number);
            back = pc + 4;
            break;
          }
          case 46 satisfies typeof Op.AddI: {
            const a = regs[(base + (code[(pc + 2) | 0] as number)) | 0];
            const b = code[(pc + 3) | 0] as number;
            if (typeof a === 'number') {
              regs[(base + (code[(pc + 1) | 0] as number)) | 0] = a + b;
              pc = (pc + 4) | 0;
              continue;
            }
            answer = add(state, a, b);
            target = base + (code[(pc + 1) | 0] as number);
            back = pc + 4;
            break;
          }
          case 36 satisfies typeof Op.Lt: {
            const a = regs[(base + (code[(pc + 2) | 0] as number)) | 0];
            const b = regs[(base + (code[(pc + 3) | 0] as number)) | 0];
            if (typeof a === 'number' && typeof b === 'number') {
              regs[(base + (code[(pc + 1) | 0] as number)) | 0] = a < b;
              pc = (pc + 4) | 0;
              continue;
            }
            answer = relate(state, '<', a, b);
            target = base + (code[(pc + 1) | 0] as number);
            back = pc + 4;
            break;
          }
          case 72 satisfies typeof Op.JLt: {
            const a = regs[(base + (code[(pc + 1) | 0] as number)) | 0];
            const b = regs[(base + (code[(pc + 2) | 0] as number)) | 0];
            if (typeof a === 'number' && typeof b === 'number') {
              if (a < b) {
                to = code[(pc + 3) | 0] as number;
                break jump;
              } else pc = (pc + 8) | 0;
              continue;
            }
            answer = relate(state, '<', a, b);
            target = base + (code[(pc + 4) | 0] as number);
            back = pc + 5;
            break;
          }
          case 73 satisfies typeof Op.JNotLt: {
            const a = regs[(base + (code[(pc + 1) | 0] as number)) | 0];
            const b = regs[(base + (code[(pc + 2) | 0] as number)) | 0];
            if (typeof a === 'number' && typeof b === 'number') {
              if (!(a < b)) {
                to = code[(pc + 3) | 0] as number;
                break jump;
              } else pc = (pc + 8) | 0;
              continue;
            }
            answer = relate(state, '<', a, b);
            target = base + (code[(pc + 4) | 0] as number);
            back = pc + 5;
            break;
          }
          case 82 satisfies typeof Op.JLtI: {
            const a = regs[(base + (code[(pc + 1) | 0] as number)) | 0];
            const b = code[(pc + 2) | 0] as number;
            if (typeof a === 'number') {
              if (a < b) {
                to = code[(pc + 3) | 0] as number;
                break jump;
              } else pc = (pc + 8) | 0;
              continue;
            }
            answer = relate(state, '<', a, b);
            target = base + (code[(pc + 4) | 0] as number);
            back = pc + 5;
            break;
          }
          case 83 satisfies typeof Op.JNotLtI: {
            const a = regs[(base + (code[(pc + 1) | 0] as number)) | 0];
            const b = code[(pc + 2) | 0] as number;
            if (typeof a === 'number') {
              if (!(a < b)) {
                to = code[(pc + 3) | 0] as number;
                break jump;
              } else pc = (pc + 8) | 0;
              continue;
            }
            answer = relate(state, '<', a, b);
            target = base + (code[(pc + 4) | 0] as number);
            back = pc + 5;
            break;
          }
          case 37 satisfies typeof Op.Le: {
            const a = regs[(base + (code[(pc + 2) | 0] as number)) | 0];
            const b = regs[(base + (code[(pc + 3) | 0] as number)) | 0];
            if (typeof a === 'number' && typeof b === 'number') {
              regs[(base + (code[(pc + 1) | 0] as number)) | 0] = a <= b;
              pc = (pc + 4) | 0;
              continue;
            }
            answer = relate(state, '<=', a, b);
            target = base + (code[(pc + 1) | 0] as number);
            back = pc + 4;
            break;
          }
          case 74 satisfies typeof Op.JLe: {
            const a = regs[(base + (code[(pc + 1) | 0] as number)) | 0];
            const b = regs[(base + (code[(pc + 2) | 0] as number)) | 0];
            if (typeof a === 'number' && typeof b === 'number') {
              if (a <= b) {
                to = code[(pc + 3) | 0] as number;
                break jump;
              } else pc = (pc + 8) | 0;
              continue;
            }
            answer = relate(state, '<=', a, b);
            target = base + (code[(pc + 4) | 0] as number);
            back = pc + 5;
            break;
          }
          case 75 satisfies typeof Op.JNotLe: {
            const a = regs[(base + (code[(pc + 1) | 0] as number)) | 0];
            const b = regs[(base + (code[(pc + 2) | 0] as number)) | 0];
            if (typeof a === 'number' && typeof b === 'number') {
              if (!(a <= b)) {
                to = code[(pc + 3) | 0] as number;
                break jump;
              } else pc = (pc + 8) | 0;
              continue;
            }
            answer = relate(state, '<=', a, b);
            target = base + (code[(pc + 4) | 0] as number);
            back = pc + 5;
            break;
          }
          case 84 satisfies typeof Op.JLeI: {
            const a = regs[(base + (code[(pc + 1) | 0] as number)) | 0];
            const b = code[(pc + 2) | 0] as number;
            if (typeof a === 'number') {
              if (a <= b) {
                to = code[(pc + 3) | 0] as number;
                break jump;
              } else pc = (pc + 8) | 0;
              continue;
            }
            answer = relate(state, '<=', a, b);
            target = base + (code[(pc + 4) | 0] as number);
            back = pc + 5;
            break;
          }
          case 85 satisfies typeof Op.JNotLeI: {
            const a = regs[(base + (code[(pc + 1) | 0] as number)) | 0];
            const b = code[(pc + 2) | 0] as number;
            if (typeof a === 'number') {
              if (!(a <= b)) {
                to = code[(pc + 3) | 0] as number;
                break jump;
              } else pc = (pc + 8) | 0;
              continue;
            }
            answer = relate(state, '<=', a, b);
            target = base + (code[(pc + 4) | 0] as number);
            back = pc + 5;
            break;
          }
          case 38 satisfies typeof Op.Gt: {
            const a = regs[(base + (code[(pc + 2) | 0] as number)) | 0];
            const b = regs[(base + (code[(pc + 3) | 0] as number)) | 0];
            if (typeof a === 'number' && typeof b === 'number') {
              regs[(base + (code[(pc + 1) | 0] as number)) | 0] = a > b;
              pc = (pc + 4) | 0;
              continue;
            }
            answer = relate(state, '>', a, b);
            target = base + (code[(pc + 1) | 0] as number);
            back = pc + 4;
            break;
          }
          case 76 satisfies typeof Op.JGt: {
            const a = regs[(base + (code[(pc + 1) | 0] as number)) | 0];
            const b = regs[(base + (code[(pc + 2) | 0] as number)) | 0];
            if (typeof a === 'number' && typeof b === 'number') {
              if (a > b) {
                to = code[(pc + 3) | 0] as number;
                break jump;
              } else pc = (pc + 8) | 0;
              continue;
            }
            answer = relate(state, '>', a, b);
            target = base + (code[(pc + 4) | 0] as number);
            back = pc + 5;
            break;
          }
          case 77 satisfies typeof Op.JNotGt: {
            const a = regs[(base + (code[(pc + 1) | 0] as number)) | 0];
            const b = regs[(base + (code[(pc + 2) | 0] as number)) | 0];
            if (typeof a === 'number' && typeof b === 'number') {
              if (!(a > b)) {
                to = code[(pc + 3) | 0] as number;
                break jump;
              } else pc = (pc + 8) | 0;
              continue;
            }
            answer = relate(state, '>', a, b);
            target = base + (code[(pc + 4) | 0] as number);
            back = pc + 5;
            break;
          }
          case 86 satisfies typeof Op.JGtI: {
            const a = regs[(base + (code[(pc + 1) | 0] as number)) | 0];
            const b = code[(pc + 2) | 0] as number;
            if (typeof a === 'number') {
              if (a > b) {
                to = code[(pc + 3) | 0] as number;
                break jump;
              } else pc = (pc + 8) | 0;
              continue;
            }
            answer = relate(state, '>', a, b);
            target = base + (code[(pc + 4) | 0] as number);
            back = pc + 5;
            break;
          }
          case 87 satisfies typeof Op.JNotGtI: {
            const a = regs[(base + (code[(pc + 1) | 0] as number)) | 0];
            const b = code[(pc + 2) | 0] as number;
            if (typeof a === 'number') {
              if (!(a > b)) {
                to = code[(pc + 3) | 0] as number;
                break jump;
              } else pc = (pc + 8) | 0;
              continue;
            }
            answer = relate(state, '>', a, b);
            target = base + (code[(pc + 4) | 0] as number);
            back = pc + 5;
            break;
          }
          case 39 satisfies typeof Op.Ge: {
            const a = regs[(base + (code[(pc + 2) | 0] as number)) | 0];
            const b = regs[(base + (code[(pc + 3) | 0] as number)) | 0];
            if (typeof a === 'number' && typeof b === 'number') {
              regs[(base + (code[(pc + 1) | 0] as number)) | 0] = a >= b;
              pc = (pc + 4) | 0;
              continue;
            }
            answer = relate(state, '>=', a, b);
            target = base + (code[(pc + 1) | 0] as number);
            back = pc + 4;
            break;
          }
          case 78 satisfies typeof Op.JGe: {
            const a = regs[(base + (code[(pc + 1) | 0] as number)) | 0];
            const b = regs[(base + (code[(pc + 2) | 0] as number)) | 0];
            if (typeof a === 'number' && typeof b === 'number') {
              if (a >= b) {
                to = code[(pc + 3) | 0] as number;
                break jump;
              } else pc = (pc + 8) | 0;
              continue;
            }
            answer = relate(state, '>=', a, b);
            target = base + (code[(pc + 4) | 0] as number);
            back = pc + 5;
            break;
          }
          case 79 satisfies typeof Op.JNotGe: {
            const a = regs[(base + (code[(pc + 1) | 0] as number)) | 0];
            const b = regs[(base + (code[(pc + 2) | 0] as number)) | 0];
            if (typeof a === 'number' && typeof b === 'number') {
              if (!(a >= b)) {
                to = code[(pc + 3) | 0] as number;
                break jump;
              } else pc = (pc + 8) | 0;
              continue;
            }
            answer = relate(state, '>=', a, b);
            target = base + (code[(pc + 4) | 0] as number);
            back = pc + 5;
            break;
          }
          case 88 satisfies typeof Op.JGeI: {
            const a = regs[(base + (code[(pc + 1) | 0] as number)) | 0];
            const b = code[(pc + 2) | 0] as number;
            if (typeof a === 'number') {
              if (a >= b) {
                to = code[(pc + 3) | 0] as number;
                break jump;
              } else pc = (pc + 8) | 0;
              continue;
            }
            answer = relate(state, '>=', a, b);
            target = base + (code[(pc + 4) | 0] as number);
            back = pc + 5;
            break;
          }
          case 89 satisfies typeof Op.JNotGeI: {
            const a = regs[(base + (code[(pc + 1) | 0] as number)) | 0];
            const b = code[(pc + 2) | 0] as number;
            if (typeof a === 'number') {
              if (!(a >= b)) {
                to = code[(pc + 3) | 0] as number;
                break jump;
              } else pc = (pc + 8) | 0;
              continue;
            }
            answer = relate(state, '>=', a, b);
            target = base + (code[(pc + 4) | 0] as number);
            back = pc + 5;
            break;
          }
          case 80 satisfies typeof Op.JSEq: {
            const a = regs[(base + (code[(pc + 1) | 0] as number)) | 0];
            const b = regs[(base + (code[(pc + 2) | 0] as number)) | 0];
            const same =
              typeof a === 'number' && typeof b === 'number'
                ? a === b
                : typeof a === 'string'
                  ? strictEquals(state, a, b)
                  : a === b;
            if (same) {
              to = code[(pc + 3) | 0] as number;
              break jump;
            } else pc = (pc + 8) | 0;
            continue;
          }
          case 90 satisfies typeof Op.JSEqI: {
            const a = regs[(base + (code[(pc + 1) | 0] as number)) | 0];
            if (typeof a === 'number' && a === (code[(pc + 2) | 0] as number)) {
              to = code[(pc + 3) | 0] as number;
              break jump;
            } else pc = (pc + 8) | 0;
            continue;
          }
          case 81 satisfies typeof Op.JSNe: {
            const a = regs[(base + (code[(pc + 1) | 0] as number)) | 0];
            const b = regs[(base + (code[(pc + 2) | 0] as number)) | 0];
            const same =
              typeof a === 'number' && typeof b === 'number'
                ? a === b
                : typeof a === 'string'
                  ? strictEquals(state, a, b)
                  : a === b;
            if (!same) {
              to = code[(pc + 3) | 0] as number;
              break jump;
            } else pc = (pc + 8) | 0;
            continue;
          }
          case 91 satisfies typeof Op.JSNeI: {
            const a = regs[(base + (code[(pc + 1) | 0] as number)) | 0];
            if (typeof a !== 'number' || a !== (code[(pc + 2) | 0] as number)) {
              to = code[(pc + 3) | 0] as number;
              break jump;
            } else pc = (pc + 8) | 0;
            continue;
          }
          case 42 satisfies typeof Op.SEq: {
            regs[(base + (code[(pc + 1) | 0] as number)) | 0] = strictEquals(
              state,
              regs[(base + (code[(pc + 2) | 0] as number)) | 0],
              regs[(base + (code[(pc + 3) | 0] as number)) | 0],
            );
            pc = (pc + 4) | 0;
            continue;
          }
          case 43 satisfies typeof Op.SNe: {
            regs[(base + (code[(pc + 1) | 0] as number)) | 0] = !strictEquals(
              state,
              regs[(base + (code[(pc + 2) | 0] as number)) | 0],
              regs[(base + (code[(pc + 3) | 0] as number)) | 0],
            );
            pc = (pc + 4) | 0;
            continue;
          }
          case 40 satisfies typeof Op.Eq: {
            answer = looseEquals(
              state,
              regs[(base + (code[(pc + 2) | 0] as number)) | 0],
              regs[(base + (code[(pc + 3) | 0] as number)) | 0],
            );
            target = base + (code[(pc + 1) | 0] as number);
            back = pc + 4;
            break;
          }
          case 41 satisfies typeof Op.Ne: {
            answer = looseEquals(
              state,
              regs[(base + (code[(pc + 2) | 0] as number)) | 0],
              regs[(base + (code[(pc + 3) | 0] as number)) | 0],
            );
            if (answer === pending) state.args.push(true);
            else answer = answer !== true;
            target = base + (code[(pc + 1) | 0] as number);
            back = pc + 4;
            break;
          }
          case 44 satisfies typeof Op.In: {
            answer = isIn(
              state,
              regs[(base + (code[(pc + 2) | 0] as number)) | 0],
              regs[(base + (code[(pc + 3) | 0] as number)) | 0],
            );
            target = base + (code[(pc + 1) | 0] as number);
            back = pc + 4;
            break;
          }
          case 45 satisfies typeof Op.InstanceOf: {
            regs[(base + (code[(pc + 1) | 0] as number)) | 0] = instanceOf(
              regs[(base + (code[(pc + 2) | 0] as number)) | 0],
              regs[(base + (code[(pc + 3) | 0] as number)) | 0],
            );
            pc = (pc + 4) | 0;
            continue;
          }
          case 56 satisfies typeof Op.Neg: {
            const a = regs[(base + (code[(pc + 2) | 0] as number)) | 0];
            if (typeof a === 'number') {
              regs[(base + (code[(pc + 1) | 0] as number)) | 0] = -a;
              pc = (pc + 3) | 0;
              continue;
            }
            answer = unary(state, '-', a);
            target = base + (code[(pc + 1) | 0] as number);
            back = pc + 3;
            break;
          }
          case 57 satisfies typeof Op.Plus: {
            const a = regs[(base + (code[(pc + 2) | 0] as number)) | 0];
            if (typeof a === 'number') {
              regs[(base + (code[(pc + 1) | 0] as number)) | 0] = a;
              pc = (pc + 3) | 0;
              continue;
            }
            answer = unary(state, '+', a);
            target = base + (code[(pc + 1) | 0] as number);
            back = pc + 3;
            break;
          }
          case 58 satisfies typeof Op.BitNot: {
            const a = regs[(base + (code[(pc + 2) | 0] as number)) | 0];
            if (typeof a === 'number') {
              regs[(base + (code[(pc + 1) | 0] as number)) | 0] = ~a;
              pc = (pc + 3) | 0;
              continue;
            }
            answer = unary(state, '~', a);
            target = base + (code[(pc + 1) | 0] as number);
            back = pc + 3;
            break;
          }
          case 63 satisfies typeof Op.Inc: {
            const a = regs[(base + (code[(pc + 1) | 0] as number)) | 0];
            if (typeof a === 'number') {
              regs[(base + (code[(pc + 1) | 0] as number)) | 0] = a + 1;
              pc = (pc + 2) | 0;
              continue;
            }
            answer = unary(state, '++', a);
            target = base + (code[(pc + 1) | 0] as number);
            back = pc + 2;
            break;
          }
          case 64 satisfies typeof Op.Dec: {
            const a = regs[(base + (code[(pc + 1) | 0] as number)) | 0];
            if (typeof a === 'number') {
              regs[(base + (code[(pc + 1) | 0] as number)) | 0] = a - 1;
              pc = (pc + 2) | 0;
              continue;
            }
            answer = unary(state, '--', a);
            target = base + (code[(pc + 1) | 0] as number);
            back = pc + 2;
            break;
          }
          case 59 satisfies typeof Op.Not: {
            regs[(base + (code[(pc + 1) | 0] as number)) | 0] = !truthy(
              regs[(base + (code[(pc + 2) | 0] as number)) | 0],
            );
            pc = (pc + 3) | 0;
            continue;
          }
          case 60 satisfies typeof Op.TypeOf: {
            regs[(base + (code[(pc + 1) | 0] as number)) | 0] = typeOf(
              regs[(base + (code[(pc + 2) | 0] as number)) | 0],
            );
            pc = (pc + 3) | 0;
            continue;
          }
          case 61 satisfies typeof Op.ToText: {
            const a = regs[(base + (code[(pc + 2) | 0] as number)) | 0];
            if (isObj(a)) answer = state.request('toText', a);
            else answer = String(a);
            target = base + (code[(pc + 1) | 0] as number);
            back = pc + 3;
            break;
          }
          case 62 satisfies typeof Op.ToKey: {
            const a = regs[(base + (code[(pc + 2) | 0] as number)) | 0];
            if (isObj(a)) answer = state.request('toText', a);
            else answer = typeof a === 'number' ? a : keyText(state, a);
            target = base + (code[(pc + 1) | 0] as number);
            back = pc + 3;
            break;
          }
          case 65 satisfies typeof Op.Jmp: {
            pc = code[(pc + 1) | 0] as number;
            continue;
          }
          case 66 satisfies typeof Op.Loop: {
            to = code[(pc + 1) | 0] as number;
            break jump;
          }
          case 67 satisfies typeof Op.JTrue: {
            const a = regs[(base + (code[(pc + 1) | 0] as number)) | 0];
            if (a === true || (a !== false && truthy(a))) {
              to = code[(pc + 2) | 0] as number;
              break jump;
            } else pc = (pc + 3) | 0;
            continue;
          }
          case 68 satisfies typeof Op.JFalse: {
            const a = regs[(base + (code[(pc + 1) | 0] as number)) | 0];
            if (a === false || (a !== true && !truthy(a))) {
              to = code[(pc + 2) | 0] as number;
              break jump;
            } else pc = (pc + 3) | 0;
            continue;
          }
          case 69 satisfies typeof Op.JNullish: {
            const a = regs[(base + (code[(pc + 1) | 0] as number)) | 0];
            if (a === undefined || a === null) pc = code[(pc + 2) | 0] as number;
            else pc = (pc + 3) | 0;
            continue;
          }
          case 70 satisfies typeof Op.JNotNullish: {
            const a = regs[(base + (code[(pc + 1) | 0] as number)) | 0];
            if (a !== undefined && a !== null) pc = code[(pc + 2) | 0] as number;
            else pc = (pc + 3) | 0;
            continue;
          }
          case 71 satisfies typeof Op.JNotUndefined: {
            const a = regs[(base + (code[(pc + 1) | 0] as number)) | 0];
            if (a !== undefined) pc = code[(pc + 2) | 0] as number;
            else pc = (pc + 3) | 0;
            continue;
          }
          case 0 satisfies typeof Op.Move: {
            regs[(base + (code[(pc + 1) | 0] as number)) | 0] =
              regs[(base + (code[(pc + 2) | 0] as number)) | 0];
            pc = (pc + 3) | 0;
            continue;
          }
          case 1 satisfies typeof Op.LoadK: {
            regs[(base + (code[(pc + 1) | 0] as number)) | 0] =
              consts[code[(pc + 2) | 0] as number];
            pc = (pc + 3) | 0;
            continue;
          }
          case 2 satisfies typeof Op.LoadInt: {
            regs[(base + (code[(pc + 1) | 0] as number)) | 0] = code[(pc + 2) | 0] as number;
            pc = (pc + 3) | 0;
            continue;
          }
          case 3 satisfies typeof Op.LoadUndefined: {
            regs[(base + (code[(pc + 1) | 0] as number)) | 0] = undefined;
            pc = (pc + 2) | 0;
            continue;
          }
          case 4 satisfies typeof Op.LoadNull: {
            regs[(base + (code[(pc + 1) | 0] as number)) | 0] = null;
            pc = (pc + 2) | 0;
            continue;
          }
          case 5 satisfies typeof Op.LoadTrue: {
            regs[(base + (code[(pc + 1) | 0] as number)) | 0] = true;
            pc = (pc + 2) | 0;
            continue;
          }
          case 6 satisfies typeof Op.LoadFalse: {
            regs[(base + (code[(pc + 1) | 0] as number)) | 0] = false;
            pc = (pc + 2) | 0;
            continue;
          }
          case 7 satisfies typeof Op.LoadTdz: {
            regs[(base + (code[(pc + 1) | 0] as number)) | 0] = tdz;
            pc = (pc + 2) | 0;
            continue;
          }
          case 8 satisfies typeof Op.GetGlobal: {
            const value = (globals[code[(pc + 2) | 0] as number] as Global).v;
            if (typeof value === 'object' && value === tdz)
              answer = missingGlobal(state, closure, code[(pc + 2) | 0] as number);
            else answer = value;
            regs[(base + (code[(pc + 1) | 0] as number)) | 0] = answer;
            pc = (pc + 3) | 0;
            continue;
          }
          case 9 satisfies typeof Op.TypeofGlobal: {
            regs[(base + (code[(pc + 1) | 0] as number)) | 0] = typeofGlobal(
              state,
              closure,
              code[(pc + 2) | 0] as number,
            );
            pc = (pc + 3) | 0;
            continue;
          }
          case 10 satisfies typeof Op.SetGlobal: {
            const global = globals[code[(pc + 1) | 0] as number] as Global;
            if (
              (global.kind === 'let' || global.kind === 'var') &&
              (typeof global.v !== 'object' || global.v !== tdz)
            ) {
              global.v = regs[(base + (code[(pc + 2) | 0] as number)) | 0];
            } else
              setGlobal(
                state,
                closure,
                code[(pc + 1) | 0] as number,
                regs[(base + (code[(pc + 2) | 0] as number)) | 0],
              );
            pc = (pc + 3) | 0;
            continue;
          }
          case 11 satisfies typeof Op.InitGlobal: {
            (globals[code[(pc + 1) | 0] as number] as Global).v =
              regs[(base + (code[(pc + 2) | 0] as number)) | 0];
            pc = (pc + 3) | 0;
            continue;
          }
          case 12 satisfies typeof Op.DeleteGlobal: {
            regs[(base + (code[(pc + 1) | 0] as number)) | 0] = deleteGlobal(
              closure,
              code[(pc + 2) | 0] as number,
            );
            pc = (pc + 3) | 0;
            continue;
          }
          case 13 satisfies typeof Op.MakeCell: {
            state.charge(24);
            regs[(base + (code[(pc + 1) | 0] as number)) | 0] = new Cell(tdz) as unknown as Value;
            pc = (pc + 2) | 0;
            continue;
          }
          case 14 satisfies typeof Op.BoxCell: {
            state.charge(24);
            regs[(base + (code[(pc + 1) | 0] as number)) | 0] = new Cell(
              regs[(base + (code[(pc + 1) | 0] as number)) | 0],
            ) as unknown as Value;
            pc = (pc + 2) | 0;
            continue;
          }
          case 15 satisfies typeof Op.CopyCell: {
            state.charge(24);
            regs[(base + (code[(pc + 1) | 0] as number)) | 0] = new Cell(
              (regs[(base + (code[(pc + 1) | 0] as number)) | 0] as unknown as Cell).v,
            ) as unknown as Value;
            pc = (pc + 2) | 0;
            continue;
          }
          case 16 satisfies typeof Op.GetCell: {
            const value = (regs[(base + (code[(pc + 2) | 0] as number)) | 0] as unknown as Cell).v;
            if (typeof value === 'object' && value === tdz) uninitialised(closure, pc);
            regs[(base + (code[(pc + 1) | 0] as number)) | 0] = value;
            pc = (pc + 3) | 0;
            continue;
          }
          case 17 satisfies typeof Op.SetCell: {
            const cell = regs[(base + (code[(pc + 1) | 0] as number)) | 0] as unknown as Cell;
            const { v } = cell;
            if (typeof v === 'object' && v === tdz) uninitialised(closure, pc);
            cell.v = regs[(base + (code[(pc + 2) | 0] as number)) | 0];
            pc = (pc + 3) | 0;
            continue;
          }
          case 18 satisfies typeof Op.InitCell: {
            (regs[(base + (code[(pc + 1) | 0] as number)) | 0] as unknown as Cell).v =
              regs[(base + (code[(pc + 2) | 0] as number)) | 0];
            pc = (pc + 3) | 0;
            continue;
          }
          case 19 satisfies typeof Op.GetCapture: {
            const value = (closure.cells[code[(pc + 2) | 0] as number] as Cell).v;
            if (typeof value === 'object' && value === tdz) uninitialised(closure, pc);
            regs[(base + (code[(pc + 1) | 0] as number)) | 0] = value;
            pc = (pc + 3) | 0;
            continue;
          }
          case 20 satisfies typeof Op.SetCapture: {
            const cell = closure.cells[code[(pc + 1) | 0] as number] as Cell;
            const { v } = cell;
            if (typeof v === 'object' && v === tdz) uninitialised(closure, pc);
            cell.v = regs[(base + (code[(pc + 2) | 0] as number)) | 0];
            pc = (pc + 3) | 0;
            continue;
          }
          case 21 satisfies typeof Op.CheckTdz: {
            const v = regs[(base + (code[(pc + 1) | 0] as number)) | 0];
            if (typeof v === 'object' && v === tdz) uninitialised(closure, pc);
            pc = (pc + 2) | 0;
            continue;
          }
          case 22 satisfies typeof Op.ThrowConst: {
            raise('TypeError', 'constant-assign', {
              name: consts[code[(pc + 1) | 0] as number] as string,
            });
            continue;
          }
          case 23 satisfies typeof Op.Closure: {
            regs[(base + (code[(pc + 1) | 0] as number)) | 0] = makeClosure(
              state,
              closure,
              code[(pc + 2) | 0] as number,
              base,
            );
            pc = (pc + 3) | 0;
            continue;
          }
          case 92 satisfies typeof Op.GetProp: {
            const object = regs[(base + (code[(pc + 2) | 0] as number)) | 0];
            const key = consts[code[(pc + 3) | 0] as number] as string;
            if (typeof object === 'object' && object !== null) {
              const { bag } = object;
              if (bag !== null) {
                const value = bag[key];
                if (value !== undefined) {
                  regs[(base + (code[(pc + 1) | 0] as number)) | 0] = value;
                  pc = (pc + 4) | 0;
                  continue;
                }
              } else {
                const method = (byKind[object.kind] as Bag)[key];
                if (method !== undefined) {
                  regs[(base + (code[(pc + 1) | 0] as number)) | 0] = method;
                  pc = (pc + 4) | 0;
                  continue;
                }
              }
            } else if (typeof object === 'string') {
              const method = texts[key];
              if (method !== undefined) {
                regs[(base + (code[(pc + 1) | 0] as number)) | 0] = method;
                pc = (pc + 4) | 0;
                continue;
              }
            }
            regs[(base + (code[(pc + 1) | 0] as number)) | 0] = getProperty(state, object, key);
            pc = (pc + 4) | 0;
            continue;
          }
          case 94 satisfies typeof Op.GetLength: {
            const object = regs[(base + (code[(pc + 2) | 0] as number)) | 0];
            if (typeof object === 'object' && object !== null && object.kind === 1) {
              regs[(base + (code[(pc + 1) | 0] as number)) | 0] = (object.data as Value[]).length;
            } else if (typeof object === 'string') {
              regs[(base + (code[(pc + 1) | 0] as number)) | 0] = object.length;
            } else
              regs[(base + (code[(pc + 1) | 0] as number)) | 0] = getProperty(
                state,
                object,
                'length',
              );
            pc = (pc + 3) | 0;
            continue;
          }
          case 93 satisfies typeof Op.GetKeyed: {
            const object = regs[(base + (code[(pc + 2) | 0] as number)) | 0];
            const key = regs[(base + (code[(pc + 3) | 0] as number)) | 0];
            if (
              typeof key === 'number' &&
              typeof object === 'object' &&
              object !== null &&
              object.kind === 1
            ) {
              const items = object.data as Value[];
              if (key >>> 0 === key && key < items.length) {
                const item = items[key];
                regs[(base + (code[(pc + 1) | 0] as number)) | 0] =
                  typeof item === 'object' && item === hole ? undefined : item;
                pc = (pc + 4) | 0;
                continue;
              }
            }
            answer = getKeyed(state, object, key);
            target = base + (code[(pc + 1) | 0] as number);
            back = pc + 4;
            break;
          }
          case 95 satisfies typeof Op.SetProp: {
            const object = regs[(base + (code[(pc + 1) | 0] as number)) | 0];
            const key = consts[code[(pc + 2) | 0] as number] as string;
            if (typeof object === 'object' && object !== null && object.kind === 0) {
              const bag = object.bag as Bag;
              if (bag[key] !== undefined) {
                bag[key] = regs[(base + (code[(pc + 3) | 0] as number)) | 0];
                pc = (pc + 4) | 0;
                continue;
              }
            }
            answer = setNamed(
              state,
              object,
              key,
              regs[(base + (code[(pc + 3) | 0] as number)) | 0],
              fn.strict,
            );
            target = base + fn.registers;
            back = pc + 4;
            break;
          }
          case 96 satisfies typeof Op.SetKeyed: {
            const object = regs[(base + (code[(pc + 1) | 0] as number)) | 0];
            const key = regs[(base + (code[(pc + 2) | 0] as number)) | 0];
            if (
              typeof key === 'number' &&
              typeof object === 'object' &&
              object !== null &&
              object.kind === 1
            ) {
              const items = object.data as Value[];
              if (key >>> 0 === key && key < items.length) {
                items[key] = regs[(base + (code[(pc + 3) | 0] as number)) | 0];
                pc = (pc + 4) | 0;
                continue;
              }
            }
            answer = setKeyed(
              state,
              object,
              key,
              regs[(base + (code[(pc + 3) | 0] as number)) | 0],
              fn.strict,
            );
            target = base + fn.registers;
            back = pc + 4;
            break;
          }
          case 97 satisfies typeof Op.DeleteProp: {
            const key = consts[code[(pc + 3) | 0] as number];
            regs[(base + (code[(pc + 1) | 0] as number)) | 0] = deleteKeyed(
              state,
              regs[(base + (code[(pc + 2) | 0] as number)) | 0],
              key,
              fn.strict,
            );
            pc = (pc + 4) | 0;
            continue;
          }
          case 98 satisfies typeof Op.DeleteKeyed: {
            answer = deleteKeyed(
              state,
              regs[(base + (code[(pc + 2) | 0] as number)) | 0],
              regs[(base + (code[(pc + 3) | 0] as number)) | 0],
              fn.strict,
            );
            target = base + (code[(pc + 1) | 0] as number);
            back = pc + 4;
            break;
          }
          case 99 satisfies typeof Op.NewObject: {
            state.charge(64);
            regs[(base + (code[(pc + 1) | 0] as number)) | 0] = new Obj(0, newBag(), null);
            pc = (pc + 2) | 0;
            continue;
          }
          case 100 satisfies typeof Op.InitProp: {
            state.charge(16);
            ((regs[(base + (code[(pc + 1) | 0] as number)) | 0] as Obj).bag as Bag)[
              consts[code[(pc + 2) | 0] as number] as string
            ] = regs[(base + (code[(pc + 3) | 0] as number)) | 0];
            pc = (pc + 4) | 0;
            continue;
          }
          case 101 satisfies typeof Op.InitKeyed: {
            const key = keyText(state, regs[(base + (code[(pc + 2) | 0] as number)) | 0]);
            state.charge(32 + 2 * key.length);
            state.spend(costOfProperty);
            ((regs[(base + (code[(pc + 1) | 0] as number)) | 0] as Obj).bag as Bag)[key] =
              regs[(base + (code[(pc + 3) | 0] as number)) | 0];
            pc = (pc + 4) | 0;
            continue;
          }
          case 102 satisfies typeof Op.CopyProps: {
            copyProperties(
              state,
              regs[(base + (code[(pc + 2) | 0] as number)) | 0],
              (regs[(base + (code[(pc + 1) | 0] as number)) | 0] as Obj).bag as Bag,
              null,
            );
            pc = (pc + 3) | 0;
            continue;
          }
          case 103 satisfies typeof Op.RestProps: {
            const first = base + (code[(pc + 3) | 0] as number);
            const without = regs.slice(first, first + (code[(pc + 4) | 0] as number));
            regs[(base + (code[(pc + 1) | 0] as number)) | 0] = restProperties(
              state,
              regs[(base + (code[(pc + 2) | 0] as number)) | 0],
              without,
            );
            pc = (pc + 5) | 0;
            continue;
          }
          case 104 satisfies typeof Op.NewArray: {
            const first = base + (code[(pc + 2) | 0] as number);
            const count = code[(pc + 3) | 0] as number;
            state.charge(64 + 8 * count);
            regs[(base + (code[(pc + 1) | 0] as number)) | 0] = new Obj(
              1,
              null,
              regs.slice(first, first + count),
            );
            pc = (pc + 4) | 0;
            continue;
          }
          case 105 satisfies typeof Op.PushItem: {
            state.charge(8);
            ((regs[(base + (code[(pc + 1) | 0] as number)) | 0] as Obj).data as Value[]).push(
              regs[(base + (code[(pc + 2) | 0] as number)) | 0],
            );
            pc = (pc + 3) | 0;
            continue;
          }
          case 106 satisfies typeof Op.PushHole: {
            state.charge(8);
            ((regs[(base + (code[(pc + 1) | 0] as number)) | 0] as Obj).data as Value[]).push(hole);
            pc = (pc + 2) | 0;
            continue;
          }
          case 107 satisfies typeof Op.PushAll: {
            pushAll(
              state,
              (regs[(base + (code[(pc + 1) | 0] as number)) | 0] as Obj).data as Value[],
              regs[(base + (code[(pc + 2) | 0] as number)) | 0],
            );
            pc = (pc + 3) | 0;
            continue;
          }
          case 108 satisfies typeof Op.RequireObject: {
            requireObject(regs[(base + (code[(pc + 1) | 0] as number)) | 0]);
            pc = (pc + 2) | 0;
            continue;
          }
          case 109 satisfies typeof Op.Call: {
            at = base + (code[(pc + 2) | 0] as number) + 2;
            count = code[(pc + 3) | 0] as number;
            const callee = regs[at - 2];
            target = base + (code[(pc + 1) | 0] as number);
            back = pc + 4;
            if (typeof callee === 'object' && callee !== null && callee.kind === 2) {
              const entered = callee.data as Closure;
              fn = entered.code;
              if ((state.fuel -= fn.cost) < 0) overLimit('step-limit', state.limits.steps);
              const { depth } = state;
              const nested = state.nested + fn.weight;
              if (nested > mostNested || depth >= mostFrames) overLimit('depth-limit', mostNested);
              state.depth = depth + 1;
              state.nested = nested;
              const top = 3 * depth;
              if (top === stack.length) stack.push(pc + 4, base, target);
              else {
                stack[top] = pc + 4;
                stack[top + 1] = base;
                stack[top + 2] = target;
              }
              for (let i = count; i < fn.params; i++) regs[at + i] = undefined;
              if (fn.rest) state.argc = count;
              if (at + fn.registers + 10 > regs.length) grow(regs, at + fn.registers + 10);
              closure = entered;
              state.base = at;
              code = fn.code;
              consts = fn.consts;
              globals = closure.unit.globals;
              base = at;
              pc = 0;
              continue;
            }
            answer = callOther(state, callee, regs[at - 1], at, count);
            break;
          }
          case 110 satisfies typeof Op.CallPlain: {
            at = base + (code[(pc + 2) | 0] as number) + 2;
            count = code[(pc + 3) | 0] as number;
            const callee = regs[at - 2];
            regs[at - 1] = undefined;
            target = base + (code[(pc + 1) | 0] as number);
            back = pc + 4;
            if (typeof callee === 'object' && callee !== null && callee.kind === 2) {
              const entered = callee.data as Closure;
              fn = entered.code;
              if ((state.fuel -= fn.cost) < 0) overLimit('step-limit', state.limits.steps);
              const { depth } = state;
              const nested = state.nested + fn.weight;
              if (nested > mostNested || depth >= mostFrames) overLimit('depth-limit', mostNested);
              state.depth = depth + 1;
              state.nested = nested;
              const top = 3 * depth;
              if (top === stack.length) stack.push(pc + 4, base, target);
              else {
                stack[top] = pc + 4;
                stack[top + 1] = base;
                stack[top + 2] = target;
              }
              for (let i = count; i < fn.params; i++) regs[at + i] = undefined;
              if (fn.rest) state.argc = count;
              if (at + fn.registers + 10 > regs.length) grow(regs, at + fn.registers + 10);
              closure = entered;
              state.base = at;
              code = fn.code;
              consts = fn.consts;
              globals = closure.unit.globals;
              base = at;
              pc = 0;
              continue;
            }
            answer = callOther(state, callee, regs[at - 1], at, count);
            break;
          }
          case 111 satisfies typeof Op.CallList: {
            at = base + (code[(pc + 2) | 0] as number) + 2;
            count = spreadArguments(state, at);
            target = base + (code[(pc + 1) | 0] as number);
            back = pc + 3;
            answer = callOther(state, regs[at - 2], regs[at - 1], at, count);
            break;
          }
          case 112 satisfies typeof Op.New: {
            at = base + (code[(pc + 2) | 0] as number) + 2;
            target = base + (code[(pc + 1) | 0] as number);
            back = pc + 4;
            answer = construct(state, regs[at - 2], at, code[(pc + 3) | 0] as number);
            break;
          }
          case 113 satisfies typeof Op.NewList: {
            at = base + (code[(pc + 2) | 0] as number) + 2;
            target = base + (code[(pc + 1) | 0] as number);
            back = pc + 3;
            answer = construct(state, regs[at - 2], at, spreadArguments(state, at));
            break;
          }
          case 114 satisfies typeof Op.Return: {
            const value = regs[(base + (code[(pc + 1) | 0] as number)) | 0];
            if (state.depth === 0) return value;
            const top = 3 * --state.depth;
            state.nested -= fn.weight;
            regs[stack[top + 2] as number] = value;
            pc = stack[top] as number;
            base = stack[top + 1] as number;
            closure = (regs[base - 2] as Obj).data as Closure;
            state.base = base;
            fn = closure.code;
            code = fn.code;
            consts = fn.consts;
            globals = closure.unit.globals;
            continue;
          }
          case 115 satisfies typeof Op.ReturnUndefined: {
            const value = undefined;
            if (state.depth === 0) return value;
            const top = 3 * --state.depth;
            state.nested -= fn.weight;
            regs[stack[top + 2] as number] = value;
            pc = stack[top] as number;
            base = stack[top + 1] as number;
            closure = (regs[base - 2] as Obj).data as Closure;
            state.base = base;
            fn = closure.code;
            code = fn.code;
            consts = fn.consts;
            globals = closure.unit.globals;
            continue;
          }
          case 116 satisfies typeof Op.Throw: {
            throw new GuestThrow(regs[(base + (code[(pc + 1) | 0] as number)) | 0]);
          }
          case 117 satisfies typeof Op.Rethrow: {
            state.thrownAt = (regs[base + (code[(pc + 1) | 0] as number) + 1] as Obj).data as Place;
            throw new GuestThrow(regs[(base + (code[(pc + 1) | 0] as number)) | 0]);
          }
          case 118 satisfies typeof Op.This: {
            regs[(base + (code[(pc + 1) | 0] as number)) | 0] = thisValue(
              regs[base - 1],
              fn.strict,
            );
            pc = (pc + 2) | 0;
            continue;
          }
          case 119 satisfies typeof Op.Callee: {
            regs[(base + (code[(pc + 1) | 0] as number)) | 0] = regs[base - 2];
            pc = (pc + 2) | 0;
            continue;
          }
          case 120 satisfies typeof Op.RestArgs: {
            const first = base + (code[(pc + 2) | 0] as number);
            const rest = regs.slice(first, Math.max(first, base + state.argc));
            state.chargeItems(rest.length);
            regs[(base + (code[(pc + 1) | 0] as number)) | 0] = new Obj(1, null, rest);
            pc = (pc + 3) | 0;
            continue;
          }
          case 121 satisfies typeof Op.GetIterator: {
            regs[(base + (code[(pc + 1) | 0] as number)) | 0] = iteratorOf(
              state,
              regs[(base + (code[(pc + 2) | 0] as number)) | 0],
            );
            pc = (pc + 3) | 0;
            continue;
          }
          case 122 satisfies typeof Op.ForInKeys: {
            regs[(base + (code[(pc + 1) | 0] as number)) | 0] = keyIterator(
              state,
              regs[(base + (code[(pc + 2) | 0] as number)) | 0],
            );
            pc = (pc + 3) | 0;
            continue;
          }
          case 123 satisfies typeof Op.IterNext: {
            const iterator = regs[(base + (code[(pc + 1) | 0] as number)) | 0] as Obj;
            const it = iterator.data as Iteration;
            if (it.kind === 'values' && it.source !== null) {
              const items = (it.source as Obj).data as Value[];
              const { index } = it;
              if (index < items.length) {
                it.index = index + 1;
                const item = items[index];
                regs[(base + (code[(pc + 2) | 0] as number)) | 0] =
                  typeof item === 'object' && item === hole ? undefined : item;
                pc = (pc + 4) | 0;
                continue;
              }
            }
            const value = advance(state, iterator);
            if (typeof value === 'object' && value === hole) pc = code[(pc + 3) | 0] as number;
            else {
              regs[(base + (code[(pc + 2) | 0] as number)) | 0] = value;
              pc = (pc + 4) | 0;
            }
            continue;
          }
          case 124 satisfies typeof Op.IterRest: {
            const items: Value[] = [];
            state.charge(64);
            pushAll(state, items, regs[(base + (code[(pc + 2) | 0] as number)) | 0]);
            regs[(base + (code[(pc + 1) | 0] as number)) | 0] = new Obj(1, null, items);
            pc = (pc + 3) | 0;
            continue;
          }
          case 125 satisfies typeof Op.Intrinsic: {
            at = base + (code[(pc + 3) | 0] as number);
            answer = (intrinsics[code[(pc + 2) | 0] as number] as NativeFunction)(
              state,
              undefined,
              regs,
              at,
              code[(pc + 4) | 0] as number,
            );
            target = base + (code[(pc + 1) | 0] as number);
            back = pc + 5;
            break;
          }
          case 126 satisfies typeof Op.SetName: {
            regs[(base + (code[(pc + 1) | 0] as number)) | 0] = named(
              state,
              regs[(base + (code[(pc + 1) | 0] as number)) | 0] as Obj,
              regs[(base + (code[(pc + 2) | 0] as number)) | 0],
            );
            pc = (pc + 3) | 0;
            continue;
          }
          case 127 satisfies typeof Op.HoistGlobal: {
            hoistGlobal(
              state,
              closure,
              code[(pc + 1) | 0] as number,
              regs[(base + (code[(pc + 2) | 0] as number)) | 0],
            );
            pc = (pc + 3) | 0;
            continue;
          }
          default:
            throw new Error(`no instruction ${String(code[pc])}`);
        }
        if (typeof answer !== 'object') {
          regs[target] = answer;
          pc = back;
          continue;
        }
        if (answer === pending) {
          // A slow path or a library function goes on in the program's own language.
          const callee = (state.callee as Obj).data as Closure;
          at = base + fn.registers + 2;
          count = state.args.length;
          for (let i = 0; i < count; i++) regs[at + i] = state.args[i];
          regs[at - 2] = state.callee;
          regs[at - 1] = state.self;
          state.self = undefined;
          closure = enter(state, callee, back, base, target, at, count);
          fn = closure.code;
          code = fn.code;
          consts = fn.consts;
          globals = closure.unit.globals;
          base = at;
          pc = 0;
          continue;
        }
        if (answer === suspension) {
          state.closure = closure;
          state.base = base;
          state.pc = pc;
          state.target = target;
          state.back = back;
          return answer;
        }
        regs[target] = answer;
        pc = back;
        continue;
      }
      // Jumping back costs a step, and more if what is repeated is very long (L6).
      if (to <= pc && (state.fuel -= 1 + ((pc - to) >> 6)) < 0)
        overLimit('step-limit', state.limits.steps);
      pc = to;
    }
  } catch (error) {
    state.closure = closure;
    state.base = base;
    state.pc = pc;
    throw error;
  }
}
