import { describe, expect, it, test } from 'vitest';
import { defaultLimits } from '../lang/index.ts';
import { openingText } from './opening.ts';
import { problemsIn } from './problems.ts';
import { createProgramRun, rebuildProgramRun } from './program.ts';
import { Play } from './testing/field.ts';

/** Plays some turns: action and line of each, an error as `code@line:column`, log lines behind. */
function told(program: string | Play, turns: number): string[] {
  const play = typeof program === 'string' ? new Play(program) : program;
  return Array.from({ length: turns }, () => {
    const { action, line, error } = play.turn();
    const wrong = error === null ? [] : [`${error.code}@${error.line}:${error.column}`];
    return [action, line ?? '–', ...wrong, ...play.run.lastLog.map((text) => `[${text}]`)].join(
      ' ',
    );
  });
}

describe('L5 R23 a command suspends the program anywhere in it', () => {
  test.each<[string, string, string[]]>([
    [
      'in a for loop, turn by turn at its line',
      'for (let i = 0; i < 2; i++) {\n  p.up();\n  p.left();\n}',
      ['up 2', 'left 3', 'up 2', 'left 3', 'wait –'],
    ],
    ['in an endless while', 'while (true) p.wait(0)', ['wait 1', 'wait 1', 'wait 1', 'wait 1']],
    [
      'in do, labels and continue',
      'a: for (const d of ["up", "left"]) do {\n p[d]()\n continue a }\nwhile (true)',
      ['up 2', 'left 2', 'wait –'],
    ],
    [
      'in a for-in and a switch',
      'for (const d in { left: 1, up: 2 }) switch (d) {\ncase "up": p.up()\nbreak\ndefault:\n p.left() }',
      ['left 5', 'up 2', 'wait –'],
    ],
    [
      'in a recursive function',
      'function go(n) {\n if (n > 0) { p.left(); go(n - 1) }\n}\ngo(2)',
      ['left 2', 'left 2', 'wait –'],
    ],
    [
      'in the callback of map',
      '["up", "left"].map((way) => p[way]())',
      ['up 1', 'left 1', 'wait –'],
    ],
    ['as the callback itself', '[2, 1].forEach(p.down)', ['down 1', 'down 1', 'down 1', 'wait –']],
    [
      'in the comparison of sort',
      'log([3, 1, 2].sort((a, b) => (p.wait(), a - b)).join())',
      ['wait 1', 'wait 1', 'wait 1', 'wait 1', 'wait – [1,2,3]'],
    ],
    [
      'in arguments, defaults and templates',
      'const f = (n = p.left(2)) => `${n + p.up(n)}`\nlog(f())',
      ['left 1', 'left 1', 'up 1', 'up 1', 'wait – [4]'],
    ],
    [
      'in try, catch and finally',
      'try {\n p.up()\n null.x\n} catch {\n p.left()\n} finally {\n p.down()\n}',
      ['up 2', 'left 5', 'down 7', 'wait –'],
    ],
    [
      'under another name',
      'const { up, left: west } = p\nup()\nwest(2)',
      ['up 2', 'left 3', 'left 3', 'wait –'],
    ],
    [
      'in a method with this',
      'const o = { n: 1, go() { return p.up() + this.n } }\nlog(o.go())',
      ['up 1', 'wait – [2]'],
    ],
    [
      'as an argument of a command',
      'p.up(p.left(2))',
      ['left 1', 'left 1', 'up 1', 'up 1', 'wait –'],
    ],
  ])('L5 %s', (_name, program, expected) => {
    expect(told(program, expected.length)).toEqual(expected);
  });

  it('R21 the answer is the number of cells really moved, by an edge of walls too', () => {
    expect(told('log(p.down(), p.right(4), p.x)\nlog(p.wait(2))', 8)).toEqual([
      'down 1',
      'right 1',
      'right 1',
      'right 1',
      'right 1',
      'wait 2 [1 0 4]',
      'wait 2',
      'wait – [0]',
    ]);
  });

  it('L5 a program suspended deep inside is rebuilt from what it has seen', () => {
    const text =
      'const go = (ways) => ways.map((way) => { log(way, Math.random()); return p[way](2) })\n' +
      'function deep(n) { return n > 0 ? deep(n - 1) : go(["up", "left", "down"]) }\nlog(deep(50))\n';
    const play = new Play(text);
    play.turns(3);
    const rebuilt = rebuildProgramRun('heroku', 'seed', play.history);
    for (let turn = 0; turn < 5; turn++) {
      const { battle } = play;
      const step = play.turn();
      expect(rebuilt.step(text, battle)).toEqual(step);
      expect(rebuilt.lastLog).toEqual(play.run.lastLog);
    }
    expect(play.run.lastLog.concat(play.steps.map(({ action }) => action))).toContain('down');
  });
});

describe('R16 R23 chunks share one scope', () => {
  it('R16 let, const, var, functions and closures of earlier chunks', () => {
    const text =
      'let n = 0\nconst step = 2\nvar old = "old"\nfunction count() { return ++n }\n' +
      'const counter = () => { let own = 0; return () => own++ }\nconst c = counter()\n' +
      'p.left(count())\nc()\nlog(n, step, old, c(), c())\np.up(step)';
    expect(told(text, 4)).toEqual(['left 7', 'up 10 [1 2 old 1 2]', 'up 10', 'wait –']);
  });

  it('R16 a function may call what a later chunk declares', () => {
    expect(told('const go = () => later()\nfunction later() { p.up() }\ngo()', 2)).toEqual([
      'up 2',
      'wait –',
    ]);
  });

  it('R20 a name declared twice costs a turn and keeps the first', () => {
    expect(told('let x = 1\nlet x = 2\nlog(x)\np.up()', 2)).toEqual([
      'wait 2 already-declared@2:5',
      'up 4 [1]',
    ]);
  });

  it('R13 R20 a variable typed after its use failed is there for the next chunk', () => {
    const play = new Play('p.up(n)\n');
    expect(told(play, 1)).toEqual(['wait 1 unknown-name@1:6']);
    play.text += 'let n = 2\np.up(n)\n';
    expect(told(play, 2)).toEqual(['up 3', 'up 3']);
  });

  it('R20 an error in a function of an earlier chunk is shown where it stands in the document', () => {
    const opening = openingText('heroku', { x: 4, y: 2 });
    const text = `${opening}\nfunction f(way) {\n  p.up();\n    p[way]();\n}\n// go\n\nf("left")\nf("north")\np.down()\n`;
    expect(told(text, 5)).toEqual([
      'up 4',
      'left 5',
      'up 4',
      'wait 5 unknown-command@5:7',
      'down 11',
    ]);
  });

  it('R20 an error ends only its chunk: closures of it live on', () => {
    expect(told('let f\nf = () => p.up(); null.x\nf()', 2)).toEqual([
      'wait 2 nullish-read@2:24',
      'up 2',
    ]);
  });
});

describe('R16 R18 R19 lines that are being written', () => {
  it('R16 else on the next line belongs to its if, whatever the condition says', () => {
    expect(told('if (p.x > 100) p.up()\nelse {\n  p.down()\n}\np.left()', 3)).toEqual([
      'down 3',
      'left 5',
      'wait –',
    ]);
  });

  it('R16 R18 an else typed after its if was read is an error of its own line', () => {
    const play = new Play('if (false) p.up()\n');
    expect(told(play, 1)).toEqual(['wait –']);
    play.text += 'else p.down()\np.left()\n';
    expect(told(play, 2)).toEqual(['wait 2 unexpected-token@2:1', 'left 3']);
  });

  it('R18 an unfinished block costs its first line, and what follows is read by itself', () => {
    const play = new Play('while (p.x > 0) {\n  p.left()\n');
    expect(told(play, 1)).toEqual(['wait 1 missing-bracket@1:17']);
    play.text += '}\np.up()\n';
    expect(told(play, 3)).toEqual(['left 2', 'wait 3 unexpected-token@3:1', 'up 4']);
  });

  it('R18 a block finished in time runs whole', () => {
    const play = new Play('p.up()\nwhile (p.x > 3) {\n');
    expect(told(play, 1)).toEqual(['up 1']);
    play.text += '  p.left()\n}\n';
    expect(told(play, 2)).toEqual(['left 3', 'wait –']);
  });

  it('R18 half-typed lines are read as they stand', () => {
    expect(told('p.l\np.left\np.left(\nlet a =\nlog("a\np.up()', 6)).toEqual([
      'wait 1 unknown-command@1:3',
      'wait 3 missing-bracket@3:7',
      'wait 4 unexpected-end@4:7',
      'wait 5 unclosed-string@5:5',
      'up 6',
      'wait –',
    ]);
  });

  it('R17 R19 a chunk that never completes its turns goes on; nothing more is read', () => {
    const play = new Play('for (;;) p.wait()\np.up()\n');
    expect(told(play, 3)).toEqual(['wait 1', 'wait 1', 'wait 1']);
    expect(play.steps.at(-1)?.readTo).toBe('for (;;) p.wait()\n'.length);
  });
});

describe('L6 governor limits of one turn', () => {
  const endless: [string, string][] = [
    ['step-limit', 'for (;;);'],
    ['step-limit', 'for (;;) try { for (;;); } catch {} finally { p.up() }'],
    ['depth-limit', '(function f() { f() })()'],
    ['memory-limit', 'let s = "x".repeat(1e9)'],
    ['memory-limit', 'let a = "ab"; for (;;) a += a'],
  ];
  test.each(endless)('L6 R20 %s: %s costs the turn and ends the chunk', (code, line) => {
    const [first, second] = told(`${line}\np.up()`, 2);
    expect(first).toMatch(new RegExp(`^wait 1 ${code}@1:`));
    expect(second).toBe('up 2');
  });

  it('L6 each turn has its own steps, so that a loop with commands never runs out', () => {
    const limits = { ...defaultLimits, steps: 200 };
    const text = 'for (;;) {\n  for (let i = 0; i < 100; i++);\n  p.wait();\n}';
    const play = new Play(text, undefined, 'heroku', createProgramRun('heroku', 'seed', limits));
    expect(told(play, 20)).toEqual(Array.from({ length: 20 }, () => 'wait 3'));
  });
});

describe('L4 L7 what a program sees are copies', () => {
  const board = `
    turn 0/30, S 0, H 0
    . 1 . . .
    S . H . ?
    . . . . .
    ^ . . . .
  `;
  const seen = (program: string, turns = 1): string[] => told(new Play(program, board), turns);

  it('L4 the list of gold can be changed without changing the world', () => {
    expect(
      seen(
        'const g = field.gold(); g[0].x = 99; g.length = 1\nlog(field.gold()[0], field.gold().length)\nlog(JSON.stringify(field.gold()[1]))',
      ),
    ).toEqual(['wait – [{ x: 1, y: 0, points: 10 } 2] [{"x":4,"y":1,"points":null}]']);
  });

  test.each([
    'p.x = 1',
    'rival.points = 9',
    'bug.facing = "up"',
    'field.width = 3',
    'turn.now = 1',
    'p.up = 1',
    'delete p.up',
    'p = 1',
  ])('L4 L7 %s is refused', (line) => {
    expect(seen(line)[0]).toMatch(/^wait 1 host-readonly@1:/);
  });

  it('L4 sensors tell the world after the last turn, within one chunk too', () => {
    expect(
      seen(
        'for (;;) {\n  log(turn.now, p.x, p.look("left"), p.points, rival.x);\n  p.left();\n}',
        2,
      ),
    ).toEqual(['left 3 [1 2 empty 0 0]', 'left 3 [2 1 rival 0 0]']);
  });

  it('L4 a name of the world may be taken for a variable of one’s own', () => {
    expect(seen('let bug = 5\nlog(bug)\nfunction f(p) { return p }\nlog(f(1))\np.up()')).toEqual([
      'up 5 [5] [1]',
    ]);
  });
});

describe('L9 what is marked while typing', () => {
  it('L9 names of earlier chunks count, in functions that are called later too', () => {
    const text = 'const go = () => { later(); nobody(); }\nfunction later() {}\ngo()\n';
    expect(
      problemsIn(text, 0).map(({ code, line, column }) => `${code} ${line}:${column}`),
    ).toEqual(['unknown-name 1:29']);
  });

  it('L9 names that locked lines have declared are known', () => {
    const text = 'let n = 1\np.up(n)\nlog(n, m)\n';
    expect(problemsIn(text, 18).map(({ code, line }) => `${code} ${line}`)).toEqual([
      'unknown-name 3',
    ]);
  });

  it('L3 L9 what is out of the language is marked with its reason', () => {
    const text = 'class A {}\nlog(/a/)\nasync function f() {}\nlog(Date.now())\nlog(this)\n';
    const codes = problemsIn(text, 0).map(({ code, line }) => `${code} ${line}`);
    expect(codes).toHaveLength(5);
    expect(codes.every((code) => code.startsWith('unsupported-'))).toBe(true);
  });
});
