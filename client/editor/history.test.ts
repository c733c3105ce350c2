import { expect, test } from 'vitest';
import { writeLines } from './pad.ts';
import { Writing } from './testing/writing.ts';

test('R22 the pad undoes and redoes press by press, though nobody may type there', () => {
  const writing = new Writing('// S\n', 5);
  writing.does(writeLines(writing.state, 'insert', ['p.up();']));
  writing.does(writeLines(writing.state, 'insert', ['p.left();']));
  writing.undoes();
  expect(writing.drawn).toBe('// S\np.up();\n|');
  writing.undoes();
  expect(writing.text).toBe('// S\n');
  expect(writing.undoes()).toBe(false);
  writing.redoes();
  writing.redoes();
  expect(writing.text).toBe('// S\np.up();\np.left();\n');
  expect(writing.redoes()).toBe(false);
});

test('A11 undo does not touch what has been locked since', () => {
  const writing = new Writing('').types(0, 0, 'abc\n').locks(4);
  expect(writing.undoes()).toBe(false);
  expect(writing.text).toBe('abc\n');
});

test('A11 undo takes back the part behind the lock, and redo brings that part', () => {
  const writing = new Writing('').types(0, 0, 'abc\ndef\n').locks(4);
  expect(writing.undoes()).toBe(true);
  expect(writing.text).toBe('abc\n');
  expect(writing.redoes()).toBe(true);
  expect(writing.text).toBe('abc\ndef\n');
});

test('A11 undo passes over steps that are locked and finds the one below', () => {
  const writing = new Writing('abc\ndef\n');
  writing.does({ changes: { from: 8, insert: 'ghi\n' }, userEvent: 'input.paste' });
  writing.does({ changes: { from: 0, to: 3, insert: 'xyz' }, userEvent: 'input.paste' });
  writing.locks(4);
  expect(writing.undoes()).toBe(true);
  expect(writing.text).toBe('xyz\ndef\n');
  expect(writing.undoes()).toBe(false);
  expect(writing.redoes()).toBe(true);
  expect(writing.text).toBe('xyz\ndef\nghi\n');
  expect(writing.redoes()).toBe(false);
});

test('A11 deleted text that lay across a lock comes back behind it only', () => {
  const writing = new Writing('abc\ndef\n');
  writing.does({ changes: { from: 0, to: 8, insert: 'new\nend\n' }, userEvent: 'input.paste' });
  writing.locks(4);
  writing.undoes();
  expect(writing.text.startsWith('new\n')).toBe(true);
  writing.redoes();
  expect(writing.text.startsWith('new\n')).toBe(true);
});

test('a step to redo that a lock has passed stays undone', () => {
  const writing = new Writing('abc\ndef\n').types(0, 3, 'xyz');
  writing.undoes();
  writing.locks(4);
  expect(writing.redoes()).toBe(false);
  expect(writing.text).toBe('abc\ndef\n');
});
