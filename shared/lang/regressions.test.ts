import vm from 'node:vm';
import { describe, expect, test } from 'vitest';
import { createMachine, defaultLimits } from './index.ts';
import { behaviourHere, tell } from './fuzz/compare.ts';

/** Programs that once gave another value than the host's engine. */
const programs: readonly (readonly [string, string])[] = [
  ['the text of a method begins with its name', 'String({ toString() { return 1 } }.toString)'],
  ['an argument that becomes undefined is given', '"ab".split(undefined, { valueOf() {} }).length'],
  ['nothing is converted for an empty array', '[].includes(1, { valueOf() { throw 1 } })'],
  ['a replacer list takes number objects as texts', 'JSON.stringify({ 3: 1 }, [new Number(3)])'],
  [
    'errors have the words of their type in the prototype',
    '`${new TypeError()}|${new RangeError("x")}`',
  ],
  ['a library name can be deleted', 'delete JSON'],
  ['pattern from the variable it sets', 'var a = { a: 1, b: 2 }, b; ({ a, b } = a); [a, b]'],
  ['swapping', 'let x = 1, y = 2; [x, y] = [y, x]; [x, y]'],
  [
    'the left side is read before the right side assigns',
    'let i = 1; [i + (i = 5), i + i++, i++ + i]',
  ],
  ['x = x++', 'let x = 1; x = x++; x'],
  ['a literal that reads its target', 'let x = [1]; x = [x, x]; let y = {}; y = { y }; [x, y]'],
  [
    'closures per iteration',
    'const f = []; for (let i = 0; i < 3; i++) f.push(() => i++); f.map((g) => g() + g())',
  ],
  [
    'a closure made in the head of a loop',
    'let g; for (let i = 0, f = () => i; i < 2; i++) g = f; g()',
  ],
  ['finally overrides', '(() => { for (;;) { try { return 1 } finally { break } } return 2 })()'],
  ['finally keeps the value', '(() => { let x = 1; try { return x } finally { x = 2 } })()'],
  ['completion of a broken loop', '1; do { 2; break } while (0)'],
  ['completion of if without a value', '1; if (true) {}'],
  ['completion of try and finally', '1; try { 2 } finally { 3 }'],
  ['functions of blocks', 'typeof f; { function f() { return 1 } } f()'],
  ['the name of a function expression is constant', '(function f() { f = 1; return typeof f })()'],
  [
    'parameters apart from the body',
    'function f(a, g = () => a) { var a; a = 2; return g() } f(1)',
  ],
  [
    'a default value that mentions its own captured parameter',
    'try { (function (e = [e, () => e]) { return e.length })() } catch (e) { e.name }',
  ],
  [
    'a name of a loop that its own default value mentions in the second round',
    'try { for (const { a, 0: d = d } of ["x", 0]); } catch (e) { e.name }',
  ],
  [
    'a destructured parameter before its turn, captured',
    'try { (({ b = b }, c = () => b) => b)({}) } catch (e) { e.name }',
  ],
  [
    'the text of a function asked of another object',
    'function g() {} try { 0 | { valueOf: g.toString } } catch (e) { e.name }',
  ],
  ['holes', '[[, 1].map((x) => 1), 0 in [,], [, 1].indexOf(undefined), [3, , 1].sort()]'],
  ['index order of keys', 'Object.keys({ b: 1, 2: 1, a: 1, 1: 1 })'],
  ['labels', 'let n = 0; a: for (;;) { for (;;) { if (++n < 3) continue a; break a } } n'],
  [
    'switch falls through its default',
    'let s = ""; switch (9) { case 1: s += 1; default: s += "d"; case 2: s += 2 } s',
  ],
  [
    'optional chain stops as a whole',
    'let n = 0; [null?.a.b.c(n++), n, ({})?.a?.b, delete null?.x]',
  ],
  ['chained this', 'const o = { v: 7, m() { return this.v } }; [(o?.m)(), o?.m?.()]'],
  ['rounding', '[Math.round(-0.5), Math.round(2.5), (1.005).toFixed(2), (25).toPrecision(1)]'],
];

describe('L1 programs that once behaved differently', () => {
  test.each(programs)('%s', (_name, source) => {
    const value: unknown = vm.runInNewContext(source);
    expect(behaviourHere(source)).toEqual({ value: tell(value), error: null, log: [] });
  });
});

/** Programs that once threw an error of the host or ran for seconds. */
const attacks: readonly (readonly [string, string])[] = [
  ['a member of a library function named like a host method', '({}).toString.constructor()'],
  ['recursion through a callback', 'const f = () => [1].map(f); f()'],
  ['recursion through a conversion', 'const o = { toString() { return "" + o } }; "" + o'],
  ['digits of a huge number', 'for (;;) (1e300).toString(2)'],
  [
    'long texts in live values',
    'const k = []; for (;;) { let s = "ab"; for (let i = 0; i < 14; i++) s += s; k.push(s + k.length) }',
  ],
];

describe('L6 L7 attacks that once worked', () => {
  test.each(attacks)('%s', (_name, source) => {
    const outcome = createMachine({}, '', defaultLimits).run(source, 1);
    expect(outcome).toMatchObject({ kind: 'failed' });
  });
});
