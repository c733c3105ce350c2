import type { Milliseconds, Timestamp } from '../../shared/base/ids.ts';
import type { Clock } from '../../shared/room/index.ts';
import type { Line } from './line.ts';
import { clockOffset, usualRoundTrip, withSample, type ClockSample } from './server-clock.ts';

/** Right after joining several questions follow each other, since the first trips are slow ones. */
const eagerQuestions = 4;
const eagerPace: Milliseconds = 250;
const calmPace: Milliseconds = 30_000;

/** An answer that takes longer says nothing about the time. */
const patience: Milliseconds = 4000;

/** Two clocks of one device differ by less than this from one look to the next, unless one stood still or was set. */
const clockJitter: Milliseconds = 250;

/** The server's clock as seen from this page, asked for again from time to time. */
export class ClockSync {
  readonly #clock: Clock;
  readonly #wallNow: () => Timestamp;
  #samples: readonly ClockSample[] = [];
  /** How far the device's own time was ahead of the page's clock when the newest sample was taken. */
  #lead: Milliseconds;
  /** The line was broken since the newest sample: the next one stands alone. */
  #broken = false;
  #stop: () => void = () => {};

  /** `wallNow` is the device's own time: it goes on while the device sleeps, `clock` may stand still. */
  constructor(clock: Clock, wallNow: () => Timestamp) {
    this.#clock = clock;
    this.#wallNow = wallNow;
    this.#lead = this.#leadNow();
  }

  /** Until the server was asked again, the time a device has slept is what its own clock says. */
  serverNow(): Timestamp {
    const slept = this.parted ? Math.max(0, this.#leadNow() - this.#lead) : 0;
    return this.#clock.now() + slept + clockOffset(this.#samples);
  }

  /** How long a question to the server and its answer usually take together. */
  roundTrip(): Milliseconds {
    return usualRoundTrip(this.#samples);
  }

  /** True when the device slept or its time was set since the newest sample: ask again. */
  get parted(): boolean {
    return this.#partedSince(this.#lead);
  }

  /** Begins a question now; what it answers takes the server's time once that is known. */
  measure(): (serverTime: Timestamp) => void {
    const sentAt = this.#clock.now();
    const lead = this.#leadNow();
    return (serverTime) => {
      // The device slept while the question was on its way: nobody knows how long that took.
      if (this.#partedSince(lead)) return;
      if (this.#broken || this.parted) this.#samples = [];
      this.#broken = false;
      this.#lead = lead;
      const sample = { sentAt, answeredAt: this.#clock.now(), serverTime };
      this.#samples = withSample(this.#samples, sample);
    };
  }

  /** Keeps asking over this line until `stop`. */
  start(line: Pick<Line, 'time'>): void {
    this.#stop();
    this.#askLater(line, eagerQuestions);
  }

  /** The line is broken: what it told still stands, until there is something newer. */
  stop(): void {
    this.#stop();
    this.#broken = true;
  }

  /** Asks once; answers whether the server said anything in time. */
  async ask(line: Pick<Line, 'time'>, wait: Milliseconds): Promise<boolean> {
    const measured = this.measure();
    const answer = await line.time(wait);
    if (!answer.ok) return false;
    measured(answer.value);
    return true;
  }

  #leadNow(): Milliseconds {
    return this.#wallNow() - this.#clock.now();
  }

  #partedSince(lead: Milliseconds): boolean {
    return Math.abs(this.#leadNow() - lead) > clockJitter;
  }

  #askLater(line: Pick<Line, 'time'>, eager: number): void {
    this.#stop = this.#clock.after(eager > 0 ? eagerPace : calmPace, () => {
      this.#askLater(line, Math.max(0, eager - 1));
      void this.ask(line, patience);
    });
  }
}
