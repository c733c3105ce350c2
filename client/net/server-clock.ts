import type { Milliseconds, Timestamp } from '../../shared/base/ids.ts';

/** One question for the server's time: sent and answered by the page's clock. */
export interface ClockSample {
  readonly sentAt: Timestamp;
  readonly answeredAt: Timestamp;
  /** The server's clock when it answered. */
  readonly serverTime: Timestamp;
}

/** Samples remembered; the quickest of them is believed. */
const samplesKept = 12;

/** Older samples are let go: cheap clocks drift apart by some 50 ms in a quarter of an hour. */
const sampleLife: Milliseconds = 10 * 60_000;

/** What drift alone can put between two samples that both still count. */
const mostDrift: Milliseconds = 50;

/**
 * The samples worth keeping after a new one. A sample bounds the offset from both sides; an older one
 * whose bounds lie apart from the new ones was taken before one of the clocks stood still or was set,
 * and does not count any more, however quick it was.
 */
export function withSample(
  samples: readonly ClockSample[],
  sample: ClockSample,
): readonly ClockSample[] {
  const kept = samples.filter(
    (other) => sample.answeredAt - other.answeredAt < sampleLife && agree(other, sample),
  );
  return [...kept, sample].slice(-samplesKept);
}

/**
 * How far the server's clock is ahead of the page's. The sample with the shortest round trip is
 * believed, since its answer can be wrong by half of that at most. 0 without samples.
 */
export function clockOffset(samples: readonly ClockSample[]): Milliseconds {
  const [first, ...rest] = samples;
  if (first === undefined) return 0;
  const best = rest.reduce(
    (best, sample) => (roundTrip(sample) <= roundTrip(best) ? sample : best),
    first,
  );
  return best.serverTime - (best.sentAt + best.answeredAt) / 2;
}

/** How long a question and its answer usually take together; 0 without samples. */
export function usualRoundTrip(samples: readonly ClockSample[]): Milliseconds {
  const trips = samples.map(roundTrip).toSorted((a, b) => a - b);
  return trips[Math.floor(trips.length / 2)] ?? 0;
}

/** The server answered after it was asked and before we heard: the offset lies between the two. */
function agree(one: ClockSample, other: ClockSample): boolean {
  const highest = Math.min(one.serverTime - one.sentAt, other.serverTime - other.sentAt);
  const lowest = Math.max(one.serverTime - one.answeredAt, other.serverTime - other.answeredAt);
  return lowest - highest <= mostDrift;
}

function roundTrip(sample: ClockSample): Milliseconds {
  return sample.answeredAt - sample.sentAt;
}
