import { expect, test } from 'vitest';
import { gaugeNames, type Gauge, type Sample } from '../../shared/protocol/index.ts';
import { Series, resolutions } from './series.ts';

function sample(values: Partial<Record<Gauge, number>>): Sample {
  return {
    ...(Object.fromEntries(gaugeNames.map((gauge) => [gauge, 0])) as Record<Gauge, number>),
    ...values,
  };
}

test('samples of one step become one point: the mean, or the worst of what must not be hidden', () => {
  const series = new Series([{ step: 10, points: 5 }]);
  series.add(100, sample({ rss: 1, lag: 1 }));
  series.add(109, sample({ rss: 3, lag: 9 }));
  series.add(110, sample({}));
  expect(series.points()).toMatchObject([{ at: 100, sample: { rss: 2, lag: 9 } }]);
});

test('older stretches are coarser, moments do not overlap, and times grow', () => {
  const series = new Series([
    { step: 1, points: 4 },
    { step: 10, points: 3 },
  ]);
  for (let at = 0; at <= 100; at++) series.add(at, sample({ rss: at }));
  expect(series.points().map(({ at }) => at)).toEqual([70, 80, 96, 97, 98, 99]);
});

test('a day is kept in a few hundred points', () => {
  const series = new Series();
  const day = 24 * 60 * 60 * 1000;
  for (let at = 0; at <= day + 1_000_000; at += 5000) series.add(at, sample({ rss: 1 }));
  const points = series.points();
  const first = points[0]?.at ?? 0;
  expect(day + 1_000_000 - first).toBeGreaterThanOrEqual(day);
  expect(points.length).toBeLessThanOrEqual(
    resolutions.reduce((sum, { points }) => sum + points, 0),
  );
  const times = points.map(({ at }) => at);
  expect(times).toEqual(times.toSorted((a, b) => a - b));
});
