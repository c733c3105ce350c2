import { expect, it } from 'vitest';
import { pack, unpack } from './packed.ts';

it('numbers of both signs and any size come back', () => {
  const numbers = [
    0,
    1,
    -1,
    63,
    64,
    -64,
    -65,
    127,
    128,
    16_383,
    -16_384,
    1 << 20,
    2 ** 30 - 1,
    -(2 ** 30),
  ];
  expect(unpack(pack(numbers))).toEqual(numbers);
});

it('a list longer than a call may have arguments comes back', () => {
  const numbers = Array.from({ length: 20_000 }, (_, i) => (i % 3 === 1 ? -i : i));
  expect(unpack(pack(numbers))).toEqual(numbers);
});

it('no numbers are no text, and what stands before them is passed over', () => {
  expect(pack([])).toBe('');
  expect(unpack('')).toEqual([]);
  expect(unpack(`ab ${pack([5, -7])}`, 3)).toEqual([5, -7]);
});

it('small numbers take one byte each', () => {
  expect(pack([1, -1, 63, -64])).toHaveLength(4);
});
