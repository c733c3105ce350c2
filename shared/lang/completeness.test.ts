import { tokenizer } from 'acorn';
import { describe, expect, it, test } from 'vitest';
import { completeness, defaultLimits, type Completeness } from './index.ts';

function kindOf(source: string): Completeness['kind'] {
  return completeness(source, defaultLimits).kind;
}

function errorOf(source: string): string {
  const found = completeness(source, defaultLimits);
  if (!('error' in found)) return found.kind;
  const { code, line, column, length } = found.error;
  return `${code} ${line}:${column}+${length}`;
}

describe('R16 what is complete code', () => {
  test.each([
    ['p.up();'],
    ['p.up()'],
    [';'],
    ['let a = 1'],
    ['if (a) b(); else c()'],
    ['try { a() } catch { b() }'],
    ['for (const x of y) { z }'],
    ['`a\n${b}\nc`'],
    ['"a\\\nb"'],
    ['class A { #b = 1 }'],
    ['async () => { for await (const x of y); }'],
    ['a = /[(]/'],
  ])('complete: %s', (source) => {
    expect(kindOf(source)).toBe('complete');
  });

  test.each([[''], ['   '], ['\n\n'], ['// a'], ['/* a */'], ['\u3000'], ['/* a\n b */ // c']])(
    'blank: %j',
    (source) => {
      expect(kindOf(source)).toBe('blank');
    },
  );

  test.each([
    ['p.up('],
    ['{'],
    ['if (a)'],
    ['if (a) {} else'],
    ['try {}'],
    ['do x()'],
    ['`a'],
    ['`a ${'],
    ['"a\\'],
    ['/* a'],
    ['p.up() /* a'],
    ['a +'],
    ['a ?'],
    ['x =>'],
    ['var'],
    ['let [a]'],
    ['let {a}'],
    ['const a'],
    ['[{a = 1}]'],
    ['label:'],
    ['function f()'],
    ['class A'],
    ['async function'],
  ])('R18 more lines can help: %s', (source) => {
    expect(kindOf(source)).toBe('incomplete');
  });

  test.each([
    ['foo bar'],
    ['p.up())'],
    ['}'],
    ['"a'],
    ['throw'],
    ['()'],
    ['let a, a'],
    ['let a\nlet a'],
    ['break'],
    ['return'],
    ['a = /b'],
    ['import "a"'],
    ['1a'],
    ['else'],
    ['p.up（）'],
    ['#!a'],
  ])('R18 no line can help: %s', (source) => {
    expect(kindOf(source)).toBe('wrong');
  });
});

describe('R16 a line break can stand between most words and never makes code wrong', () => {
  const programs = [
    'if (a) { b() } else if (c) d(); else { e }',
    'try { a() } catch ({ message }) { b } finally { c() }',
    'do { a } while (b)',
    'label: for (let i = 0; i < 3; i += 1) { for (;;) { continue label } }',
    'const { a, b: [c, ...d], e = 1, ...f } = g ?? (h || i)',
    'switch (a) { case 1: b(); break; default: c() }',
    'const f = (a, b = 2, ...c) => ({ a, [b]: c, "d": 1, e() { return 1 } })',
    'function f(a) { function* g() { yield* a } return new Map([[1, g]]) }',
    'x = a ? b : c ? d : typeof e in f',
    'for (const k in o) delete o[k]',
    'for (const [a, { b }] of c) if (a) while (b) p.up(a ** -b)',
    'class A extends B { static #x = 1; get y() { return super.y } async *z() {} }',
    '({ a = 1 } = b)',
    'a?.b?.[c]?.(...d)',
  ];

  it.each(programs)('%s', (program) => {
    const words = [...tokenizer(program, { ecmaVersion: 2023 })].map(({ start, end }) =>
      program.slice(start, end),
    );
    const code = words.join('\n').replaceAll('\n=>', ' =>').replaceAll('yield\n', 'yield ');
    expect(kindOf(code)).toBe('complete');
    const lines = code.split('\n');
    const begun = lines.map((_line, count) => lines.slice(0, count).join('\n'));
    expect(begun.filter((part) => kindOf(part) === 'wrong')).toEqual([]);
  });
});

describe('L8 errors name their cause and place', () => {
  test.each([
    ['p.up(2', 'missing-bracket 1:5+1'],
    ['p.up(2;', 'missing-bracket 1:5+1'],
    ['a = [1,\n 2', 'missing-bracket 1:5+1'],
    ['p.up())', 'unexpected-token 1:7+1'],
    ['p.up()\n  foo bar', 'unexpected-token 2:7+3'],
    ['"abc', 'unclosed-string 1:1+1'],
    ['a = `b', 'unclosed-template 1:5+1'],
    ['a /* b', 'unclosed-comment 1:3+2'],
    ['a +', 'unexpected-end 1:3+1'],
    ['try {}', 'missing-catch 1:1+3'],
    ['let abc, abc', 'already-declared 1:10+3'],
    ['p.up（1)', 'full-width-character 1:5+1'],
    ['p．up()', 'full-width-character 1:2+1'],
    ['p.up(１)', 'full-width-character 1:6+1'],
    ['p.up()；', 'full-width-character 1:7+1'],
    ['p\u200b.up()', 'invisible-character 1:2+1'],
    ['“a”', 'full-width-character 1:1+1'],
    ['throw\na', 'throw-newline 1:1+5'],
  ])('%j', (source, error) => {
    expect(errorOf(source)).toBe(error);
  });

  it('L8 tells the half-width character and the name of the invisible one', () => {
    expect(completeness('p.up（）', defaultLimits)).toMatchObject({
      error: { details: { character: '（', plain: '(' } },
    });
    expect(completeness('\u200bp', defaultLimits)).toMatchObject({
      error: { details: { character: 'zero width space', codePoint: 'U+200B' } },
    });
  });
});

describe('L6 limits of the source', () => {
  const forms: readonly (readonly [string, (count: number) => string])[] = [
    ['parentheses', (n) => '('.repeat(n) + '1' + ')'.repeat(n)],
    ['open parentheses', (n) => '('.repeat(n)],
    ['lists', (n) => '['.repeat(n) + ']'.repeat(n)],
    ['blocks', (n) => '{'.repeat(n) + '}'.repeat(n)],
    ['calls', (n) => 'f('.repeat(n) + ')'.repeat(n)],
    ['templates', (n) => '`${'.repeat(n) + '1' + '}`'.repeat(n)],
    ['arrows', (n) => 'a=>'.repeat(n) + '1'],
    ['async arrows', (n) => 'async a=>'.repeat(n) + '1'],
    ['functions behind arrows', (n) => 'a=>function f(){'.repeat(n) + '}'.repeat(n)],
    ['negations', (n) => '!'.repeat(n) + '1'],
    ['signs', (n) => '- '.repeat(n) + '1'],
    ['counted sums', (n) => '++a-'.repeat(n) + '1'],
    ['powers', (n) => '2**'.repeat(n) + '2'],
    ['sums', (n) => 'a+'.repeat(n) + '1'],
    ['assignments', (n) => 'a='.repeat(n) + '1'],
    ['assignments to members', (n) => 'a.b='.repeat(n) + '1'],
    ['choices', (n) => 'a?b:'.repeat(n) + '1'],
    ['conditions', (n) => 'if(a)'.repeat(n) + '1'],
    ['conditions on lines', (n) => 'if(a)\n'.repeat(n) + '1'],
    ['else', (n) => 'if(a){}else '.repeat(n) + '1'],
    ['labels', (n) => Array.from({ length: n }, (_, i) => `a${i}:`).join('') + '1'],
    ['new', (n) => 'new '.repeat(n) + 'a'],
    ['classes', (n) => '(class extends '.repeat(n) + 'a' + '{})'.repeat(n)],
    ['bare classes', (n) => 'class A extends '.repeat(n) + 'a' + '{}'.repeat(n)],
    ['patterns', (n) => `let ${'['.repeat(n)}a${']'.repeat(n)}=1`],
    ['loops', (n) => 'for(;;)'.repeat(n) + ';'],
    ['do', (n) => 'do '.repeat(n) + ';' + 'while(1);'.repeat(n)],
  ];

  test.each(forms)('L6 10,000 nested %s are refused, not parsed', (_name, make) => {
    const found = completeness(make(10_000), { ...defaultLimits, source: 1_000_000 });
    expect(found).toMatchObject({ kind: 'wrong', error: { code: 'nesting-too-deep' } });
    expect(found.kind === 'wrong' && found.error.column).toBeLessThan(5_000);
  });

  it('L6 a long regular expression of brackets is no danger', () => {
    const source = `a = /${'('.repeat(9_000)}${')'.repeat(9_000)}/`;
    expect(kindOf(source)).toBe('complete');
  });

  it('L6 long ordinary programs are not taken for nested ones', () => {
    const lines = [
      'x = 1',
      'let a = -b',
      'if (a) b()',
      '{ c() }',
      'd => e',
      'for (;;) f()',
      "g('h')",
      '"i"',
      '++j',
      'k++',
    ];
    for (const line of lines) {
      const source = `function f() {\n${`  ${line}\n`.repeat(500)}}`.replaceAll('let a', 'var a');
      expect([line, kindOf(source)]).toEqual([line, 'complete']);
    }
    expect(kindOf(`a = [${'1 + 2, '.repeat(1000)}]`)).toBe('complete');
    expect(kindOf('if (a) { b() }\n'.repeat(500))).toBe('complete');
    expect(kindOf('if (a) { b() } '.repeat(500))).toBe('complete');
    expect(kindOf('a.b'.repeat(1) + '.c'.repeat(5000))).toBe('complete');
  });

  it('L6 a source beyond its limit is refused at the limit', () => {
    expect(completeness('a'.repeat(20_001), defaultLimits)).toMatchObject({
      kind: 'wrong',
      error: { code: 'source-too-long', column: 20_001, details: { limit: 20_000 } },
    });
  });
});
