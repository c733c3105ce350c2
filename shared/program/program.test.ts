import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parseBoard } from '../battle/index.ts';
import { defaultLimits } from '../lang/index.ts';
import { openingText } from './opening.ts';
import { chunksPerTurn, createProgramRun, rebuildProgramRun } from './program.ts';
import { Play } from './testing/field.ts';

const opening = openingText('heroku', { x: 4, y: 2 });

describe('R16 R17 a program is read while it runs', () => {
  it('R16 passes blanks and comments and reads one chunk a turn', () => {
    const play = new Play(`${opening}\n// go\np.up()\np.left(); p.right()\n`);
    expect(play.turns(4)).toEqual(['up 4', 'left 5', 'right 5', 'wait –']);
  });

  it('R17 answers up to where it has read', () => {
    const play = new Play(`${opening}p.up()\n\np.down()\n// end\n`);
    play.turns(3);
    const lines = play.steps.map(({ readTo }) => play.text.slice(0, readTo).split('\n').length);
    expect(lines).toEqual([3, 5, 5]);
  });

  it('R15 the opening line counts as read from the start', () => {
    expect(new Play(opening).turn()).toEqual({
      action: 'wait',
      readTo: opening.length,
      line: null,
      error: null,
    });
  });

  it('R13 lines that are not read yet can still change', () => {
    const play = new Play('p.up()\np.up()\n');
    play.turns(1);
    play.text = 'p.up()\np.left()\n';
    expect(play.turns(1)).toEqual(['left 2']);
  });

  it('R18 half a line is read as it stands, and what is typed behind it is read next', () => {
    const play = new Play('p.up(');
    expect(play.turns(1)).toEqual(['wait 1 missing-bracket']);
    play.text = 'p.up();\np.left()';
    expect(play.turns(2)).toEqual(['wait 1 unexpected-token', 'left 2']);
  });

  it('R19 waits when nothing is left and reads what is typed then', () => {
    const play = new Play('p.up()\n');
    expect(play.turns(3)).toEqual(['up 1', 'wait –', 'wait –']);
    play.text += '// hm\np.down()\n';
    expect(play.turns(2)).toEqual(['down 3', 'wait –']);
  });

  it('R20 a run-time error costs the turn and the rest of its chunk only', () => {
    const play = new Play('p.up(-1); p.up()\nq.up()\np.left()\n');
    expect(play.turns(3)).toEqual(['wait 1 count-negative', 'wait 2 unknown-name', 'left 3']);
  });

  it('R20 an error in the middle of a chunk keeps what was done before', () => {
    expect(new Play('p.up(); p.nowhere(); p.up()\np.left()').turns(3)).toEqual([
      'up 1',
      'wait 1 unknown-command',
      'left 2',
    ]);
  });

  it('chunks that command nothing take no turn', () => {
    const play = new Play('log("a")\nlog("b", 2)\np.up()\n');
    expect(play.turns(1)).toEqual(['up 3']);
    expect(play.run.lastLog).toEqual(['a', 'b 2']);
    play.turns(1);
    expect(play.run.lastLog).toEqual([]);
  });
});

describe('R21 commands', () => {
  test.each([
    ['p.up()', ['up 1', 'wait –']],
    ['p.up(3)', ['up 1', 'up 1', 'up 1', 'wait –']],
    ['p.up(0)', ['wait 1', 'wait –']],
    ['p.up(-0)', ['wait 1', 'wait –']],
    ['p.wait()', ['wait 1', 'wait –']],
    ['p.wait(2)', ['wait 1', 'wait 1', 'wait –']],
    ['p.wait(0)', ['wait 1', 'wait –']],
    ['p.left(undefined)', ['left 1', 'wait –']],
    ['p.up(-1)', ['wait 1 count-negative']],
    ['p.up(1.5)', ['wait 1 count-fraction']],
    ['p.up(501)', ['wait 1 count-too-large']],
    ['p.up(1e999)', ['wait 1 count-too-large']],
    ['p.up("2")', ['wait 1 count-not-a-number']],
    ['p.up(null)', ['wait 1 count-not-a-number']],
    ['p.wait(-1e999)', ['wait 1 count-negative']],
  ])('R21 %s', (text, expected) => {
    expect(new Play(text).turns(expected.length)).toEqual(expected);
  });

  it('R21 going on with a command reads nothing more', () => {
    const play = new Play('p.down(2)\np.up()\n');
    play.turns(3);
    expect(play.steps.map(({ readTo }) => readTo)).toEqual([10, 10, 17]);
  });
});

describe('when a match is over', () => {
  it('R29 after the last turn everybody waits', () => {
    const play = new Play('p.up(2)\n', 'turn 29/30, S 0, H 0\nS . .\n# . .\n^ . H');
    expect(play.turns(2)).toEqual(['up 1', 'wait –']);
  });

  it('R29 waits once a character is out', () => {
    const play = new Play('p.up(5)\n', 'S # H\n# . .\n^ . .');
    expect(play.turns(2)).toEqual(['up 1', 'wait –']);
    expect(play.battle.figures.heroku.out).toBe('fallen');
  });
});

describe('L6 what one turn may cost', () => {
  it('L6 chunks of one turn share one limit of steps', () => {
    const limits = { ...defaultLimits, steps: 3 };
    const play = new Play(
      'log(1)\nlog(2)\nlog(3)\nlog(4)\nlog(5)\np.up()\n',
      undefined,
      'heroku',
      createProgramRun('heroku', 'seed', limits),
    );
    expect(play.turns(2)).toEqual(['wait 4 step-limit', 'up 6']);
  });

  it('L6 what runs on after a command begins a new limit', () => {
    const limits = { ...defaultLimits, steps: 3 };
    const run = createProgramRun('heroku', 'seed', limits);
    const play = new Play(
      'log(1); log(2); p.up(); log(3)\nlog(4)\np.up()',
      undefined,
      'heroku',
      run,
    );
    expect(play.turns(2)).toEqual(['up 1', 'up 3']);
  });

  it('L6 a turn reads a thousand chunks at most', () => {
    const text = `${'log()\n'.repeat(chunksPerTurn)}p.up()`;
    expect(new Play(text).turns(2)).toEqual([`wait ${chunksPerTurn} chunk-limit`, 'up 1001']);
  });

  it('L6 a turn does not parse chains of lines for long, and the next one reads on', () => {
    const chain = `${'if (0)\n'.repeat(99)}0\n`;
    const text = `${chain.repeat(20)}p.up()`;
    const play = new Play(text);
    expect(play.turns(1)).toEqual(['wait 101 reading-limit']);
    for (let turn = 2; turn < 20 && play.steps.at(-1)?.action === 'wait'; turn++) play.turn();
    expect(play.steps.at(-1)).toMatchObject({ action: 'up', line: 2001 });
  });

  it('L6 the facts of an error are short whatever the program says', () => {
    const { error } = new Play(`${'a'.repeat(10_000)}()`).turn();
    expect(error).toMatchObject({ code: 'unknown-name', length: 10_000 });
    expect(String(error?.details['name']).length).toBeLessThan(200);
  });
});

const line = fc.constantFrom(
  'p.up()',
  'p.down(2); p.left()',
  'p.right(3)',
  'p.left(2)',
  'p.wait(2)',
  'p.up(-1)',
  'p.upp()',
  'log(1)',
  'p.up(',
  '2)',
  '// a',
  '/* b',
  'c */',
  '',
  'if (p.x) {',
  '}',
  'p.down(',
);
/** Lines typed in one turn: how many unread lines they replace, and themselves. */
const edit = fc.record({
  dropped: fc.nat(3),
  lines: fc.array(line, { maxLength: 5 }),
  broken: fc.boolean(),
});

// Hundreds of matches: more time than the usual test gets, on a busy machine too.
describe('L5 a program is a function of what it has read', { timeout: 60_000 }, () => {
  it('L5 run again with the locked texts it makes the same steps', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 5, maxLength: 25 }), (edits) => {
        const play = new Play(opening);
        for (const { dropped, lines, broken } of edits) {
          const locked = play.steps.at(-1)?.readTo ?? opening.length;
          const unread = play.text.slice(locked).split('\n').slice(dropped);
          play.text =
            play.text.slice(0, locked) + [...lines, ...unread].join('\n') + (broken ? '\n' : '');
          play.turn();
        }
        const cut = play.history.map(({ text, battle }, turn) => ({
          text: text.slice(0, play.steps[turn]?.readTo),
          battle,
        }));
        const again = createProgramRun('heroku', 'seed');
        expect(cut.map(({ text, battle }) => again.step(text, battle))).toEqual(play.steps);

        const half = Math.floor(cut.length / 2);
        const rebuilt = rebuildProgramRun('heroku', 'seed', cut.slice(0, half));
        expect(cut.slice(half).map(({ text, battle }) => rebuilt.step(text, battle))).toEqual(
          play.steps.slice(half),
        );
      }),
      { numRuns: 150, seed: 5 },
    );
  });

  it('A17 any text gives a step in every turn', () => {
    const battle = parseBoard('turn 0/9, S 0, H 0\nS . .\n. . .\n^ . H');
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (text) => {
        const run = createProgramRun('heroku', 'seed');
        for (let turn = 0; turn < 5; turn++) {
          const { readTo } = run.step(text, battle);
          expect(readTo).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 300, seed: 17 },
    );
  });
});
