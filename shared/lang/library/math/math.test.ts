import { describe, expect, it, test } from 'vitest';
import { randomStream } from '../../../base/random.ts';
import { exp, expm1 } from './exponential.ts';
import { acosh, asinh, atanh, cosh, sinh, tanh } from './hyperbolic.ts';
import { acos, asin, atan, atan2 } from './inverse.ts';
import { log, log10, log1p, log2 } from './logarithm.ts';
import { cbrt, hypot, power } from './power.ts';
import { cos, sin, tan } from './trig.ts';

const view = new DataView(new ArrayBuffer(8));

/** The place of a double among all doubles, so that neighbours differ by one. */
function rank(x: number): bigint {
  view.setFloat64(0, x === 0 ? 0 : x);
  const bits = view.getBigInt64(0);
  return bits < 0n ? -(bits & 0x7fffffffffffffffn) : bits;
}

/** Units in the last place between two numbers. */
function distance(a: number, b: number): number {
  if (Object.is(a, b)) return 0;
  if (Number.isNaN(a) || Number.isNaN(b)) return Infinity;
  const steps = rank(a) - rank(b);
  return Number(steps < 0n ? -steps : steps);
}

const special = [
  0,
  -0,
  1,
  -1,
  0.5,
  -0.5,
  2,
  -2,
  Infinity,
  -Infinity,
  Number.NaN,
  5e-324,
  -5e-324,
  2.2e-308,
  Number.MAX_VALUE,
  -Number.MAX_VALUE,
  1e-10,
  1e10,
  Math.PI,
  Math.PI / 2,
  Math.PI / 4,
  1e22,
  1e300,
  709.7,
  710.4,
  -745.1,
  0.1,
  10,
  100,
  1000,
  8,
  27,
  1.5,
  3,
  4503599627370495.5,
];

function* numbers(count: number): Iterable<number> {
  yield* special;
  const random = randomStream('math', 'numbers');
  for (let i = 0; i < count; i++) {
    const kind = i % 4;
    const x = random.fraction() * 2 - 1;
    if (kind === 0) yield x;
    else if (kind === 1) yield x * 10;
    else if (kind === 2) yield x * 1000;
    else {
      view.setUint32(0, random.bits());
      view.setUint32(4, random.bits());
      yield view.getFloat64(0);
    }
  }
}

const functions: Readonly<Record<string, (x: number) => number>> = {
  acos,
  acosh,
  asin,
  asinh,
  atan,
  atanh,
  cbrt,
  cos,
  cosh,
  exp,
  expm1,
  log,
  log10,
  log1p,
  log2,
  sin,
  sinh,
  tan,
  tanh,
};

describe('L5 functions that engines approximate agree with the host within one unit', () => {
  test.each(Object.entries(functions))('%s', (name, own) => {
    const theirs = Math[name as 'sin'];
    const far: unknown[] = [];
    for (const x of numbers(20_000)) {
      const units = distance(own(x), theirs(x));
      if (units > 1) far.push({ x, own: own(x), theirs: theirs(x), units });
    }
    expect(far.slice(0, 5)).toEqual([]);
  });

  test.each([
    ['pow', power, Math.pow],
    ['atan2', atan2, Math.atan2],
  ] as const)('%s', (_name, own, theirs) => {
    const random = randomStream('math', 'pairs');
    const far: unknown[] = [];
    const compare = (x: number, y: number): void => {
      const units = distance(own(x, y), theirs(x, y));
      if (units > 1) far.push({ x, y, own: own(x, y), theirs: theirs(x, y), units });
    };
    for (const x of special) for (const y of special) compare(x, y);
    for (let i = 0; i < 20_000; i++) {
      const x = random.fraction() * (i % 2 === 0 ? 10 : 1e5);
      compare(x, (random.fraction() - 0.5) * (i % 3 === 0 ? 100 : 8));
      compare(i % 100, (i % 37) - 18);
    }
    expect(far.slice(0, 5)).toEqual([]);
  });

  it('hypot', () => {
    expect(hypot([3, 4])).toBe(5);
    expect(hypot([])).toBe(0);
    expect(hypot([Number.NaN, Infinity])).toBe(Infinity);
    expect(hypot([Number.NaN, 1])).toBeNaN();
    expect(hypot([1e300, 1e300])).toBeCloseTo(1.4142135623730952e300, -290);
    expect(hypot([5e-324])).toBe(5e-324);
  });
});
