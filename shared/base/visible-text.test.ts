import * as fc from 'fast-check';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { isolated, visibleLine, visibleName } from './visible-text.ts';

describe('B8 what nobody can see is not in a name', () => {
  test.each([
    ['turned round', 'Anna\u202Egnp.exe', 'Annagnp.exe'],
    ['embedded', '\u202AAnna\u202C\u2066!\u2069', 'Anna!'],
    ['marked', 'A\u200Enn\u200Fa\u061C', 'Anna'],
    ['zero width', 'An\u200Bn\u2060a\uFEFF', 'Anna'],
    ['joined for nothing', 'An\u200Dn\u200Ca', 'Anna'],
    ['soft hyphen', 'An\u00ADna', 'Anna'],
    ['tags', 'Anna\u{E0041}\u{E0042}\u{E007F}', 'Anna'],
    ['variation selectors', 'A\uFE0Fn\uFE00n\u{E0100}a', 'Anna'],
    ['annotation', '\uFFF9Anna\uFFFAx\uFFFB', 'Annax'],
    ['half a pair', 'Anna\uD83D', 'Anna'],
    ['private use', 'Anna\uE000\u{F0000}', 'Anna'],
    ['no letter at all', 'Anna\uFFFF\u{1FFFE}', 'Anna'],
    ['grapheme joiner', 'An\u034Fna', 'Anna'],
    ['odd blanks', ' Anna\u00A0\u2003\u3000 B\t\u2028C ', 'Anna B C'],
    ['decomposed', 'A\u0308nne', 'Änne'],
    ['a pile of marks', `Z${'\u0301'.repeat(40)}a`, 'Ź\u0301\u0301\u0301a'],
    ['a joiner between what joins anyway', 'ع\u200Dلی', 'علی'],
    ['a parting of what is parted anyway', 'ا\u200Cب', 'اب'],
    ['a joiner without a killer of vowels', 'क\u200Dक', 'कक'],
    ['joiners held by signs that go', 'A\u061C\u200C\u061Cb\u180E\u200D\u180Ec', 'Abc'],
    ['an object that is not there', 'A\uFFFCnna', 'Anna'],
    ['variants of letters', '部\u{E01EF}屋\u{E0100} ᠠ\u180B', '部屋 ᠠ'],
    ['fillers of other scripts', 'a\u{16FE4}\u2D7Fb', 'ab'],
    ['marks on nothing', '\u0301\u0302Anna', 'Anna'],
  ])('%s', (_, written, name) => expect(visibleName(written)).toBe(name));

  test.each([
    ['blanks', ' \u00A0\u3000\u2003 '],
    ['zero width', '\u200B\u200C\u200D\u2060\uFEFF'],
    ['Hangul fillers', '\u115F\u1160\u3164\uFFA0'],
    ['a blank of Braille', '\u2800'],
    ['bidi', '\u202E\u202C\u2066\u2069\u061C'],
    ['marks alone', '\u0301\u0489'],
    ['selectors alone', '\uFE0F\u{E0100}\u180B'],
    ['joiners held by signs that go', '\u0600\u200C\u0600\u17B4\u200D\u17B4'],
    ['joiners held by marks', '\u0951\u200D\u0951'],
    ['a note without a head', '\u{1D159}'],
    ['joiners and marks that hold one another', '\u094D\u200D'.repeat(2000)],
    ['tags alone', '\u{E0061}\u{E007F}'],
    ['halves of pairs', '\uD800\uDC00'.slice(1) + '\uD800'],
  ])('a name of nothing but %s is empty', (_, written) => expect(visibleName(written)).toBe(''));
});

describe('B8 what belongs to a script or a picture stays', () => {
  test.each([
    ['Persian', 'می\u200Cخواهم'],
    ['Persian with points', 'مَ\u200Cن'],
    ['Bengali', 'র\u200D্য'],
    ['Khmer', 'ស្\u200Cរី'],
    ['Marathi', 'र्\u200Dय'],
    ['Sinhala', 'ක්\u200Dෂ'],
    ['Malayalam', 'ന്\u200D മല'.replace(' ', '')],
    ['Hebrew with points', 'שָׁלוֹם'],
    ['Thai', 'ที่นี่'],
    ['Vietnamese', 'Nguyễn'],
    ['Japanese', 'アリス が'],
    ['a family', '👩\u200D👩\u200D👧\u200D👦'],
    ['a profession with skin', '👩🏽\u200D💻'],
    ['a heart', '❤\uFE0F\u200D🔥'],
    ['a flag', '🇯🇵'],
    ['a rainbow flag', '🏳\uFE0F\u200D🌈'],
    ['Wales', '🏴\u{E0067}\u{E0062}\u{E0077}\u{E006C}\u{E0073}\u{E007F}'],
    ['a key cap', '1\uFE0F\u20E3'],
  ])('%s', (_, name) => {
    expect(visibleName(name)).toBe(name.normalize('NFC'));
    expect(visibleLine(name)).toBe(name.normalize('NFC'));
  });

  test('a rare Chinese character in what somebody says', () => {
    expect(visibleLine('葛\u{E0100}城')).toBe('葛\u{E0100}城');
  });

  test('a wide blank in what somebody says', () => {
    expect(visibleLine('はい\u3000そうです')).toBe('はい\u3000そうです');
  });
});

test.each([
  '\u0301\u0316'.repeat(30_000),
  `a${'\u0f73'.repeat(30_000)}`,
  '\u094D\u200D'.repeat(30_000),
  `ب${'\u064b\u200c'.repeat(30_000)}`,
])('B8 the host is never asked to put a pile of marks in order', (text) => {
  const normalize = vi.spyOn(String.prototype, 'normalize');
  onTestFinished(() => normalize.mockRestore());
  visibleLine(text);
  visibleName(text);
  expect(normalize).toHaveBeenCalled();
  for (const asked of normalize.mock.contexts) expect(String(asked)).not.toMatch(/\p{M}{9}/u);
});

/** Texts in which signs that hide are as frequent as letters. */
const odd = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...Array.from(
          'aZ1 é語ب\u200C\u200D\u202E\u2066\u3164\uFE0F\u0301\u{1F3F4}\u{E0067}\u{E007F}👩',
        ),
      ),
      fc.nat(0x10ffff).map((code) => String.fromCodePoint(code)),
    ),
    { maxLength: 30 },
  )
  .map((signs) => signs.join(''));

test('B8 whatever comes in, what comes out is in normal form, seen, and comes out of itself', () => {
  fc.assert(
    fc.property(odd, (text) => {
      for (const clean of [visibleName, visibleLine]) {
        const out = clean(text);
        expect(clean(out)).toBe(out);
        expect(out).toBe(out.normalize('NFC').trim());
        expect(out).not.toMatch(
          /[\u202A-\u202E\u2066-\u2069\u200B\u200E\u200F\u3164\uFEFF]|\p{M}{5}/u,
        );
        if (out !== '') expect(out).toMatch(/[^\p{M}\p{Z}\p{C}]|\p{ExtPict}/u);
      }
    }),
    { numRuns: 500 },
  );
});

test('B8 a name written from right to left does not move what stands around it', () => {
  expect(isolated('Anna')).toBe('Anna');
  expect(isolated('עדה')).toBe('\u2068עדה\u2069');
});
