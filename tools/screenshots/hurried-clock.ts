import type { Clock } from '../../shared/room/index.ts';

interface Timer {
  readonly at: number;
  readonly callback: () => void;
  handle: NodeJS.Timeout;
}

/** The machine's clock, which can be made to run faster: what was pictured need not be waited out. */
export class HurriedClock implements Clock {
  #pace = 1;
  #readAt = Date.now();
  #read = Date.now();
  readonly #timers = new Set<Timer>();

  now(): number {
    return this.#read + (Date.now() - this.#readAt) * this.#pace;
  }

  after(delay: number, callback: () => void): () => void {
    const timer: Timer = { at: this.now() + delay, callback, handle: setTimeout(() => {}, 0) };
    this.#timers.add(timer);
    this.#wind(timer);
    return () => {
      clearTimeout(timer.handle);
      this.#timers.delete(timer);
    };
  }

  /** From now on it runs `pace` times as fast as the machine's. */
  hurry(pace: number): void {
    this.#read = this.now();
    this.#readAt = Date.now();
    this.#pace = pace;
    for (const timer of this.#timers) this.#wind(timer);
  }

  #wind(timer: Timer): void {
    clearTimeout(timer.handle);
    const wait = Math.max(0, (timer.at - this.now()) / this.#pace);
    timer.handle = setTimeout(() => {
      this.#timers.delete(timer);
      timer.callback();
    }, wait);
  }
}
