import { expect, test } from 'vitest';
import type { PersonId } from '../../shared/base/ids.ts';
import { HandClock } from '../../tests/support/hand-clock.ts';
import { Allowance, PeopleAllowances, rates, type RateKind } from './rate-limit.ts';

function takes(
  allowance: Allowance,
  kind: RateKind,
  count: number,
  now: number,
  tokens = 1,
): number {
  const taken = Array.from({ length: count }, () => allowance.take(kind, now, tokens));
  return taken.filter(Boolean).length;
}

test.each(Object.keys(rates) as RateKind[])('%s: a burst at once, then by the second', (kind) => {
  const { burst, perSecond } = rates[kind];
  const allowance = new Allowance();
  // Millions are taken a thousandth at a time.
  const tokens = perSecond > 10_000 ? perSecond / 1000 : 1;
  expect(takes(allowance, kind, burst / tokens + 5, 0, tokens)).toBe(burst / tokens);
  expect(takes(allowance, kind, perSecond / tokens + 5, 1000, tokens)).toBe(perSecond / tokens);
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

test('a clock that is set back locks nobody out', () => {
  const allowance = new Allowance();
  expect(takes(allowance, 'say', 2, 1e9)).toBe(2);
  takes(allowance, 'say', 100, 0);
  expect(takes(allowance, 'say', 100, 3000)).toBe(3 * rates.say.perSecond);
});

test('a person is forgotten a while after the last connection, and not before', async () => {
  const clock = new HandClock();
  const people = new PeopleAllowances(clock);
  const anna = 'anna' as PersonId;
  const spent = people.come(anna);
  takes(spent, 'say', 100, clock.now());
  people.leave(anna);
  const again = people.come(anna);
  expect(again.take('say', clock.now())).toBe(false);
  await clock.pass(60_000);
  expect(people.size).toBe(1);
  people.leave(anna);
  await clock.pass(60_000);
  expect(people.size).toBe(0);
  expect(people.come(anna).take('say', clock.now())).toBe(true);
});
