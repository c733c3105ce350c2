import { expect, test } from 'vitest';
import { maximalProgramLength } from '../../shared/program/index.ts';
import { behindNewLock, heldBackAsTooLong } from './locked-text.ts';
import { Writing } from './testing/writing.ts';

test('R17 typing, deleting and inserting before the lock change nothing', () => {
  for (const [from, to, insert] of [
    [0, 0, 'x'],
    [2, 2, 'x'],
    [3, 4, ''],
    [0, 4, 'x'],
    [1, 3, ''],
  ] as const) {
    expect(new Writing('abc\ndef', 4).types(from, to, insert).text).toBe('abc\ndef');
  }
});

test('R17 right behind the lock everything can be written', () => {
  expect(new Writing('abc\ndef', 4).types(4, 4, 'x').text).toBe('abc\nxdef');
  expect(new Writing('abc\ndef', 4).types(4, 7, '').text).toBe('abc\n');
});

test('R17 what reaches over the lock is cut there: all selected and pasted over', () => {
  const writing = new Writing('abc\ndef', 4).types(0, 7, 'new');
  expect(writing.text).toBe('abc\nnew');
  expect(writing.drawn).toBe('abc\nnew|');
});

test('R17 of a drag out of locked text only the copy is left', () => {
  const changes = [
    { from: 0, to: 3 },
    { from: 7, insert: 'abc' },
  ];
  expect(new Writing('abc\ndef', 4).does({ changes, userEvent: 'move.drop' }).text).toBe(
    'abc\ndefabc',
  );
});

test.each([
  [
    'a drag into locked text',
    'move.drop',
    [
      { from: 1, insert: 'def' },
      { from: 4, to: 7 },
    ],
  ],
  [
    'a line moved up over the lock',
    'move.line',
    [
      { from: 0, to: 4 },
      { from: 7, insert: '\nabc' },
    ],
  ],
])('R17 %s happens not at all, so that nothing is lost or doubled', (_what, userEvent, changes) => {
  const writing = new Writing('abc\nd|ef', 4).does({ changes, userEvent });
  expect(writing.drawn).toBe('abc\nd|ef');
});

test('R17 behind the lock text can be dragged as ever', () => {
  const changes = [
    { from: 4, to: 7 },
    { from: 11, insert: 'def' },
  ];
  const writing = new Writing('abc\ndef\nghi', 4).does({ changes, userEvent: 'move.drop' });
  expect(writing.text).toBe('abc\n\nghidef');
});

test('L6 a program never grows beyond 20,000 characters, and says so', () => {
  const writing = new Writing('x'.repeat(maximalProgramLength - 1));
  expect(writing.types(0, 0, 'a').text).toHaveLength(maximalProgramLength);
  const refused = writing.state.update({ changes: { from: 0, insert: 'b' } });
  expect(refused.docChanged).toBe(false);
  expect(refused.effects.some((effect) => effect.is(heldBackAsTooLong))).toBe(true);
  expect(writing.types(0, 5, 'cc').text).toHaveLength(maximalProgramLength - 3);
});

test('R17 only a cursor that the new lock passes is moved', () => {
  const at = (drawn: string): number | undefined =>
    behindNewLock(new Writing(drawn).state, 4, 8)?.main.head;
  expect(at('abc\nd|ef\nghi')).toBe(8);
  expect(at('abc\n|def\nghi')).toBe(8);
  expect(at('a|bc\ndef\nghi')).toBeUndefined();
  expect(at('abc\ndef\ng|hi')).toBeUndefined();
});
