import type { Milliseconds, Timestamp } from '../../shared/base/ids.ts';
import { gaugeNames, gauges, type Gauge, type Sample } from '../../shared/protocol/index.ts';

/** A stretch of time that is kept at one resolution. */
export interface Resolution {
  readonly step: Milliseconds;
  readonly points: number;
}

/** A quarter of an hour every 5 s, three hours every minute, a day every 6 minutes: 600 points. */
export const resolutions: readonly Resolution[] = [
  { step: 5000, points: 180 },
  { step: 60_000, points: 180 },
  { step: 360_000, points: 240 },
];

interface Point {
  readonly at: Timestamp;
  readonly sample: Sample;
}

/** One resolution: finished points, and the samples of the one that is being made. */
class Level {
  readonly resolution: Resolution;
  points: Point[] = [];
  #gathering: Point[] = [];

  constructor(resolution: Resolution) {
    this.resolution = resolution;
  }

  add(point: Point): void {
    const { step, points } = this.resolution;
    const span = (at: Timestamp): number => Math.floor(at / step);
    const first = this.#gathering[0];
    if (first !== undefined && span(first.at) !== span(point.at)) {
      this.points.push({ at: span(first.at) * step, sample: together(this.#gathering) });
      if (this.points.length > points) this.points.shift();
      this.#gathering = [];
    }
    this.#gathering.push(point);
  }
}

/** Samples of a day at falling resolution, in constant memory. */
export class Series {
  readonly #levels: readonly Level[];

  constructor(kept: readonly Resolution[] = resolutions) {
    this.#levels = kept.map((resolution) => new Level(resolution));
  }

  /** Takes in a sample; times only grow. */
  add(at: Timestamp, sample: Sample): void {
    for (const level of this.#levels) level.add({ at, sample });
  }

  /** All points, oldest first: of each moment the finest there is. */
  points(): readonly Point[] {
    const stretches: (readonly Point[])[] = [];
    let finer = Number.POSITIVE_INFINITY;
    for (const { resolution, points } of this.#levels) {
      const before = finer;
      const older = points.filter(({ at }) => at + resolution.step <= before);
      stretches.unshift(older);
      finer = older[0]?.at ?? finer;
    }
    return stretches.flat();
  }
}

function together(points: readonly Point[]): Sample {
  const values = (gauge: Gauge): number[] => points.map(({ sample }) => sample[gauge]);
  const mean = (all: readonly number[]): number =>
    all.reduce((sum, value) => sum + value, 0) / all.length;
  return Object.fromEntries(
    gaugeNames.map((gauge) => [
      gauge,
      gauges[gauge] === 'worst' ? Math.max(...values(gauge)) : mean(values(gauge)),
    ]),
  ) as Record<Gauge, number>;
}
