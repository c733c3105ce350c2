import type { Milliseconds, Timestamp } from '../../shared/base/ids.ts';

/** What one sender may do: `burst` at once, and one more after each `refill`. */
export interface Pace {
  readonly burst: number;
  readonly refill: Milliseconds;
}

/**
 * Token buckets by name. Of each only the moment is kept at which it is full again. Beyond `most` names
 * the one that was used longest ago is forgotten: memory is bounded, whoever comes.
 */
export class Buckets {
  readonly #most: number;
  readonly #fullAt = new Map<string, Timestamp>();

  constructor(most: number) {
    this.#most = most;
  }

  /** Names that are remembered. */
  get size(): number {
    return this.#fullAt.size;
  }

  /** How long until there is a token; 0 when there is one now. */
  wait(name: string, pace: Pace, now: Timestamp): Milliseconds {
    if (pace.burst === Infinity) return 0;
    if (pace.burst < 1) return pace.refill;
    return Math.max(
      0,
      this.#debtEnd(name, pace, now) + pace.refill - now - pace.burst * pace.refill,
    );
  }

  /** Takes a token, to be called when `wait` is 0. */
  take(name: string, pace: Pace, now: Timestamp): void {
    if (pace.burst !== Infinity) this.#keep(name, this.#debtEnd(name, pace, now) + pace.refill);
  }

  /** Puts a token back that was taken for nothing. */
  giveBack(name: string, { refill }: Pace): void {
    const fullAt = this.#fullAt.get(name);
    if (fullAt !== undefined) this.#keep(name, fullAt - refill);
  }

  #keep(name: string, fullAt: Timestamp): void {
    this.#fullAt.delete(name);
    this.#fullAt.set(name, fullAt);
    if (this.#fullAt.size <= this.#most) return;
    for (const oldest of this.#fullAt.keys()) {
      this.#fullAt.delete(oldest);
      return;
    }
  }

  /** Later than an empty bucket needs only a clock that was set back can make it. */
  #debtEnd(name: string, { burst, refill }: Pace, now: Timestamp): Timestamp {
    const fullAt = Math.min(this.#fullAt.get(name) ?? now, now + burst * refill);
    return Math.max(now, fullAt);
  }
}
