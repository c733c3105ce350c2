import type { Milliseconds, Timestamp } from '../../../shared/base/ids.ts';
import type { Clock } from '../../../shared/room/index.ts';

/** One look at the common clock: when it was asked and answered here, and what it said. */
export interface TimeSample {
  readonly sentAt: Timestamp;
  readonly answeredAt: Timestamp;
  readonly time: Timestamp;
}

/** Samples the offset is taken from: the quickest answer of the last ten seconds or so. */
const samplesKept = 20;

/**
 * The clock of Redis, as all processes see it: turns are due at one moment for everybody, however
 * wrong the clock of a machine is (A4). It never goes back.
 */
export class CommonClock implements Clock {
  readonly #own: Clock;
  #samples: { readonly offset: Milliseconds; readonly journey: Milliseconds }[] = [];
  #offset: Milliseconds = 0;
  #latest: Timestamp = 0;

  constructor(own: Clock) {
    this.#own = own;
  }

  /** Takes in what the common clock said. The answer was made somewhere between question and answer. */
  heard({ sentAt, answeredAt, time }: TimeSample): void {
    const journey = answeredAt - sentAt;
    const sample = { offset: time - (sentAt + journey / 2), journey };
    this.#samples = [...this.#samples, sample].slice(-samplesKept);
    const quickest = this.#samples.reduce((best, one) => (one.journey < best.journey ? one : best));
    this.#offset = Math.round(quickest.offset);
  }

  now(): Timestamp {
    this.#latest = Math.max(this.#latest, this.#own.now() + this.#offset);
    return this.#latest;
  }

  after(delay: Milliseconds, callback: () => void): () => void {
    return this.#own.after(delay, callback);
  }
}
