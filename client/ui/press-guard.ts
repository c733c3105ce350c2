import type { Milliseconds, Timestamp } from '../../shared/base/ids.ts';
import type { Clock } from '../../shared/room/index.ts';

/** A button does nothing for so long after its meaning has changed: longer than a double click. */
export const settleTime: Milliseconds = 500;

/**
 * Tells presses that were meant for what a button means now from those that were meant for what it
 * meant before. A press counts when it began after the new meaning had stood for a while; a second
 * click, a key that is held, or a finger that came down too early does nothing.
 */
export class PressGuard {
  readonly #clock: Pick<Clock, 'now'>;
  #meaning: string | null = null;
  #changedAt: Timestamp = 0;
  #begunAt: Timestamp | null = null;

  constructor(clock: Pick<Clock, 'now'>) {
    this.#clock = clock;
  }

  /** Says what the button means from now on. */
  means(meaning: string): void {
    if (meaning === this.#meaning) return;
    this.#meaning = meaning;
    this.#changedAt = this.#clock.now();
  }

  /** A pointer or a key has come down on the button. */
  begin(): void {
    this.#begunAt = this.#clock.now();
  }

  /** Whether the press that ends now counts; one whose beginning nobody saw began now. */
  counts(): boolean {
    const begunAt = this.#begunAt ?? this.#clock.now();
    this.#begunAt = null;
    return begunAt - this.#changedAt >= settleTime;
  }

  /** How long the button still does nothing. */
  left(): Milliseconds {
    return Math.max(0, this.#changedAt + settleTime - this.#clock.now());
  }
}
