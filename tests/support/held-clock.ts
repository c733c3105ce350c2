import type { Milliseconds, Timestamp } from '../../shared/base/ids.ts';
import type { Clock } from '../../shared/room/index.ts';

/** What falls due, and how its timer is stopped while the clock runs. */
interface Waiting {
  readonly at: Timestamp;
  readonly callback: () => void;
  timer: NodeJS.Timeout | null;
}

/**
 * The machine's clock, until a test holds it: then no time passes and nothing falls due until it is let
 * go again. So a test may type during a run without a race against the turns.
 */
export class HeldClock implements Clock {
  #behind: Milliseconds = 0;
  #heldAt: Timestamp | null = null;
  readonly #waiting = new Set<Waiting>();

  now(): Timestamp {
    return this.#heldAt ?? Date.now() - this.#behind;
  }

  after(delay: Milliseconds, callback: () => void): () => void {
    const waiting: Waiting = { at: this.now() + delay, callback, timer: null };
    this.#waiting.add(waiting);
    if (this.#heldAt === null) this.#start(waiting);
    return () => {
      clearTimeout(waiting.timer ?? undefined);
      this.#waiting.delete(waiting);
    };
  }

  /** From now on no time passes. */
  hold(): void {
    this.#heldAt ??= this.now();
    for (const { timer } of this.#waiting) clearTimeout(timer ?? undefined);
  }

  /** Time passes again, from where it was held. */
  goOn(): void {
    if (this.#heldAt === null) return;
    this.#behind = Date.now() - this.#heldAt;
    this.#heldAt = null;
    for (const waiting of this.#waiting) this.#start(waiting);
  }

  #start(waiting: Waiting): void {
    waiting.timer = setTimeout(() => {
      this.#waiting.delete(waiting);
      waiting.callback();
    }, waiting.at - this.now());
  }
}
