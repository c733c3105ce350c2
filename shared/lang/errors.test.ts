import { describe, expect, it, test } from 'vitest';
import {
  createMachine,
  defaultLimits,
  errorCodes,
  errorText,
  problemsOf,
  type HostNames,
  type Limits,
} from './index.ts';

const names: HostNames = {
  p: {
    kind: 'group',
    members: {
      up: { kind: 'function', call: { kind: 'suspend' } },
      right: { kind: 'function', call: { kind: 'suspend' } },
      x: { kind: 'value', read: () => 3 },
    },
  },
  log: { kind: 'function', call: { kind: 'answer', answer: () => ({ value: undefined }) } },
};

/** Name, code and place of the error a program ends with, suspensions being answered with 1. */
function errorOf(source: string, firstLine = 1, limits: Limits = defaultLimits): string {
  const machine = createMachine(names, 'errors', limits);
  let outcome = machine.run(source, firstLine);
  while (outcome.kind === 'suspended') outcome = machine.resume(1);
  if (outcome.kind !== 'failed') return outcome.kind;
  const { name, code, line, column, length } = outcome.error;
  return `${name} ${code} ${line}:${column}+${length}`;
}

describe('L8 where an error is', () => {
  test.each([
    ['1;\r\n2;\r\n  xx', 'ReferenceError unknown-name 3:3+2'],
    ['1;\r2;\r\rxx', 'ReferenceError unknown-name 4:1+2'],
    ['1;\n\n\n\txx', 'ReferenceError unknown-name 4:2+2'],
    ['/* a\r\n b */ xx', 'ReferenceError unknown-name 2:7+2'],
    ['"a\\\r\nb"; xx', 'ReferenceError unknown-name 2:5+2'],
    ['`a\r\nb${xx}`', 'ReferenceError unknown-name 2:4+2'],
    ['log("\\u{1F600}😀", xx)', 'ReferenceError unknown-name 1:20+2'],
    ['😀', 'SyntaxError unexpected-token 1:1+2'],
    ['let 変数 = 1; 変数.a.b', 'TypeError nullish-read 1:18+1'],
    ['\t\tp.upp()', 'TypeError unknown-command 1:5+3'],
    ['　xx', 'ReferenceError unknown-name 1:2+2'],
    ['﻿xx', 'ReferenceError unknown-name 1:2+2'],
    ['let s = `\n\n`; s.foo()', 'TypeError unknown-method 3:6+3'],
    ['// 😀\nxx', 'ReferenceError unknown-name 2:1+2'],
    ['1 xx', 'ReferenceError unknown-name 1:3+2'],
  ])('in sources that end lines in every way: %j', (source, expected) => {
    expect(errorOf(source)).toBe(expected);
  });

  test.each([
    ['p\n  .up()\n  .foo', 'finished'],
    ['pｐ.up()', 'ReferenceError full-width-character 1:2+1'],
    ['p.ｕp()', 'TypeError full-width-character 1:3+1'],
    ['p\n  + 1', 'TypeError group-as-value 1:1+7'],
    ['`a${\n  p}`', 'TypeError group-as-value 2:3+1'],
    ['const f = (a) =>\n  a.b.c;\nf({})', 'TypeError nullish-read 2:7+1'],
    ['[1, 2].map((x) =>\n  x.y.z)', 'TypeError nullish-read 2:7+1'],
    ['[3, 1].sort(() => {\n  throw 1\n})', 'Error uncaught-value 2:3+7'],
    ['JSON.stringify({\n  toJSON() { return nope }\n})', 'ReferenceError unknown-name 2:21+4'],
    ['"a".replace("a",\n  () => nope)', 'ReferenceError unknown-name 2:9+4'],
    ['const { a: { b } } = {}', 'TypeError nullish-destructure 1:12+5'],
    ['const [[c]] = [1]', 'TypeError not-iterable 1:8+3'],
    ['let { d = nope } = {}', 'ReferenceError unknown-name 1:11+4'],
    ['function g(a = nope) {}\ng()', 'ReferenceError unknown-name 1:16+4'],
    ['for (const e of 7) log(e)', 'TypeError not-iterable 1:17+1'],
    ['for (const { h } of [null]) log(h)', 'TypeError nullish-destructure 1:12+5'],
    ['`a${\n  nope\n}`', 'ReferenceError unknown-name 2:3+4'],
    ['switch (nope) {}', 'ReferenceError unknown-name 1:9+4'],
    ['while (nope) {}', 'ReferenceError unknown-name 1:8+4'],
    ['do {} while (nope)', 'ReferenceError unknown-name 1:14+4'],
    ['x1 += 1', 'ReferenceError unknown-name 1:1+2'],
    ['x1++', 'ReferenceError unknown-name 1:1+2'],
    ['({}).a.b++', 'TypeError nullish-read 1:8+1'],
    ['({}).a.b += 1', 'TypeError nullish-read 1:8+1'],
    ['({}).a.b = 1', 'TypeError nullish-write 1:8+1'],
    ['null[nope]', 'ReferenceError unknown-name 1:6+4'],
    ['null["x"]', 'TypeError nullish-read 1:6+3'],
    ['[...7]', 'TypeError not-iterable 1:5+1'],
    ['log(...7)', 'TypeError not-iterable 1:8+1'],
    ['new Set(7)', 'TypeError not-iterable 1:1+10'],
    ['new Map([1])', 'TypeError entry-not-object 1:1+12'],
    ['new 7', 'TypeError not-a-constructor 1:5+1'],
    ['new (() => 1)', 'Unsupported unsupported-new 1:1+13'],
    ['7()', 'TypeError not-a-function 1:1+1'],
    ['({ a: 7 }).a()', 'TypeError not-a-function 1:12+1'],
    ['"x".foo()', 'TypeError unknown-method 1:5+3'],
    ['(1).foo()', 'TypeError unknown-method 1:5+3'],
    ['Math.flor(1)', 'TypeError unknown-method 1:6+4'],
    ['[].pussh(1)', 'TypeError unknown-method 1:4+5'],
    ['({ walk() {} }).wlak()', 'TypeError unknown-method 1:17+4'],
    ['let f = 5; f()', 'TypeError not-a-function 1:12+1'],
    ['p.up.x()', 'TypeError unknown-method 1:6+1'],
    ['p.x()', 'TypeError not-a-function 1:3+1'],
    ['p.rihgt()', 'TypeError unknown-command 1:3+5'],
    ['p.up(p.upp)', 'TypeError unknown-command 1:8+3'],
    ['p.up = 1', 'TypeError host-readonly 1:3+2'],
    ['log = 1', 'TypeError host-readonly 1:1+3'],
    ['Math.PI = 3', 'Unsupported library-readonly 1:6+2'],
    ['const k = 1; k = 2', 'TypeError constant-assign 1:14+1'],
    ['const k = 1; k++', 'TypeError constant-assign 1:14+1'],
    ['const k = 1; [k] = [2]', 'TypeError constant-assign 1:15+1'],
    ['z; let z = 1', 'ReferenceError used-before-declared 1:1+1'],
    ['{ f(); let y; function f() { y } }', 'ReferenceError used-before-declared 1:30+1'],
    ['typeof w; let w', 'ReferenceError used-before-declared 1:8+1'],
    ['1 in 2', 'TypeError in-needs-object 1:1+6'],
    ['1 instanceof 2', 'TypeError instanceof-needs-function 1:1+14'],
    ['"use strict"; nope = 1', 'ReferenceError unknown-name 1:15+4'],
    ['"use strict"; [].length = -1', 'RangeError bad-array-length 1:18+6'],
    ['"use strict"; "a".b = 1', 'TypeError primitive-write 1:19+1'],
    ['"use strict"; delete [].length', 'TypeError property-readonly 1:22+9'],
    ['delete null.x', 'TypeError nullish-delete 1:8+6'],
    ['BigIntNot', 'ReferenceError unknown-name 1:1+9'],
    ['try { nope } catch ({ a: { b } }) {}', 'TypeError nullish-destructure 1:26+5'],
    ['try { nope } finally { log(1) }', 'ReferenceError unknown-name 1:7+4'],
    ['try { nope } catch (e) { e.a.b }', 'TypeError nullish-read 1:30+1'],
    ['throw new TypeError("a")', 'TypeError uncaught-error 1:1+24'],
    ['throw {\n  a: 1\n}', 'Error uncaught-value 1:1+16'],
    ['throw null', 'Error uncaught-value 1:1+10'],
    ['JSON.parse("[1,]")', 'SyntaxError bad-json 1:6+13'],
    ['JSON.parse("1", () => nope)', 'ReferenceError unknown-name 1:23+4'],
    ['"a".repeat(-1)', 'RangeError bad-repeat-count 1:5+10'],
    ['"a".normalize("x")', 'RangeError bad-normal-form 1:5+14'],
    ['(1).toFixed(101)', 'RangeError bad-digits 1:5+12'],
    ['(1).toString(1)', 'RangeError bad-radix 1:5+11'],
    ['String.fromCodePoint(-1)', 'RangeError bad-code-point 1:8+17'],
    ['new Array(-1)', 'RangeError bad-array-length 1:1+13'],
    ['[].length = -1', 'RangeError bad-array-length 1:4+6'],
    ['[].with(1, 1)', 'RangeError index-out-of-range 1:4+10'],
    ['[].reduce((a) => a)', 'TypeError reduce-of-empty 1:4+16'],
    ['[1].map()', 'TypeError callback-not-function 1:5+5'],
    ['[1].sort(1)', 'TypeError callback-not-function 1:5+7'],
    ['Object.keys(null)', 'TypeError nullish-object 1:8+10'],
    ['Object.fromEntries([1])', 'TypeError entry-not-object 1:8+16'],
    ['1 + { toString: 1, valueOf: 1 }', 'TypeError no-primitive 1:1+31'],
    ['`${{ toString() { return {} } }}`', 'TypeError no-primitive 1:4+28'],
    ['const a = []; a[0] = a; JSON.stringify(a)', 'TypeError json-cyclic 1:30+12'],
  ])('in code that runs: %j', (source, expected) => {
    expect(errorOf(source)).toBe(expected);
  });

  test.each([
    ['for (;;)\n  ;', 'GovernorLimit step-limit 1:1+12'],
    ['while (true) { log(1) }', 'GovernorLimit step-limit 1:8+4'],
    ['do {} while (true)', 'GovernorLimit step-limit 1:14+4'],
    ['const f = () =>\n  f()\nf()', 'GovernorLimit depth-limit 2:3+3'],
    ['function g() { g() }\ng()', 'GovernorLimit depth-limit 1:16+3'],
    ['[1].map(() => { for (;;); })', 'GovernorLimit step-limit 1:17+9'],
    ['"x".repeat(1e9)', 'GovernorLimit memory-limit 1:5+11'],
    ['let s = "x"; for (;;)\n s += s', 'GovernorLimit memory-limit 2:2+6'],
    ['const a = []; for (;;)\n a.push(a.slice())', 'GovernorLimit memory-limit 2:11+7'],
    ['new Array(1e9)', 'GovernorLimit memory-limit 1:1+14'],
    ['Array.from({ length: 1e9 })', 'GovernorLimit step-limit 1:7+21'],
    [
      '((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((',
      'GovernorLimit nesting-too-deep 1:120+1',
    ],
    [
      '[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[',
      'GovernorLimit nesting-too-deep 1:120+1',
    ],
    [
      'a.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b',
      'GovernorLimit nesting-too-deep 1:1003+1',
    ],
    [
      '1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1; for (;;);',
      'GovernorLimit nesting-too-deep 1:951+1',
    ],
  ])('at governor limits: %j', (source, expected) => {
    expect(errorOf(source)).toBe(expected);
  });

  test.each([
    ['1;\n class A {}', 'Unsupported unsupported-class 2:2+5'],
    ['log(class {})', 'Unsupported unsupported-class 1:5+5'],
    ['function* f() {}', 'Unsupported unsupported-generator 1:1+8'],
    ['log(function* () {})', 'Unsupported unsupported-generator 1:5+8'],
    ['async function f() {}', 'Unsupported unsupported-async 1:1+5'],
    ['const f = async () => 1', 'Unsupported unsupported-async 1:11+5'],
    [
      'const f = async (x) => { for await (const y of x); }',
      'Unsupported unsupported-async 1:11+5',
    ],
    ['import("a")', 'Unsupported unsupported-module 1:1+11'],
    ['import a from "b"', 'Unsupported unsupported-module 1:1+6'],
    ['export const a = 1', 'Unsupported unsupported-module 1:1+6'],
    ['with (p) up()', 'Unsupported unsupported-with 1:1+4'],
    ['debugger', 'Unsupported unsupported-debugger 1:1+8'],
    ['log(this)', 'Unsupported unsupported-this 1:5+4'],
    ['function f() { return this }', 'Unsupported unsupported-this 1:23+4'],
    ['({ get a() { return 1 } })', 'Unsupported unsupported-accessor 1:8+1'],
    ['({ set a(x) {} })', 'Unsupported unsupported-accessor 1:8+1'],
    ['({ __proto__: null })', 'Unsupported unsupported-proto 1:4+9'],
    ['p.__proto__', 'Unsupported unsupported-proto 1:3+9'],
    ['log`a`', 'Unsupported unsupported-tagged-template 1:1+6'],
    ['/a/g', 'Unsupported unsupported-regexp 1:1+4'],
    ['1n', 'Unsupported unsupported-bigint 1:1+2'],
    ['eval("1")', 'Unsupported unsupported-eval 1:1+4'],
    ['new Function("1")', 'Unsupported unsupported-global 1:5+8'],
    ['Symbol.iterator', 'Unsupported unsupported-global 1:1+6'],
    ['new Proxy({}, {})', 'Unsupported unsupported-global 1:5+5'],
    ['Reflect', 'Unsupported unsupported-global 1:1+7'],
    ['new Date', 'Unsupported unsupported-global 1:5+4'],
    ['setTimeout(1)', 'Unsupported unsupported-global 1:1+10'],
    ['window', 'Unsupported unsupported-global 1:1+6'],
    ['globalThis', 'Unsupported unsupported-global 1:1+10'],
    ['function f() { return arguments }', 'Unsupported unsupported-global 1:23+9'],
    ['function f() { return new.target }', 'Unsupported unsupported-meta 1:23+10'],
    ['function F() {}\nnew F()', 'Unsupported unsupported-new 2:1+7'],
    ['[].constructor', 'Unsupported unsupported-member 1:4+11'],
    ['({})["constructor"]', 'Unsupported unsupported-member 1:6+13'],
    ['const { constructor } = {}', 'Unsupported unsupported-member 1:9+11'],
    ['"a".match("a")', 'Unsupported unsupported-member 1:5+5'],
    ['"a".localeCompare("b")', 'Unsupported unsupported-member 1:5+13'],
    ['(1).toLocaleString()', 'Unsupported unsupported-member 1:5+14'],
    ['[].map.call([], 1)', 'Unsupported unsupported-member 1:8+4'],
    ['Object.freeze({})', 'Unsupported unsupported-member 1:8+6'],
    ['Array.prototype', 'Unsupported unsupported-member 1:7+9'],
    ['toString()', 'Unsupported unsupported-global 1:1+8'],
    ['JSON.parse = 1', 'Unsupported library-readonly 1:6+5'],
    ['delete Math.PI', 'Unsupported library-readonly 1:8+7'],
    ['log instanceof (() => 1)', 'Unsupported unsupported-instanceof 1:1+24'],
  ])('for what the language leaves out: %j', (source, expected) => {
    expect(errorOf(source)).toBe(expected);
  });

  test.each([
    ['let x = 1;\r\nlet y = x +;', 'SyntaxError unexpected-token 2:12+1'],
    ['p.up(\n1,\n', 'SyntaxError missing-bracket 1:5+1'],
    ['if (1) {\n  p.up()\n', 'SyntaxError missing-bracket 1:8+1'],
    ['log([1, 2);', 'SyntaxError missing-bracket 1:5+1'],
    ['log((1 + 2);\nlog(3)', 'SyntaxError missing-bracket 1:4+1'],
    ['let a = [1, 2\nlet b = 3', 'SyntaxError missing-bracket 1:9+1'],
    ['f(1,\n  2\ng(3)', 'SyntaxError missing-bracket 1:2+1'],
    ['if (1) { log(1 }', 'SyntaxError missing-bracket 1:13+1'],
    ['log({ a: [1 })', 'SyntaxError missing-bracket 1:10+1'],
    ['function f() {\n  return 1\n}}', 'SyntaxError unexpected-token 3:2+1'],
    ['log(1))', 'SyntaxError unexpected-token 1:7+1'],
    ['[\n  1\n  2\n]', 'SyntaxError unexpected-token 3:3+1'],
    ['let s = "abc\nlet t', 'SyntaxError unclosed-string 1:9+1'],
    ["let s = 'it's'", 'SyntaxError unexpected-token 1:13+1'],
    ['let s = `abc\n', 'SyntaxError unclosed-template 1:9+1'],
    ['let s = `a${`b', 'SyntaxError unclosed-template 1:13+1'],
    ['`a${1', 'SyntaxError missing-bracket 1:3+2'],
    ['1;\n/* abc\n', 'SyntaxError unclosed-comment 2:1+2'],
    ['try {}', 'SyntaxError missing-catch 1:1+3'],
    ['let 1a = 2', 'SyntaxError name-after-number 1:6+1'],
    ['let if = 3', 'SyntaxError reserved-word 1:5+2'],
    ['const x;', 'SyntaxError missing-value 1:8+1'],
    ['x = = 2', 'SyntaxError unexpected-token 1:5+1'],
    ['let a\nlet a', 'SyntaxError already-declared 2:5+1'],
    ['let b; var b', 'SyntaxError already-declared 1:12+1'],
    ['function f(a, a) { "use strict" }', 'SyntaxError already-declared 1:15+1'],
    ['while true {}', 'SyntaxError bracket-before 1:7+4'],
    ['if (true {\n}', 'SyntaxError bracket-before 1:10+1'],
    ['for (let i = 0; i < 3; i++ {\n}', 'SyntaxError bracket-before 1:28+1'],
    ['if (p.x === 1 p.up()', 'SyntaxError bracket-before 1:15+1'],
    ['p.up(1]', 'SyntaxError bracket-before 1:7+1'],
    ['[1, 2)', 'SyntaxError bracket-before 1:6+1'],
    ['function f() return 1', 'SyntaxError bracket-before 1:14+6'],
    ['await p.up()', 'SyntaxError unsupported-async 1:1+5'],
    ['a.#b', 'SyntaxError classes-only 1:3+2'],
    ['super.x', 'SyntaxError classes-only 1:1+5'],
    ["'use strict'; with (a) {}", 'SyntaxError strict-mode 1:15+4'],
    ['p.up() p.up()', 'SyntaxError unexpected-token 1:8+1'],
    ['return 5', 'SyntaxError return-outside 1:1+6'],
    ['if (1) break', 'SyntaxError leave-outside 1:8+5'],
    ['continue', 'SyntaxError leave-outside 1:1+8'],
    ['a: a: 1', 'SyntaxError label-twice 1:4+1'],
    ['a: for (;;) { break b }', 'SyntaxError leave-outside 1:15+5'],
    ['log("a" "b")', 'SyntaxError unexpected-token 1:9+1'],
    ['({ a: 1 b: 2 })', 'SyntaxError unexpected-token 1:9+1'],
    ['({ a = 1 })', 'SyntaxError shorthand-value 1:6+1'],
    ['let [a]', 'SyntaxError missing-value 1:7+1'],
    ['1 = 2', 'SyntaxError bad-target 1:1+1'],
    ['f() = 1', 'SyntaxError bad-target 1:1+1'],
    ['a?.b = 1', 'SyntaxError bad-target 1:1+1'],
    ['++1', 'SyntaxError bad-target 1:3+1'],
    ['let [...a, b] = c', 'SyntaxError rest-not-last 1:10+1'],
    ['switch (1) { default: default: }', 'SyntaxError default-twice 1:23+7'],
    ['a ?? b || c', 'SyntaxError mixed-nullish 1:8+1'],
    ['throw\n1', 'SyntaxError throw-newline 1:1+5'],
    ['"\\x"', 'SyntaxError bad-escape 1:4+1'],
    ['"\\u{110000}"', 'SyntaxError bad-escape 1:5+6'],
    ['0b2', 'SyntaxError bad-number 1:3+1'],
    ['1__0', 'SyntaxError bad-number 1:3+2'],
    ['3in []', 'SyntaxError name-after-number 1:2+2'],
    ['p.up(１)', 'SyntaxError full-width-character 1:6+1'],
    ['log（1）', 'SyntaxError full-width-character 1:4+1'],
    ['log(“x”)', 'SyntaxError full-width-character 1:5+1'],
    ['p.up()；', 'SyntaxError full-width-character 1:7+1'],
    ['​p.up()', 'SyntaxError invisible-character 1:1+1'],
    ['p.​up()', 'SyntaxError invisible-character 1:3+1'],
    ['p.up()­', 'SyntaxError invisible-character 1:7+1'],
    ['a ? b', 'SyntaxError unexpected-end 1:5+1'],
    ['a &&', 'SyntaxError unexpected-end 1:4+1'],
    ['@', 'SyntaxError unexpected-token 1:1+1'],
    ['#x', 'SyntaxError unexpected-token 1:1+2'],
    ['yield 1', 'SyntaxError unexpected-token 1:7+1'],
    ['let let = 1', 'SyntaxError reserved-word 1:5+3'],
    ['\u0000', 'SyntaxError invisible-character 1:1+1'],
    ['\ud800', 'SyntaxError invisible-character 1:1+1'],
    ['let a\u0000', 'SyntaxError invisible-character 1:6+1'],
  ])('for what does not parse: %j', (source, expected) => {
    expect(errorOf(source)).toBe(expected);
  });
});

describe('L8 the lines of a chunk', () => {
  it('L8 are counted from the line it begins at', () => {
    expect(errorOf('\n\n  nope', 40)).toBe('ReferenceError unknown-name 42:3+4');
    expect(errorOf('p.up()\r\n)', 7)).toBe('SyntaxError unexpected-token 8:1+1');
    expect(errorOf('1;\n  class A {}', 100)).toBe('Unsupported unsupported-class 101:3+5');
  });

  it('L8 an error in a function of an earlier chunk is where the function stands', () => {
    const machine = createMachine(names, 'errors', defaultLimits);
    machine.run('function f(x) {\r\n  return x.a.b\r\n}', 11);
    const outcome = machine.run('\n\nf({})', 20);
    expect(outcome).toMatchObject({ error: { code: 'nullish-read', line: 12, column: 14 } });
  });

  it('L8 an error after a suspension is where the program went on', () => {
    expect(errorOf('const a = p.up();\n\n  a.b.c')).toBe('TypeError nullish-read 3:7+1');
    expect(errorOf('[1, 2].map(p.up);\n\tp.right().x.y')).toBe('TypeError nullish-read 2:14+1');
  });
});

describe('L8 what an error tells', () => {
  test.each([
    ['lgo(1)', 'log'],
    ['p.rihgt()', 'p.right'],
    ['p.UP()', 'p.up'],
    ['Math.flor(1.5)', 'floor'],
    ['[].pussh(1)', 'push'],
    ['"a".toUppercase()', 'toUpperCase'],
    ['new Map().gett(1)', 'get'],
    ['({ walk() {} }).wlak()', 'walk'],
    ['let total = 1; totl', 'total'],
    ['q', undefined],
    ['Foo', undefined],
    ['p.somethingElse()', undefined],
  ])('L8 %s: the nearest known name is %s', (source, nearest) => {
    const outcome = createMachine(names, 'errors', defaultLimits).run(source, 1);
    expect(outcome.kind === 'failed' ? outcome.error.details['nearest'] : outcome.kind).toBe(
      nearest,
    );
  });

  it('L8 facts stay short however long the program made them', () => {
    for (const source of [
      'null["x".repeat(100000)]',
      'y'.repeat(10_000),
      `let ${'z'.repeat(9000)} = 1; z`,
    ]) {
      const outcome = createMachine(names, 'errors', defaultLimits).run(source, 1);
      if (outcome.kind === 'failed') expect(outcome.error.message.length).toBeLessThan(300);
    }
  });

  it('L8 no fact is missing in the words of either language', () => {
    for (const code of errorCodes) {
      for (const language of ['en', 'ja'] as const)
        expect(errorText(code, {}, language)).not.toBe('');
    }
  });

  test.each([
    'nope',
    'p.rihgt()',
    'class A {}',
    'typeof window',
    'let a = 1; let a',
    'p.up(',
    'p.up（1）',
    '1;\n  x1 + 1',
  ])('L9 %j is marked while typing where it would fail', (source) => {
    const [problem] = problemsOf([{ source, firstLine: 3 }], names, defaultLimits);
    const { code, line, column } = problem ?? {};
    const outcome = createMachine(names, 'errors', defaultLimits).run(source, 3);
    expect(outcome).toMatchObject({ kind: 'failed', error: { code, line, column } });
  });
});
