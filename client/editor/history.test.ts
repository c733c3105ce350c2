import { Transaction } from '@codemirror/state';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeCommand } from './pad.ts';
import { Writing } from './testing/writing.ts';

test('R22 the pad undoes and redoes press by press, though nobody may type there', () => {
  const writing = new Writing('// S\n', 5);
  writing.does(writeCommand(writing.state, 'insert', 'p.up();'));
  writing.does(writeCommand(writing.state, 'insert', 'p.left();'));
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

test('A11 undo that a lock has cut leaves every step to be written again', () => {
  const writing = new Writing('');
  const paste = (insert: string) =>
    writing.does({ changes: { from: writing.text.length, insert }, userEvent: 'input.paste' });
  paste('one\n');
  paste('two\nthree\n');
  paste('four\n');
  paste('five\n');
  const whole = writing.text;
  writing.locks(8);
  for (const text of ['one\ntwo\nthree\nfour\n', 'one\ntwo\nthree\n', 'one\ntwo\n']) {
    expect(writing.undoes()).toBe(true);
    expect(writing.text).toBe(text);
  }
  expect(writing.undoes()).toBe(false);
  for (const text of ['one\ntwo\nthree\n', 'one\ntwo\nthree\nfour\n', whole]) {
    expect(writing.redoes()).toBe(true);
    expect(writing.text).toBe(text);
  }
  expect(writing.redoes()).toBe(false);
  expect(writing.undoes()).toBe(true);
  expect(writing.text).toBe('one\ntwo\nthree\nfour\n');
});

test('A11 a step to redo that lies behind a locked one is found', () => {
  const writing = new Writing('abc\ndef\n');
  writing.does({ changes: { from: 0, to: 3, insert: 'xyz' }, userEvent: 'input.paste' });
  writing.does({ changes: { from: 8, insert: 'ghi\n' }, userEvent: 'input.paste' });
  writing.undoes();
  writing.undoes();
  writing.does({ changes: { from: 4, insert: '// mid\n' }, annotations: remote });
  writing.locks(4);
  expect(writing.redoes()).toBe(true);
  expect(writing.text).toBe('abc\n// mid\ndef\nghi\n');
  expect(writing.redoes()).toBe(false);
  expect(writing.undoes()).toBe(true);
  expect(writing.text).toBe('abc\n// mid\ndef\n');
});

test('A11 however locks, undo and redo follow each other, locked text stays and undone text comes back', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(aPaste, fc.constant('undo'), fc.constant('redo'), fc.constant('lock')), {
        maxLength: 30,
      }),
      (moves) => {
        const writing = new Writing('');
        let locked = '';
        for (const move of moves) {
          if (move === 'undo') writing.undoes();
          else if (move === 'redo') writing.redoes();
          else if (move === 'lock') {
            const lineEnd = writing.text.indexOf('\n', locked.length) + 1;
            if (lineEnd === 0) continue;
            locked = writing.text.slice(0, lineEnd);
            writing.locks(lineEnd);
          } else if (typeof move !== 'string') {
            const at = Math.min(locked.length + move.at, writing.text.length);
            const to = Math.min(at + move.deletes, writing.text.length);
            writing.does({
              changes: { from: at, to, insert: move.insert },
              userEvent: 'input.paste',
            });
          }
          expect(writing.text.startsWith(locked)).toBe(true);
        }
        while (writing.redoes());
        const whole = writing.text;
        let undone = 0;
        while (writing.undoes()) undone += 1;
        for (let step = 0; step < undone; step++) expect(writing.redoes()).toBe(true);
        expect(writing.text).toBe(whole);
      },
    ),
    { seed: 11, numRuns: 400 },
  );
});

const remote = Transaction.addToHistory.of(false);

const aPaste = fc.record({
  at: fc.nat(30),
  deletes: fc.nat(6),
  insert: fc.constantFrom('a\n', 'bc\nd\n', 'e', '\n', 'fgh\n'),
});
