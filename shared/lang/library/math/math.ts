import { toNumber } from '../../run/convert.ts';
import type { NativeFunction, State } from '../../run/state.ts';
import { type Bag, type Value } from '../../run/values.ts';
import { add, native } from '../define.ts';
import { exp, expm1 } from './exponential.ts';
import { acosh, asinh, atanh, cosh, sinh, tanh } from './hyperbolic.ts';
import { acos, asin, atan, atan2 } from './inverse.ts';
import { log, log10, log1p, log2 } from './logarithm.ts';
import { cbrt, hypot, power } from './power.ts';
import { cos, sin, tan } from './trig.ts';

const constants = {
  E: Math.E,
  LN10: Math.LN10,
  LN2: Math.LN2,
  LOG10E: Math.LOG10E,
  LOG2E: Math.LOG2E,
  PI: Math.PI,
  SQRT1_2: Math.SQRT1_2,
  SQRT2: Math.SQRT2,
};

/** Functions whose result the standard fixes to the last bit; the host's own serve. */
const exact = {
  abs: Math.abs,
  ceil: Math.ceil,
  clz32: Math.clz32,
  floor: Math.floor,
  fround: Math.fround,
  round: Math.round,
  sign: Math.sign,
  sqrt: Math.sqrt,
  trunc: Math.trunc,
};

/** Functions that engines approximate; these are our own. */
const own = {
  acos,
  acosh,
  asin,
  asinh,
  atan,
  atanh,
  cbrt,
  cosh,
  exp,
  expm1,
  log,
  log10,
  log1p,
  log2,
  sinh,
  tanh,
};

function numbers(state: State, args: Value[], at: number, count: number): number[] {
  state.work(count >> 3);
  return args.slice(at, at + count).map((value) => toNumber(state, value));
}

/** The argument that `better` prefers to all others, as `Math.max` and `Math.min` find it. */
function best(start: number, better: (x: number, y: number) => number): NativeFunction {
  return (state, _self, args, at, count) => {
    state.work(count >> 3);
    let found = start;
    for (let i = at; i < at + count; i++) found = better(found, toNumber(state, args[i]));
    return found;
  };
}

/** Parts of a step that a sum of many terms takes. */
const costOfSeries = 96;

/** Takes quarter turns off its argument, which for a large one needs very long integers. */
function periodic(fn: (x: number) => number): NativeFunction {
  return (state, _self, args, at) => {
    const x = toNumber(state, args[at]);
    if (Math.abs(x) > 1e6) state.work(3);
    else state.spend(3 * costOfSeries);
    return fn(x);
  };
}

/** Members of `Math`. `random` takes the machine's seeded numbers (L2). */
export function defineMath(bag: Bag): void {
  Object.assign(bag, constants);
  const one = (name: string, fn: (x: number) => number, cost: number) =>
    native(name, 1, 'n', (state, _self, args, at) => {
      state.spend(cost);
      return fn(toNumber(state, args[at]));
    });
  for (const [name, fn] of Object.entries(exact)) add(bag, one(name, fn, 0));
  for (const [name, fn] of Object.entries(own)) add(bag, one(name, fn, costOfSeries));
  const two = (name: string, fn: (x: number, y: number) => number) =>
    native(name, 2, 'nn', (state, _self, args, at) => {
      state.spend(costOfSeries);
      return fn(toNumber(state, args[at]), toNumber(state, args[at + 1]));
    });
  add(
    bag,
    two('atan2', atan2),
    two('imul', Math.imul),
    two('pow', power),
    native('hypot', 2, 'n*', (state, _self, args, at, count) =>
      hypot(numbers(state, args, at, count)),
    ),
    native('max', 2, 'n*', best(-Infinity, Math.max)),
    native('min', 2, 'n*', best(Infinity, Math.min)),
    native('sin', 1, 'n', periodic(sin)),
    native('cos', 1, 'n', periodic(cos)),
    native('tan', 1, 'n', periodic(tan)),
    native('random', 0, '', (state) => state.random()),
  );
}
