import type { Clock } from '../../shared/room/index.ts';

/** A clock that stands still until it is moved; what falls due is called in order. */
export class HandClock implements Clock {
  #now = 1_000_000;
  #timers: { readonly at: number; readonly callback: () => void }[] = [];

  now(): number {
    return this.#now;
  }

  after(delay: number, callback: () => void): () => void {
    const timer = { at: this.#now + delay, callback };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  /** Timers that have not gone off. */
  get pending(): number {
    return this.#timers.length;
  }

  /** Work has taken so long, while which nothing else could happen. */
  stoodFor(time: number): void {
    this.#now += time;
  }

  /** Moves it on; whatever falls due on the way has come to its end when this is over. */
  async pass(time: number): Promise<void> {
    const until = this.#now + time;
    for (;;) {
      const next = this.#timers.toSorted((a, b) => a.at - b.at)[0];
      if (next === undefined || next.at > until) break;
      this.#timers = this.#timers.filter((other) => other !== next);
      this.#now = Math.max(this.#now, next.at);
      next.callback();
      await settled();
    }
    this.#now = Math.max(this.#now, until);
    await settled();
  }
}

/** Lets everything that waits for promises alone come to its end. */
export async function settled(): Promise<void> {
  for (let i = 0; i < 40; i++) await Promise.resolve();
}
