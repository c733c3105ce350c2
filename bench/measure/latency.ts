import { createHistogram, type RecordableHistogram } from 'node:perf_hooks';

/** Delays in milliseconds, as a report shows them. */
export interface LatencyFigures {
  readonly count: number;
  readonly p50: number;
  readonly p90: number;
  readonly p99: number;
  readonly p999: number;
  readonly max: number;
}

/** Collects delays with a precision of a thousandth, from microseconds to minutes. */
export class Latencies {
  readonly #histogram: RecordableHistogram = createHistogram({ figures: 3 });

  /** Takes in a delay in milliseconds. */
  add(delay: number): void {
    this.#histogram.record(Math.max(1, Math.round(delay * 1000)));
  }

  get figures(): LatencyFigures {
    const at = (percentile: number): number => this.#histogram.percentile(percentile) / 1000;
    const { count, max } = this.#histogram;
    if (count === 0) return { count: 0, p50: 0, p90: 0, p99: 0, p999: 0, max: 0 };
    return { count, p50: at(50), p90: at(90), p99: at(99), p999: at(99.9), max: max / 1000 };
  }
}

/** How late the load generator itself was: what it calls latency cannot be more exact than this. */
export class OwnLateness {
  readonly #latencies: Latencies;
  readonly #timer: NodeJS.Timeout;

  /** Looks every so many milliseconds until it is stopped; goes on in `latencies` if given. */
  constructor(every = 10, latencies = new Latencies()) {
    this.#latencies = latencies;
    let due = performance.now() + every;
    this.#timer = setInterval(() => {
      const now = performance.now();
      this.#latencies.add(Math.max(0, now - due));
      due = now + every;
    }, every);
  }

  stop(): LatencyFigures {
    clearInterval(this.#timer);
    return this.#latencies.figures;
  }
}
