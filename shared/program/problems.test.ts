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

  it('L9 tells what can never be assigned, and arguments that name no direction and no cell', () => {
    const text = `const a = 1\na = 2\nfunction f() { const b = 1; b++ }\np.x = 3\n[p.y] = [1]\np = 1
p()\np.look('north')\nfield.at(1)\nfor (const i of [1]) { i += 1 }\nlet q = 1; q = 2\n`;
    expect(told(text)).toEqual([
      'constant-assign 2:1+1',
      'constant-assign 3:29+1',
      'host-readonly 4:3+1',
      'host-readonly 5:4+1',
      'host-readonly 6:1+1',
      'not-a-command 7:1+1',
      'unknown-direction 8:1+15',
      'coordinate-not-whole 9:1+11',
      'constant-assign 10:24+1',
    ]);
  });

  it("L9 names of its own are the program's to assign", () => {
    const text = `function f(p) { p.x = 1; p = 2 }\nlet rival = { x: 1 }; rival.x = 2\nlet a = 1; { const a = 2 } a = 3`;
    expect(told(text)).toEqual([]);
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
