import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openingText } from './opening.ts';
import { problemsIn } from './problems.ts';
import { Play } from './testing/field.ts';

const opening = openingText('heroku', { x: 4, y: 2 });

function told(text: string, from = 0): string[] {
  return problemsIn(text, from).map(
    ({ code, line, column, length }) => `${code} ${line}:${column}+${length}`,
  );
}

describe('L9 problems are marked while a player types', () => {
  it('L9 tells all of them with their places, in order', () => {
    const text = `${opening}p.rigth(2)\np.up(\n\np.left(-1) // back\np.up（）\nfoo()\n`;
    expect(told(text)).toEqual([
      'unknown-command 2:3+5',
      'missing-bracket 3:5+1',
      'count-negative 5:1+10',
      'full-width-character 6:5+1',
      'unknown-name 7:1+3',
    ]);
  });

  it('L9 a text without problems has none', () => {
    expect(told(`${opening}p.up()\n// p.upp()\n\np.left(3); p.wait()`)).toEqual([]);
    expect(told('')).toEqual([]);
  });

  it('L9 lines that are read have no marks any more', () => {
    const text = 'p.upp()\np.upp()\n';
    expect(told(text, 8)).toEqual(['unknown-command 2:3+3']);
    expect(told(text, text.length)).toEqual([]);
  });

  it('L9 at most 50 are told', () => {
    expect(told('}\n'.repeat(5_000))).toHaveLength(50);
    expect(told('p.upp()\n'.repeat(100))).toHaveLength(50);
  });

  it('L9 a text of nothing but unfinished lines is not looked through to its end', () => {
    const found = problemsIn('if (a)\n'.repeat(2_800), 0);
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(10);
  });

  it('L9 the marks are the errors that running gives', { timeout: 60_000 }, () => {
    const line = fc.constantFrom(
      'p.wait()',
      'p.up(-1)',
      'p.upp()',
      'p.wait(1.5)',
      'q.up()',
      'p.up(',
      ')',
      '// a',
      '',
      '{',
      'foo bar',
      'p.wait（1）',
      'log("a")',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const play = new Play(lines.join('\n'));
        play.turns(lines.length + 1);
        const errors = play.steps.flatMap(({ error }) => (error === null ? [] : [error]));
        expect(problemsIn(play.text, 0)).toEqual(errors);
      }),
      { numRuns: 300, seed: 9 },
    );
  });
});
