import vm from 'node:vm';
import { describe, expect, it, test } from 'vitest';
import { createMachine } from './machine.ts';
import { defaultLimits } from './limits.ts';
import { completeness, problemsOf } from './parse.ts';

/** What each chunk answers, or the type of its error, here. */
function here(chunks: readonly string[]): readonly unknown[] {
  const machine = createMachine({}, 'annex b', defaultLimits);
  return chunks.map((chunk) => {
    const outcome = machine.run(chunk, 1);
    if (outcome.kind === 'failed') return outcome.error.name;
    return outcome.kind === 'finished' ? outcome.value : outcome.kind;
  });
}

/** The same of the scripts of one realm of the host. */
function there(chunks: readonly string[]): readonly unknown[] {
  const context = vm.createContext({});
  return chunks.map((chunk) => {
    try {
      const value: unknown = vm.runInContext(chunk, context);
      return typeof value === 'function' ? undefined : value;
    } catch (error) {
      return (error as Error).name;
    }
  });
}

describe('L1 functions in the places of Annex B (B.3.2, B.3.3)', () => {
  test.each<readonly string[]>([
    ['if (1) function f() { return f }', 'typeof f + typeof f()'],
    ['if (0) function f() {} else function g() { return g } typeof f + typeof g()'],
    ['if (0) ; else if (1) function f() { return f } typeof f'],
    ['(function () { if (1) function f() { return f } return typeof f })()'],
    ['(() => { if (1) function f() { return 2 } return f() })()'],
    ['(function f() { if (1) function f() { return 2 } return f() })()'],
    ['const x = () => { if (1) function f(a) { return a ? f(0) : 3 } return f(1) }; x()'],
    ['if (1) function f() { f = 5; return f } typeof f() + typeof f'],
    [
      'function h() { for (let i = 0; i < 2; i++) if (i) function f() { return i } return f() } h()',
    ],
    ['function h() { const b = typeof f; if (1) function f() {} return b + typeof f } h()'],
    ['function h() { { let f = 1; if (1) function f() {} } return typeof f } h()'],
    ['function h() { for (let f of [1]) if (1) function f() { return f } return typeof f } h()'],
    ['function h(f) { if (1) function f() {} return f } h(4)'],
    ['function h(f = 1) { if (1) function f() {} return f } h()'],
    [
      'function h() { try { throw 1 } catch (f) { if (1) function f() { return 7 } } return f() } h()',
    ],
    [
      'function h() { try { throw 1 } catch ({ f }) { if (1) function f() {} } return typeof f } h()',
    ],
    [
      'switch (1) { case 0: function f() { return f } case 1: if (1) function g() { return f } } typeof g()',
    ],
    ['l: if (1) function f() { return 1 } f()'],
    ['l: m: function f() { return g } function g() { return 1 } typeof f() + g()'],
    ['let f = 1; if (1) function f() { return f } f'],
    ['var f = 3', 'if (1) function f() { return 4 }', 'f()'],
    ['f = 3', '{ function f() { return 4 } }', 'f()'],
    ['{ function undefined() {} } undefined', '{ function NaN() {} } NaN'],
    ['do if (1) function f() { return 8 } while (0)', 'f()'],
  ])('%s', (...chunks) => {
    expect(here(chunks)).toEqual(there(chunks));
  });

  // Engines of 2026 take the second line, those before refuse it: here it is refused everywhere.
  test('no later line declares again what a function in a block has made a variable', () => {
    expect(here(['{ function f() {} }', 'let f = 2'])).toEqual([undefined, 'SyntaxError']);
  });

  test.each([
    '"use strict"; if (1) function f() {}',
    'if (1) async function f() {}',
    'if (1) function* f() {}',
    'if (1) l: function f() {}',
    'while (1) function f() {}',
    'for (;;) l: function f() {}',
    'do function f() {} while (0)',
    '"use strict"; l: function f() {}',
    'l: async function f() {}',
    'l: function* f() {}',
  ])('%s is no JavaScript and is refused', (source) => {
    expect(here([source])).toEqual(['SyntaxError']);
    expect(there([source])).toEqual(['SyntaxError']);
    expect(completeness(source, defaultLimits).kind).toBe('wrong');
  });

  it('a function of a block leaves a lexical name of an earlier chunk alone, as the standard says', () => {
    for (const block of [
      '{ function f() {} }',
      'if (1) function f() {}',
      'switch (1) { case 1: function f() {} }',
    ]) {
      for (const word of ['let', 'const']) {
        expect(here([`${word} f = 1;`, block, 'f'])).toEqual([undefined, undefined, 1]);
        const chunks = [`${word} f = 1;`, block].map((source, i) => ({ source, firstLine: i + 1 }));
        expect(problemsOf(chunks, {}, defaultLimits)).toEqual([]);
      }
    }
  });
});
