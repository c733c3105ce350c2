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

/** The server's clock as this page reckons it, asked anew from time to time. */
export class ClockSync {
  readonly #clock: Clock;
  #samples: readonly ClockSample[] = [];
  #stop: () => void = () => {};

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  serverNow(): Timestamp {
    return this.#clock.now() + clockOffset(this.#samples);
  }

  /** How long a question to the server and its answer usually take together. */
  roundTrip(): Milliseconds {
    return usualRoundTrip(this.#samples);
  }

  /** Takes an answer that named the server's time. */
  heard(sample: ClockSample): void {
    this.#samples = withSample(this.#samples, sample);
  }

  /** Keeps asking over this line until `stop`. */
  start(line: Pick<Line, 'time'>): void {
    this.stop();
    this.#askLater(line, eagerQuestions);
  }

  stop(): void {
    this.#stop();
  }

  /** Asks once; answers whether the server said anything in time. */
  async ask(line: Pick<Line, 'time'>, wait: Milliseconds): Promise<boolean> {
    const sentAt = this.#clock.now();
    const answer = await line.time(wait);
    if (!answer.ok) return false;
    this.heard({ sentAt, answeredAt: this.#clock.now(), serverTime: answer.value });
    return true;
  }

  #askLater(line: Pick<Line, 'time'>, eager: number): void {
    this.#stop = this.#clock.after(eager > 0 ? eagerPace : calmPace, () => {
      this.#askLater(line, Math.max(0, eager - 1));
      void this.ask(line, patience);
    });
  }
}
