import type { Milliseconds, Timestamp } from '../../shared/base/ids.ts';
import type { Clock } from '../../shared/room/index.ts';

/** A button does nothing for so long after its meaning has changed: longer than a double click. */
export const settleTime: Milliseconds = 500;

/** Assistive technology presses like a key. */
export type PressedBy = 'pointer' | 'key';

/**
 * Tells presses that were meant for what a button means now from those that were meant for what it
 * meant before. A press counts when it began after the new meaning had stood for a while; a second
 * click, a key that is held, or a finger that came down too early does nothing.
 */
export class PressGuard {
  readonly #clock: Pick<Clock, 'now'>;
  readonly #settle: Milliseconds;
  #meaning: string | null = null;
  #changedAt: Timestamp = 0;
  #begun: { readonly by: PressedBy; readonly at: Timestamp } | null = null;

  constructor(clock: Pick<Clock, 'now'>, settle = settleTime) {
    this.#clock = clock;
    this.#settle = settle;
  }

  /** Says what the button means from now on. */
  means(meaning: string): void {
    if (meaning === this.#meaning) return;
    this.#meaning = meaning;
    this.#changedAt = this.#clock.now();
  }

  /** A pointer or a key has come down on the button. */
  begin(by: PressedBy): void {
    this.#begun = { by, at: this.#clock.now() };
  }

  /**
   * Whether the press that ends now counts; one whose beginning nobody saw began now. What another way
   * of pressing began came to nothing: the pointer went elsewhere.
   */
  counts(by: PressedBy): boolean {
    const begunAt = this.#begun?.by === by ? this.#begun.at : this.#clock.now();
    this.#begun = null;
    return begunAt - this.#changedAt >= this.#settle;
  }

  /** How long the button still does nothing. */
  left(): Milliseconds {
    return Math.max(0, this.#changedAt + this.#settle - this.#clock.now());
  }
}
