import { describe, expect, test } from 'vitest';
import { createMachine, defaultLimits } from './index.ts';
import { behaviourHere } from './fuzz/compare.ts';

/** Expects a program to come to this value, whatever engine runs the tests. */
function comesTo(source: string, value: string): void {
  expect(behaviourHere(source)).toEqual({ value, error: null, log: [] });
}

/** What an engine says about it is not asked: they differ, by version and by maker. */
describe('L1 L5 what the standard leaves open is fixed', () => {
  test.each([
    [
      'what a comparison is asked while a short list is sorted',
      'const c = []; [5, 4, 3, 6, 1, 7].sort((a, b) => { c.push([a, b]); return a - b }); c',
      '[[4, 5], [3, 4], [6, 3], [6, 4], [6, 5], [1, 5], [1, 4], [1, 3], [7, 4], [7, 6]]',
    ],
    [
      'the same of a sorted copy',
      'const c = []; [2, 3, 1].toSorted((a, b) => { c.push([a, b]); return a - b }); c',
      '[[3, 2], [1, 3], [1, 3], [1, 2]]',
    ],
    [
      'a long list is merged in pairs, then in fours, the later item first',
      `const a = []; for (let i = 0; i < 64; i++) a.push(63 - i);
       const c = []; a.sort((x, y) => { c.push([x, y]); return x - y }); [c[0], c[1], c[32], c.length]`,
      '[[62, 63], [60, 61], [60, 62], 192]',
    ],
    [
      'a comparison that answers true and false',
      '[[3, 1, 2].sort((a, b) => b > a), [5, 2, 8, 1].sort((a, b) => a > b)]',
      '[[3, 1, 2], [5, 2, 8, 1]]',
    ],
    ['a comparison that always says less', '[1, 2, 3].sort(() => -1)', '[3, 2, 1]'],
    ['a comparison without a say', '[2, 1, 3].sort(() => NaN)', '[2, 1, 3]'],
    [
      'large numbers in other bases',
      '[(9.6e20).toString(7), (1e25).toString(36), (2 ** 70).toString(3)]',
      '["5003514550325435306300000", "198exbvshgps00000", "101210022122111122111122201121111000000000000"]',
    ],
    ['fractions in other bases', '(0.1).toString(3)', '"0.0022002200220022002200220022002201"'],
    [
      'long texts read in other bases',
      'parseInt("123456012345612345601234561", 7)',
      '1.2776752155389784e+22',
    ],
    [
      'more than twenty digits: the nearest number',
      '[9007199254740993.0000000000000000001, Number("0.1000000000000000055511151231257827021181583404541015626")]',
      '[9007199254740994, 0.1]',
    ],
    [
      'long numbers in other bases are rounded once',
      '[0x200000000000018, 0x20_0000_0000_0001_8, { 0x200000000000018: 1 }, 0b11]',
      '[144115188075855900, 144115188075855900, {144115188075855900: 1}, 3]',
    ],
    ['sines of large numbers', 'Math.sin(1e22)', '-0.8522008497671888'],
    [
      'powers',
      '[10 ** 308, 0.1 ** 0.3, Math.pow(2, 0.5)]',
      '[1e+308, 0.5011872336272724, 1.4142135623730951]',
    ],
  ])('%s', (_name, source, value) => comesTo(source, value));
});

describe('L1 L2 what an engine may not know yet is as the standard has it', () => {
  test('L2 a reviver is told how numbers, texts, truth values and null were written', () => {
    comesTo(
      `const heard = [];
       JSON.parse('{"a":1.0,"b":[true,null,"x\\\\u0041"],"a":-0}', (k, v, c) => {
         heard.push([k, c]);
         return v;
       });
       heard`,
      '[["a", {source: "-0"}], ["0", {source: "true"}], ["1", {source: "null"}], ' +
        '["2", {source: "\\"x\\\\u0041\\""}], ["b", {}], ["", {}]]',
    );
  });

  test('L2 a name of the library as a key has no source of its own', () => {
    comesTo(
      `const o = { r(k, v, c) { if (k === 'a') this.toString = 2; return k === '' ? v : c } };
       JSON.parse('{"a":1,"toString":1}', o.r)`,
      '{a: {source: "1"}, toString: {}}',
    );
  });

  test('L2 what a reviver has put in place of a value was not written anywhere', () => {
    comesTo(
      `const o = { r(k, v, c) {
         if (k === '0' && this.length > 1) { this[1] = 0; this[2] = -0; this[3] = [5]; this[4] = 6 }
         return k === '' ? v : c.source ?? v;
       } };
       JSON.parse('[0,-0,-0,[5],[6]]', o.r)`,
      '["0", 0, "-0", [5], 6]',
    );
  });

  test('L6 sources are paid for: they are live values while they are read', () => {
    const source = `const s = '[' + '1,'.repeat(7000) + '1]'; JSON.parse(s, (k, v) => v)`;
    const outcome = createMachine({}, '', defaultLimits).run(source, 1);
    expect(outcome).toMatchObject({ kind: 'failed', error: { name: 'GovernorLimit' } });
  });
});

describe('L2 L5 letters are those of Unicode 15.0 on every host', () => {
  test.each([
    [
      'capitals that came later',
      '"\\u1c8a\\ua7cd\\u{10d70}".toUpperCase()',
      '"\u1c8a\ua7cd\u{10d70}"',
    ],
    ['small letters that came later', '"\\u1c89A\\u{10d50}B".toLowerCase()', '"\u1c89a\u{10d50}b"'],
    [
      'old letters with later capitals',
      '"a\\u019b\\u0264\\ua7d3\\ua7d5z".toUpperCase()',
      '"A\u019b\u0264\ua7d3\ua7d5Z"',
    ],
    ['known ones', '"straße ŉ ﬁ é \\u{10428}".toUpperCase()', '"STRASSE ʼN FI É \u{10400}"'],
    ['sigma after a letter that lost its case', '"\\u0295Σ".toLowerCase()', '"\u0295ς"'],
    ['sigma before a mark that is skipped', '"AΣ\\u{1171e}B".toLowerCase()', '"aσ\u{1171e}b"'],
    [
      'sigma beside a letter that came later',
      '"AΣ\\u1c89 \\u1c89Σ".toLowerCase()',
      '"aς\u1c89 \u1c89σ"',
    ],
    ['sigmas', '"ΑΣ ΣΑΣ Σ".toLowerCase()', '"ας σας σ"'],
    [
      'forms that came later',
      '"\\u{1ccd6}\\u{105c9}é".normalize("NFKD")',
      '"\u{1ccd6}\u{105c9}e\u0301"',
    ],
    [
      'marks that came later keep their place',
      '"a\\u0301\\u0897\\u0323".normalize("NFD")',
      '"a\u0301\u0897\u0323"',
    ],
    ['known forms', '"Åﬁ①".normalize("NFKC") + "e\\u0323\\u0301".normalize()', '"Åfi1ẹ\u0301"'],
  ])('%s', (_name, source, value) => comesTo(source, value));

  test('L8 what a wrong name is near to does not depend on them', () => {
    const outcome = createMachine({}, '', defaultLimits).run('M\u{1ccd6}th', 1);
    expect(outcome).toMatchObject({ kind: 'failed', error: { code: 'unexpected-token' } });
  });
});
