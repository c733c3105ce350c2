import { describe, expect, test } from 'vitest';
import { parseBoard } from '../../shared/battle/index.ts';
import { deleteLine } from './pad-blocks.ts';
import { appendLines, moveCursorLine, pathCommands, writeCommand } from './pad.ts';
import { Writing } from './testing/writing.ts';

const opening = '// S\n';
const writing = (drawn: string): Writing => new Writing(opening + drawn, opening.length);
const after = (one: Writing): string => one.drawn.slice(opening.length);

describe('R22 arrows', () => {
  const press = (mode: 'insert' | 'overwrite', drawn: string): string => {
    const one = writing(drawn);
    return after(one.does(writeCommand(one.state, mode, 'p.up();')));
  };
  test('insert the command at the cursor line and go on behind it', () => {
    expect(press('insert', '|')).toBe('p.up();\n|');
    expect(press('insert', 'a\n|b\nc\n')).toBe('a\np.up();\n|b\nc\n');
    expect(press('insert', 'a\nb|b\n')).toBe('a\np.up();\n|bb\n');
  });
  test('overwrite the cursor line and go on to the next', () => {
    expect(press('overwrite', 'a\n|b\nc\n')).toBe('a\np.up();\n|c\n');
    expect(press('overwrite', 'a\nb|b\n')).toBe('a\np.up();\n|');
    expect(press('overwrite', 'a\n|')).toBe('a\np.up();\n|');
    expect(press('overwrite', 'a|')).toBe('p.up();\n|');
  });
  test('write below the lock when the cursor stands in locked lines', () => {
    const one = new Writing('// S|\na\nb\n', 7);
    one.does(writeCommand(one.state, 'insert', 'p.up();'));
    expect(one.drawn).toBe('// S\na\np.up();\n|b\n');
    const other = new Writing('// S|\na\nb\n', 7);
    other.does(writeCommand(other.state, 'overwrite', 'p.up();'));
    expect(other.drawn).toBe('// S\na\np.up();\n|');
  });
});

describe('R22 delete line', () => {
  const press = (drawn: string): string => {
    const one = writing(drawn);
    return after(one.does(deleteLine(one.state)));
  };
  test('takes the cursor line', () => {
    expect(press('a\n|b\nc\n')).toBe('a\n|c\n');
    expect(press('a\nb|')).toBe('a\n|');
  });
  test('takes the line above from the empty end, as a backspace would', () => {
    expect(press('a\nb\n|')).toBe('a\n|');
  });
  test('R17 leaves locked lines', () => {
    expect(deleteLine(writing('|').state)).toBeNull();
    const one = new Writing('// S\na\n|', 7);
    expect(deleteLine(one.state)).toBeNull();
  });
});

test('R22 the cursor line moves between the first line that can be written and the last', () => {
  const one = writing('a\n|b\n');
  const move = (by: -1 | 1): string => after(one.does(moveCursorLine(one.state, by)));
  expect(move(-1)).toBe('|a\nb\n');
  expect(move(-1)).toBe('|a\nb\n');
  expect([move(1), move(1), move(1)]).toEqual(['a\n|b\n', 'a\nb\n|', 'a\nb\n|']);
});

test('R22 a way is written at the end of the program, wherever the cursor is', () => {
  const one = writing('|a\nb');
  expect(after(one.does(appendLines(one.state, ['p.up();', 'p.left(2);'])))).toBe(
    'a\nb\np.up();\np.left(2);\n|',
  );
});

describe('R22 a click on a cell', () => {
  const { width, height, walls } = parseBoard(`
    S . . .
    . # # .
    . ^ . H`);
  const field = { width, height, walls };
  test('writes the way there in runs', () => {
    expect(pathCommands(field, { x: 0, y: 0 }, { x: 3, y: 2 })).toEqual([
      'p.right(3);',
      'p.down(2);',
    ]);
  });
  test('writes nothing for the cell itself, and knows of no way into a wall', () => {
    expect(pathCommands(field, { x: 0, y: 0 }, { x: 0, y: 0 })).toEqual([]);
    expect(pathCommands(field, { x: 0, y: 0 }, { x: 1, y: 1 })).toBeNull();
  });
});
