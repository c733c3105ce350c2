import { expect, it } from 'vitest';
import { clockText, secondsLeft } from './clock-text.ts';

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
