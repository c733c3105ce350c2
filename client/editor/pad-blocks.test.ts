import * as fc from 'fast-check';
import type { EditorState, TransactionSpec } from '@codemirror/state';
import { describe, expect, test } from 'vitest';
import { completeness, defaultLimits } from '../../shared/lang/index.ts';
import { nextChunk } from '../../shared/program/reader.ts';
import { blocksIn, timesLimits, type Head } from './blocks.ts';
import {
  blockAtCursor,
  changeHead,
  deleteLine,
  leaveBlock,
  writeBlock,
  writeElse,
} from './pad-blocks.ts';
import { newBlocks, sights, stepped } from './pad-keys.ts';
import { moveCursorLine, writeCommand, type PadMode } from './pad.ts';
import { Writing } from './testing/writing.ts';

const opening = '// S\n';
const writing = (drawn: string): Writing => new Writing(opening + drawn, opening.length);
const after = (one: Writing): string => one.drawn.slice(opening.length);

type Press = (state: EditorState) => TransactionSpec | null;
const repeat: Press = (state) => writeBlock(state, 'insert', newBlocks.repeat);
const repeatAround: Press = (state) => writeBlock(state, 'overwrite', newBlocks.repeat);
const askFor: Press = (state) => writeBlock(state, 'insert', newBlocks.if);
const up: Press = (state) => writeCommand(state, 'insert', 'p.up();');
const over: Press = (state) => writeCommand(state, 'overwrite', 'p.up();');

/** What presses make of a program. */
function press(drawn: string, ...presses: readonly Press[]): string {
  const one = writing(drawn);
  for (const make of presses) one.does(make(one.state));
  return after(one);
}

const twice = 'for (let i = 0; i < 2; i++) {\n';
const inner = '  for (let j = 0; j < 2; j++) {\n';
const gold = "if (p.look('up') === 'gold') {\n";

describe('R22 repeat and if', () => {
  test('are whole from the first press, and what is written next goes inside', () => {
    expect(press('|', repeat)).toBe('for (let i = 0; i < 3; i++) {\n|}\n');
    expect(press('|', repeat, up, up)).toBe(
      'for (let i = 0; i < 3; i++) {\n  p.up();\n  p.up();\n|}\n',
    );
    expect(press('a\n|b\n', askFor, up)).toBe(`a\n${gold}  p.up();\n|}\nb\n`);
  });
  test('stand in one another, each repetition counting by a name of its own', () => {
    expect(press('|', repeat, repeat, up)).toBe(
      'for (let i = 0; i < 3; i++) {\n  for (let j = 0; j < 3; j++) {\n    p.up();\n  |}\n}\n'.replace(
        '  |}',
        '|  }',
      ),
    );
    expect(press(`|${twice}  p.up();\n}\n`, repeatAround)).toBe(
      `for (let j = 0; j < 3; j++) {\n  ${twice}    p.up();\n  }\n|}\n`,
    );
  });
  test('done goes on behind the block, also at the very end of the program', () => {
    expect(press('|', repeat, up, leaveBlock, up)).toBe(
      'for (let i = 0; i < 3; i++) {\n  p.up();\n}\np.up();\n|',
    );
    expect(press(`${twice}|}`, leaveBlock)).toBe(`${twice}}\n|`);
    expect(press(`${twice}${inner}|  }\n}\n`, leaveBlock, up)).toBe(
      `${twice}${inner}  }\n  p.up();\n|}\n`,
    );
    expect(press('p.up();\n|', leaveBlock)).toBe('p.up();\n|');
  });
  test('in overwrite mode take the command at the cursor inside, and nothing from an empty line', () => {
    expect(press('a\n|p.up();\nb\n', repeatAround)).toBe(
      'a\nfor (let i = 0; i < 3; i++) {\n  p.up();\n|}\nb\n',
    );
    expect(press('a\n|', repeatAround)).toBe('a\nfor (let i = 0; i < 3; i++) {\n|}\n');
    expect(press('|p.up();', repeatAround)).toBe('for (let i = 0; i < 3; i++) {\n  p.up();\n|}\n');
    expect(press(`${twice}|}\n`, repeatAround)).toBe(
      `${twice}  for (let j = 0; j < 3; j++) {\n|  }\n}\n`,
    );
  });
  test('are not written over: commands go in before the lines that hold them', () => {
    expect(press(`${twice}|  a\n}\n`, over, over)).toBe(`${twice}  p.up();\n  p.up();\n|}\n`);
    expect(press(`|${twice}}\n`, over)).toBe(`p.up();\n|${twice}}\n`);
  });
  test('else is made once, and found again', () => {
    expect(press('|', askFor, up, writeElse, up)).toBe(
      `${gold}  p.up();\n} else {\n  p.up();\n|}\n`,
    );
    expect(press(`${gold}|  a\n} else {\n  b\n}\n`, writeElse)).toBe(
      `${gold}  a\n} else {\n  b\n|}\n`,
    );
    expect(press(`${twice}|}\n`, writeElse)).toBe(`${twice}|}\n`);
  });
});

describe('R22 the block at the cursor', () => {
  const changed = (drawn: string, head: Head): string =>
    press(drawn, (state) => changeHead(state, head));
  test('is the innermost one, and can be changed from anywhere in it', () => {
    const drawn = `${twice}${inner}|  }\n}\n`;
    expect(blockAtCursor(writing(drawn).state)?.head).toEqual({ kind: 'repeat', times: 2 });
    expect(changed(drawn, { kind: 'repeat', times: 12 })).toBe(
      `${twice}  for (let j = 0; j < 12; j++) {\n|  }\n}\n`,
    );
    expect(changed(`|${gold}  a\n}\n`, { kind: 'if', direction: 'left', sight: 'rival' })).toBe(
      "|if (p.look('left') === 'rival') {\n  a\n}\n",
    );
  });
  test('is none outside of blocks, in locked lines and in blocks of another hand', () => {
    expect(blockAtCursor(writing(`${twice}}\n|`).state)).toBeNull();
    expect(blockAtCursor(writing('while (true) {\n|}\n').state)).toBeNull();
    const locked = opening + twice;
    expect(blockAtCursor(new Writing(`${locked}|}\n`, locked.length).state)).toBeNull();
    expect(blocksIn(writing('}\n} else {\nif (a) {\n|').state)).toEqual([]);
  });
  test('has the next number up to a limit, or the next thing in a round', () => {
    const { least, most } = timesLimits;
    expect(stepped({ kind: 'repeat', times: least }, -1)).toEqual({ kind: 'repeat', times: least });
    expect(stepped({ kind: 'repeat', times: most }, 1)).toEqual({ kind: 'repeat', times: most });
    let head: Head = newBlocks.if;
    const seen = sights.map(() => (head = stepped(head, 1)).kind === 'if' && head.sight);
    expect(new Set(seen)).toEqual(new Set(sights));
    expect(stepped(stepped(head, 1), -1)).toEqual(head);
  });
});

describe('R22 delete line in blocks', () => {
  test('of the first line takes the last one with it, and what is inside stays', () => {
    expect(press(`|${twice}  a\n${inner}    b\n  }\n}\nc\n`, deleteLine)).toBe(
      `|a\n${inner.trim()}\n  b\n}\nc\n`,
    );
    expect(press(`|${gold}  a\n} else {\n  b\n}\n`, deleteLine)).toBe('|a\nb\n');
  });
  test('at the end of a block takes the line above, and the block once it is empty', () => {
    const drawn = `x\n${twice}  a\n  b\n|}\n`;
    expect(press(drawn, deleteLine)).toBe(`x\n${twice}  a\n|}\n`);
    expect(press(drawn, deleteLine, deleteLine, deleteLine)).toBe('x\n|');
  });
  test('at the end of the program goes on inside the block above', () => {
    expect(press(`${twice}${inner}  }\n  a\n}\n|`, deleteLine)).toBe(`${twice}${inner}  }\n}\n|`);
    expect(press(`${twice}${inner}  }\n}\n|`, deleteLine)).toBe(`${twice}}\n|`);
  });
  test('of else takes that line alone', () => {
    expect(press(`${gold}  a\n|} else {\n  b\n}\n`, deleteLine)).toBe(`${gold}  a\n|  b\n}\n`);
    expect(press(`${gold}  a\n} else {\n|}\n`, deleteLine)).toBe(`${gold}  a\n|}\n`);
  });
  test('each press is undone by itself', () => {
    const one = writing('|');
    for (const make of [repeat, up, leaveBlock, repeatAround]) one.does(make(one.state));
    for (const make of [deleteLine, deleteLine]) one.does(make(one.state));
    const steps: string[] = [];
    while (one.undoes()) steps.push(one.text);
    expect(steps.at(-1)).toBe(opening);
    expect(steps).toHaveLength(5);
  });
});

/** Every chunk of a program that can still be written, and whether each is complete code. */
function isWhole(text: string, lockedTo: number): boolean {
  for (let at = lockedTo; ;) {
    const reading = nextChunk(text, at, defaultLimits);
    if (reading.kind === 'nothing') return true;
    if (reading.kind === 'wrong') return false;
    if (completeness(reading.source, defaultLimits).kind === 'wrong') return false;
    at = reading.to;
  }
}

test('R22 R17 R18 whatever is pressed, undone and read meanwhile, the program is whole at every turn', () => {
  const modes: readonly PadMode[] = ['insert', 'overwrite'];
  const heads: readonly Head[] = [
    newBlocks.repeat,
    newBlocks.if,
    { kind: 'repeat', times: 20 },
    { kind: 'if', direction: 'left', sight: 'empty' },
  ];
  const spec = fc.oneof(
    fc.constantFrom(...modes).map(
      (mode): Press =>
        (state) =>
          writeCommand(state, mode, 'p.up();'),
    ),
    fc.tuple(fc.constantFrom(...modes), fc.constantFrom(...heads)).map(
      ([mode, head]): Press =>
        (state) =>
          writeBlock(state, mode, head),
    ),
    fc.constantFrom(...heads).map(
      (head): Press =>
        (state) =>
          changeHead(state, head),
    ),
    fc.constantFrom<Press>(deleteLine, deleteLine, writeElse, leaveBlock),
    fc.constantFrom<-1 | 1>(-1, 1).map(
      (by): Press =>
        (state) =>
          moveCursorLine(state, by),
    ),
  );
  const step = fc.oneof(
    { weight: 12, arbitrary: spec },
    { weight: 3, arbitrary: fc.constantFrom('undo' as const, 'redo' as const) },
    { weight: 1, arbitrary: fc.constant('read' as const) },
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const one = writing('|');
      let lockedTo = opening.length;
      for (const each of steps) {
        if (each === 'undo') one.undoes();
        else if (each === 'redo') one.redoes();
        else if (each === 'read') {
          const reading = nextChunk(one.text, lockedTo, defaultLimits);
          if (reading.kind === 'chunk') one.locks((lockedTo = reading.to));
        } else one.does(each(one.state));
        expect(isWhole(one.text, lockedTo), one.drawn).toBe(true);
      }
    }),
    { seed: 22, numRuns: 200 },
  );
});
