import { expect, test } from 'vitest';
import { Buckets } from './buckets.ts';

const pace = { burst: 3, refill: 1000 };

test('B5 a bucket gives its burst at once, and one more after each refill', () => {
  const buckets = new Buckets(10);
  const took = (now: number): boolean => {
    if (buckets.wait('one', pace, now) > 0) return false;
    buckets.take('one', pace, now);
    return true;
  };
  expect([0, 0, 0, 0].map(took)).toEqual([true, true, true, false]);
  expect(buckets.wait('one', pace, 400)).toBe(600);
  expect([999, 1000, 1000, 2000].map(took)).toEqual([false, true, false, true]);
  expect([60_000, 60_000, 60_000, 60_000].map(took)).toEqual([true, true, true, false]);
  expect(buckets.wait('another', pace, 60_000)).toBe(0);
});

test('B5 what came to nothing is given back', () => {
  const buckets = new Buckets(10);
  for (let i = 0; i < 3; i++) buckets.take('one', pace, 0);
  buckets.giveBack('one', pace);
  buckets.giveBack('never taken', pace);
  expect(buckets.wait('one', pace, 0)).toBe(0);
  expect(buckets.size).toBe(1);
});

test('B5 a clock that is set back locks nobody out for longer than a full bucket takes', () => {
  const buckets = new Buckets(10);
  for (let i = 0; i < 3; i++) buckets.take('one', pace, 1_000_000);
  expect(buckets.wait('one', pace, 0)).toBe(1000);
});

test('B5 memory is bounded: whoever came longest ago is forgotten', () => {
  const buckets = new Buckets(100);
  for (let i = 0; i < 10_000; i++) {
    for (let j = 0; j < 3; j++) buckets.take('regular', pace, 0);
    buckets.take(`passer-by ${i}`, pace, 0);
  }
  expect(buckets.size).toBe(100);
  expect(buckets.wait('regular', pace, 0)).toBe(1000);
});

test('B5 no limit costs no memory', () => {
  const buckets = new Buckets(10);
  const none = { burst: Infinity, refill: 0 };
  for (let i = 0; i < 1000; i++) buckets.take('one', none, 0);
  expect(buckets.wait('one', none, 0)).toBe(0);
  expect(buckets.size).toBe(0);
});
