import { expect, test } from 'vitest';
import { UnderWay } from './under-way.ts';

test('B5 one address takes a quarter of what may be under way, others get theirs', () => {
  const underWay = new UnderWay(64);
  expect(underWay.begin('a', 10)).not.toBeNull();
  const second = underWay.begin('a', 6);
  expect(second).not.toBeNull();
  expect(underWay.begin('a', 1)).toBeNull();
  expect(underWay.begin('b', 16)).not.toBeNull();
  second?.();
  expect(underWay.begin('a', 1)).not.toBeNull();
});

test('B5 one answer goes to each address, however large, as long as there is room in all', () => {
  const underWay = new UnderWay(4);
  const ends = ['a', 'b', 'c', 'd'].map((address) => underWay.begin(address, 1));
  expect(ends).not.toContain(null);
  expect(underWay.begin('e', 1)).toBeNull();
  ends[0]?.();
  expect(underWay.begin('b', 1)).toBeNull();
  expect(underWay.begin('e', 1)).not.toBeNull();
});
