import { expect, it } from 'vitest';
import { clockText, secondsLeft, untilNextSecond } from './clock-text.ts';

it.each([
  [30_000, '0:30'],
  [29_999, '0:30'],
  [29_001, '0:30'],
  [29_000, '0:29'],
  [1, '0:01'],
  [0, '0:00'],
  [-500, '0:00'],
  [60_000, '1:00'],
  [61_500, '1:02'],
  [900_000, '15:00'],
])('%d ms to go are shown as %s', (left, text) => {
  expect(clockText(left)).toBe(text);
});

it('a late clock has no seconds left, never fewer', () => {
  expect(secondsLeft(-10_000)).toBe(0);
});

it.each([
  [30_000, 1000],
  [29_999, 999],
  [29_001, 1],
  [1, 1],
  [0.4, 0.4],
])('with %d ms to go the text changes after %d ms', (left, after) => {
  expect(untilNextSecond(left)).toBeCloseTo(after);
  expect(secondsLeft(left - after)).toBe(secondsLeft(left) - 1);
});
