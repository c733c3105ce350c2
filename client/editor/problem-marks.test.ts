import { Text } from '@codemirror/state';
import { expect, test } from 'vitest';
import { diagnosticsOf } from './problem-marks.ts';

const doc = Text.of(['p.up(;', 'p.left(']);
const marks = (line: number, column: number, length: number) =>
  diagnosticsOf([{ line, column, length, code: 'c', details: {} }], doc, (code) => code).map(
    ({ from, to }) => doc.sliceString(from, to),
  );

test('L9 a problem is marked at its line and column', () => {
  expect(marks(1, 6, 1)).toEqual([';']);
  expect(marks(2, 3, 4)).toEqual(['left']);
});

test('L9 a problem at the end of a line covers its last character', () => {
  expect(marks(2, 8, 0)).toEqual(['(']);
  expect(marks(2, 99, 1)).toEqual(['(']);
});

test('L9 a problem of a line that is gone is not marked', () => {
  expect(marks(9, 1, 1)).toEqual([]);
});
