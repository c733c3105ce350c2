import { expect, test } from 'vitest';
import { Allowance, rates, type RateKind } from './rate-limit.ts';

function takes(allowance: Allowance, kind: RateKind, count: number, now: number): number {
  return Array.from({ length: count }, () => allowance.take(kind, now)).filter(Boolean).length;
}

test.each(Object.keys(rates) as RateKind[])('%s: a burst at once, then by the second', (kind) => {
  const { burst, perSecond } = rates[kind];
  const allowance = new Allowance();
  expect(takes(allowance, kind, burst + 5, 0)).toBe(burst);
  expect(takes(allowance, kind, perSecond + 5, 1000)).toBe(perSecond);
});

test('allowances of different kinds do not touch each other', () => {
  const allowance = new Allowance();
  takes(allowance, 'say', 100, 0);
  expect(allowance.take('say', 0)).toBe(false);
  expect(allowance.take('edit', 0)).toBe(true);
});

test('a long rest saves no more than one burst', () => {
  const allowance = new Allowance();
  takes(allowance, 'say', 100, 0);
  expect(takes(allowance, 'say', 100, 1e9)).toBe(rates.say.burst);
});

test('a clock that is set back neither gives nor takes', () => {
  const allowance = new Allowance();
  expect(takes(allowance, 'say', 2, 10_000)).toBe(2);
  expect(takes(allowance, 'say', 100, 0)).toBe(rates.say.burst - 2);
});
