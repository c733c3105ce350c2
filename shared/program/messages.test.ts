import { describe, expect, it, test } from 'vitest';
import { hasMessage, messageOf } from './messages.ts';
import { problemsIn } from './problems.ts';
import { Play } from './testing/field.ts';

const wrong = [
  'p.up(',
  'p.up())',
  'p.up() p.up()',
  'foo()',
  'p.lfet()',
  'p.zzzzzzzz()',
  'p.x()',
  'p.up("a")',
  'p.up(-1)',
  'p.up(.5)',
  'p.up(1000)',
  'p.look("north")',
  'field.at(1)',
  '"a',
  '`a',
  '/* a',
  'a +',
  'try {}',
  'let a, a',
  'throw',
  'class A {}',
  'p.up（）',
  '\u200bp.up()',
  '('.repeat(300),
  `${' '.repeat(20_000)}p.up()`,
  'log()\n'.repeat(1000),
  `a${'b'.repeat(500)}()`,
];

describe('L8 R35 every error says cause and remedy in both languages', () => {
  test.each(wrong.map((text) => [text.trim().slice(0, 20), text]))('%j', (_name, text) => {
    const { error } = new Play(text).turn();
    if (error === null) throw new Error('that was no error');
    expect(hasMessage(error.code)).toBe(true);
    const en = messageOf(error.code, error.details, 'en');
    const ja = messageOf(error.code, error.details, 'ja');
    expect(en).not.toMatch(/\{\w+\}|“\?”/);
    expect(ja).not.toMatch(/\{\w+\}|「\?」/);
    expect(ja).toMatch(/[\u3040-\u9fff]/);
    expect(en.length).toBeLessThan(300);
  });

  it('L8 names the nearest command and the invisible character', () => {
    const say = (text: string, language: 'en' | 'ja') => {
      const [problem] = problemsIn(text, 0);
      return problem && messageOf(problem.code, problem.details, language);
    };
    expect(say('p.rihgt()', 'en')).toContain('p.right');
    expect(say('p.rihgt()', 'ja')).toContain('p.right');
    expect(say('\u200bp.up()', 'en')).toContain('zero width space');
    expect(say('\u200bp.up()', 'ja')).toContain('ゼロ幅スペース');
  });

  it('a code without words is shown as it is', () => {
    expect(hasMessage('constructor')).toBe(false);
    expect(messageOf('never-heard', {}, 'en')).toBe('Error: never-heard');
    expect(messageOf('constructor', {}, 'ja')).toBe('エラー: constructor');
  });
});
