import type { Milliseconds, RoomName } from '../../base/ids.ts';
import type { Clock } from '../ports.ts';

/** A room whose steps take longer than this, on the average of the last ones, waits its turn. */
const dearStep: Milliseconds = 2;

/** How much the last step counts in the average. */
const weight = 0.25;

interface Waiting {
  readonly room: RoomName;
  readonly enter: () => void;
}

/**
 * Shares the time of a process for running programs among its rooms. Rooms whose programs take little
 * run them at once. The others come one after the other, and behind each of them the process is free
 * for as long as that one took: all of them together never take more than half of its time. So
 * whoever is dear waits, and the others do not.
 */
export class FairTurns {
  readonly #clock: Clock;
  /** What a step of a room takes, on the average of the last ones. */
  readonly #costs = new Map<RoomName, Milliseconds>();
  #waiting: Waiting[] = [];
  /** Whether somebody was let in of late, so that the next one has to wait for the pause to end. */
  #paused = false;
  /** The longest step since somebody was let in. */
  #took: Milliseconds = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Settles when the room may run one step of a program. */
  enter(room: RoomName): Promise<void> {
    if ((this.#costs.get(room) ?? 0) <= dearStep) return Promise.resolve();
    return new Promise((enter) => {
      this.#waiting.push({ room, enter });
      this.#next();
    });
  }

  /** Does one step of a room and notes what it took. */
  run<T>(room: RoomName, work: () => T): T {
    const began = this.#clock.now();
    try {
      return work();
    } finally {
      const took = Math.max(0, this.#clock.now() - began);
      const before = this.#costs.get(room) ?? 0;
      this.#costs.set(room, before + (took - before) * weight);
      this.#took = Math.max(this.#took, took);
    }
  }

  /** A room has closed: whoever waits in it need not any more. */
  forget(room: RoomName): void {
    this.#costs.delete(room);
    const gone = this.#waiting.filter((one) => one.room === room);
    this.#waiting = this.#waiting.filter((one) => one.room !== room);
    for (const { enter } of gone) enter();
  }

  /** Lets the next room in, and after it nobody for as long as it takes. */
  #next(): void {
    if (this.#paused) return;
    const first = this.#waiting.shift();
    if (first === undefined) return;
    this.#paused = true;
    this.#took = 0;
    first.enter();
    // It runs before any timer does; only then is known how long it took.
    this.#clock.after(0, () => {
      this.#clock.after(this.#took, () => {
        this.#paused = false;
        this.#next();
      });
    });
  }
}
