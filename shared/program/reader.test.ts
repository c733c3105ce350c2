import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { completeness, defaultLimits } from '../lang/index.ts';
import { nextChunk, type Reading } from './reader.ts';

function read(text: string, from = 0): Reading {
  return nextChunk(text, from, defaultLimits);
}

/** All readings of a text, as `source` or `✗ line code`. */
function readAll(text: string): string[] {
  const found: string[] = [];
  let from = 0;
  for (;;) {
    const reading = read(text, from);
    if (reading.kind === 'nothing') return found;
    found.push(
      reading.kind === 'chunk' ? reading.source : `✗ ${reading.line} ${reading.error.code}`,
    );
    from = reading.to;
  }
}

describe('R16 a chunk is the shortest run of whole lines that is complete code', () => {
  test.each<[string, string, string[]]>([
    ['one command a line', 'p.up()\np.down()\n', ['p.up()\n', 'p.down()\n']],
    ['several commands a line', 'p.up(); p.down()\n', ['p.up(); p.down()\n']],
    ['the last line without a break', 'p.up()', ['p.up()']],
    ['blank and comment lines are passed', '\n// a\n /* b\n */\np.up()\n', ['p.up()\n']],
    [
      'a comment that runs into code',
      '\n/* a\n b */ p.up()\np.up()',
      ['/* a\n b */ p.up()\n', 'p.up()'],
    ],
    [
      'a comment that runs out of code',
      'p.up() /* a\n b */\np.up()',
      ['p.up() /* a\n b */\n', 'p.up()'],
    ],
    [
      'a block',
      'while (a) {\n\n  p.up()\n}\np.up()\n',
      ['while (a) {\n\n  p.up()\n}\n', 'p.up()\n'],
    ],
    ['no longer than it must be', 'a\n+ b\n', ['a\n', '+ b\n']],
    ['an operator at the end', 'a +\nb\n', ['a +\nb\n']],
    ['a template', 'a(`\n${\nb}\n`)\nc', ['a(`\n${\nb}\n`)\n', 'c']],
    ['else on the next line', 'if (a) b()\nelse c()\nd()', ['if (a) b()\nelse c()\n', 'd()']],
    [
      'else after blanks and comments',
      'if (a) {\n}\n\n// no\nelse {\n}\nd()',
      ['if (a) {\n}\n\n// no\nelse {\n}\n', 'd()'],
    ],
    [
      'else if',
      'if (a) b()\nelse if (c) d()\nelse\ne()\nf()',
      ['if (a) b()\nelse if (c) d()\nelse\ne()\n', 'f()'],
    ],
    [
      'catch and finally',
      'try {\n}\ncatch {\n}\nfinally {\n}\n',
      ['try {\n}\ncatch {\n}\nfinally {\n}\n'],
    ],
    ['do and while', 'do {\n}\nwhile (a)\nb', ['do {\n}\nwhile (a)\n', 'b']],
    ['a chain of methods', 'a\n  .b()\n  // and\n  ?.c\nd', ['a\n  .b()\n  // and\n  ?.c\n', 'd']],
    [
      'operators at line starts',
      'a = b\n  ? c\n  : d\ne\n&& f\n || g\nlet h = 1\n, i\n= 2\nj\n in k\nl',
      ['a = b\n  ? c\n  : d\n', 'e\n&& f\n || g\n', 'let h = 1\n, i\n= 2\n', 'j\n in k\n', 'l'],
    ],
    ['a chain that is not finished', 'a()\n.b(\n', ['a()\n', '✗ 2 unexpected-token']],
    [
      'lines that JavaScript would join, but that can begin a statement',
      'a()\n(b)\n[c].d\n`e`\n+f\n-g\n++h\n/i/g',
      ['a()\n', '(b)\n', '[c].d\n', '`e`\n', '+f\n', '-g\n', '++h\n', '/i/g'],
    ],
    [
      'a bracket alone',
      'if (a) {\nb()\n}\n}\nc()',
      ['if (a) {\nb()\n}\n', '✗ 4 unexpected-token', 'c()'],
    ],
    ['a label', 'a:\nfor (;;) {\nbreak a }\nb', ['a:\nfor (;;) {\nbreak a }\n', 'b']],
    ['an arrow function', 'const a = (b) =>\n  b + 1\nc', ['const a = (b) =>\n  b + 1\n', 'c']],
    ['a class', 'class A {\n a() {\n}\n}\nb', ['class A {\n a() {\n}\n}\n', 'b']],
    [
      'an else that nothing asks for',
      'a()\nelse b()\nc()',
      ['a()\n', '✗ 2 unexpected-token', 'c()'],
    ],
    [
      'an else that is not finished',
      'if (a) b()\nelse {\n',
      ['if (a) b()\n', '✗ 2 unexpected-token'],
    ],
    [
      'a word that only begins like else',
      'if (a) b()\nelsewhere()\n',
      ['if (a) b()\n', 'elsewhere()\n'],
    ],
  ])('R16 %s', (_name, text, expected) => {
    expect(readAll(text)).toEqual(expected);
  });

  it('R16 tells offsets and the number of the first line', () => {
    expect(read('\n// a\np.up()\n')).toEqual({
      kind: 'chunk',
      source: 'p.up()\n',
      from: 6,
      to: 13,
      firstLine: 3,
      parsed: 7,
    });
  });

  it('R17 text typed behind a read line without a break keeps its column', () => {
    expect(read('p.up(); p.down()', 7)).toMatchObject({
      source: '        p.down()',
      from: 7,
      to: 16,
      firstLine: 1,
    });
  });
});

describe('R18 a first line that does not parse is read alone', () => {
  test.each<[string, string, string[]]>([
    ['half a command', 'p.up(\np.down()\n', ['✗ 1 missing-bracket', 'p.down()\n']],
    ['a block that never ends', '{\np.up()\n', ['✗ 1 missing-bracket', 'p.up()\n']],
    ['not code', 'go up\np.up()\n', ['✗ 1 unexpected-token', 'p.up()\n']],
    [
      'an error in a later line',
      'if (a) {\nb c\n}\n',
      ['✗ 1 missing-bracket', '✗ 2 unexpected-token', '✗ 3 unexpected-token'],
    ],
    ['a comment that never ends', '\n/* a\nb()', ['✗ 2 unclosed-comment', 'b()']],
    ['a template that never ends', 'a`\nb()', ['✗ 1 unclosed-template', 'b()']],
    ['full-width brackets', '\n p.up（）\nb()', ['✗ 2 full-width-character', 'b()']],
    ['comment lines before it', '// a\n)\n', ['✗ 2 unexpected-token']],
  ])('R18 %s', (_name, text, expected) => {
    expect(readAll(text)).toEqual(expected);
  });

  it('L6 a line beyond the longest program is refused by name', () => {
    const text = `${'// a\n'.repeat(3_999)}p.up()\np.down()\n`;
    expect(readAll(text)).toEqual(['✗ 4000 source-too-long', '✗ 4001 source-too-long']);
  });
});

describe('R19 nothing is left', () => {
  test.each(['', '\n', '// a', '  \n/* a */\n// b\n'])('R19 %j is not read', (text) => {
    expect(read(text)).toEqual({ kind: 'nothing' });
  });
});

const line = fc.constantFrom(
  'p.up()',
  'p.up(2); p.down()',
  'if (a) b()',
  'if (a)',
  'if (a) {',
  'else',
  'else c()',
  'else if (d) {',
  '} else {',
  '}',
  '{',
  'try {',
  'catch {',
  'finally {',
  'do {',
  'while (a)',
  'a +',
  '+ b',
  '(',
  ')',
  'f(',
  '`a',
  '${',
  '/* a',
  'b */ c()',
  '// d',
  '',
  '  ',
  '"a',
  '"a\\',
  'x = /[(]/',
  'y = a / b / c',
  '（',
  '.g()',
  '  && h',
  '? i : j',
  ', k',
  '= l',
  '* 2',
  '[0]',
  '-m',
  'let q = {',
  'r: 1,',
  'foo bar',
);
const text = fc
  .tuple(fc.array(line, { maxLength: 14 }), fc.constantFrom('\n', ''))
  .map(([lines, end]) => lines.join('\n') + end);

const carriesOn = /^((else|catch|finally|in|instanceof)\b|\.(?!\d)|\?|,|=|&|\||\^|[*%<>]|!=)/;

/** The rules R16 and R18 word for word, parsing every run of lines. */
function readSlowly(text: string, from: number): string {
  const ends = [...text.slice(from).matchAll(/\n|$/g)]
    .map((found) => from + found.index + found[0].length)
    .filter((end, index, all) => end > from && end !== all[index - 1]);
  const kindOf = (start: number, end: number) =>
    completeness(text.slice(start, end), defaultLimits).kind;
  let start = from;
  for (const end of ends) if (kindOf(from, end) === 'blank') start = end;
  const code = ends.filter((end) => end > start);
  const lineEnd = code.find((end) => /\S/.test(codeOf(text.slice(start, end))));
  if (lineEnd === undefined) return 'nothing';
  let found: number | null = null;
  for (const end of code) {
    const since = codeOf(text.slice(found ?? start, end));
    if (since === '') continue;
    if (found !== null && !carriesOn.test(codeOf(text.slice(found)))) break;
    const kind = kindOf(start, end);
    if (kind === 'wrong') break;
    if (kind === 'complete') found = end;
  }
  return found === null ? `wrong ${start} ${lineEnd}` : `chunk ${start} ${found}`;
}

function codeOf(text: string): string {
  return text.replace(/^(?:\s|\/\/[^\n]*|\/\*[^]*?\*\/)*/, '');
}

// Thousands of texts: more time than the usual test gets, on a busy machine too.
describe('reading any text', { timeout: 60_000 }, () => {
  const settings = { numRuns: 400, seed: 16 };

  it('R16 R18 finds what parsing every run of lines finds', () => {
    fc.assert(
      fc.property(text, (text) => {
        let from = 0;
        for (;;) {
          const reading = read(text, from);
          const told =
            reading.kind === 'nothing'
              ? 'nothing'
              : `${reading.kind} ${reading.from} ${reading.to}`;
          expect(told).toBe(readSlowly(text, from));
          if (reading.kind === 'nothing') break;
          from = reading.to;
        }
      }),
      settings,
    );
  });

  it('L5 R17 reading only the locked part gives the same', () => {
    fc.assert(
      fc.property(text, text, (text, typedLater) => {
        let from = 0;
        for (;;) {
          const reading = read(text, from);
          if (reading.kind === 'nothing') break;
          const { to } = reading;
          expect(to).toBeGreaterThan(from);
          expect(to === text.length || text[to - 1] === '\n').toBe(true);
          expect(read(text.slice(0, to), from)).toEqual(reading);
          from = to;
        }
        expect(read(typedLater, typedLater.length)).toEqual({ kind: 'nothing' });
      }),
      settings,
    );
  });

  it('A17 never throws, whatever is typed', () => {
    const any = fc.string({ unit: 'binary', maxLength: 200 });
    fc.assert(
      fc.property(any, (text) => {
        expect(readAll(text).length).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 400, seed: 17 },
    );
  });
});
