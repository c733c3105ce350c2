import { expect, test } from 'vitest';
import { clockOffset, usualRoundTrip, withSample, type ClockSample } from './server-clock.ts';

const sample = (sentAt: number, trip: number, serverTime: number): ClockSample => ({
  sentAt,
  answeredAt: sentAt + trip,
  serverTime,
});

test('without an answer both clocks are taken to agree', () => {
  expect(clockOffset([])).toBe(0);
});

test('the answer is taken to be given in the middle of its trip', () => {
  expect(clockOffset([sample(1000, 100, 6050)])).toBe(5000);
});

test('the quickest of several trips is believed', () => {
  const samples = [sample(1000, 400, 6390), sample(2000, 20, 7010), sample(3000, 200, 8190)];
  expect(clockOffset(samples)).toBe(5000);
});

test('of equally quick trips the latest is believed', () => {
  expect(clockOffset([sample(0, 10, 105), sample(1000, 10, 1205)])).toBe(200);
});

/** The offset after samples that came one after the other. */
const offsetAfter = (...samples: readonly ClockSample[]): number =>
  clockOffset(samples.reduce<readonly ClockSample[]>(withSample, []));

test('a sample that contradicts a quicker older one wins: a clock stood still or was set', () => {
  const quick = sample(0, 2, 5001);
  expect(offsetAfter(quick, sample(1000, 400, 1200 + 65_000))).toBe(65_000);
  expect(offsetAfter(quick, sample(1000, 400, 1200 - 65_000))).toBe(-65_000);
});

test('a slow sample that agrees with a quick one changes nothing', () => {
  expect(offsetAfter(sample(0, 2, 5001), sample(1000, 900, 6010))).toBe(5000);
  expect(offsetAfter(sample(0, 2, 5001), sample(1000, 2, 6041))).toBe(5040);
});

test('old and too many samples are let go', () => {
  let samples: readonly ClockSample[] = [];
  for (let n = 0; n < 30; n++) samples = withSample(samples, sample(n * 1000, 10, 0));
  expect(samples.length).toBeLessThan(20);
  samples = withSample(samples, sample(60 * 60_000, 500, 0));
  expect(samples).toHaveLength(1);
});

test('the usual round trip is that of the middle sample', () => {
  expect(usualRoundTrip([])).toBe(0);
  expect(usualRoundTrip([sample(0, 900, 0), sample(0, 80, 0), sample(0, 100, 0)])).toBe(100);
});
