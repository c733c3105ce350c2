import { signal, type ReadonlySignal } from '@preact/signals';
import type { Milliseconds } from '../../shared/base/ids.ts';
import type { ReplayFacts } from './facts.ts';
import type { Moment } from './moment.ts';
import { ReplayClosed, type OpenReplay } from './open-replay.ts';
import {
  advance,
  beginPlayback,
  otherSpeed,
  playStretch,
  seek,
  toggle,
  type Playback,
} from './playback.ts';
import { stepFrom, type StepKind } from './steps.ts';

/** Frames of the browser, as a theatre needs them. */
export interface Frames {
  /** Calls back once before the next picture with the time; answers how to call it off. */
  next(call: (now: number) => void): () => void;
}

/** The frames of this page. */
export const pageFrames: Frames = {
  next: (call) => {
    const id = requestAnimationFrame(call);
    return () => cancelAnimationFrame(id);
  },
};

/**
 * Plays one replay: a time that runs, and what was to be seen at it. The moment follows the time as
 * fast as the replay answers; in between the last one stays.
 */
export class Theatre {
  readonly replay: OpenReplay;
  readonly facts: ReplayFacts;
  /** Quiet stretches pass quickly. */
  readonly shortens = signal(false);
  /** Sealed gold shows what it holds. */
  readonly reveals = signal(false);
  readonly #frames: Frames;
  readonly #playback;
  readonly #moment = signal<Moment | null>(null);
  #asking = false;
  #stopFrames: () => void = () => {};
  #closed = false;

  constructor(replay: OpenReplay, frames: Frames, startAt: Milliseconds = 0) {
    this.replay = replay;
    this.facts = replay.facts;
    this.#frames = frames;
    this.#playback = signal<Playback>(seek(beginPlayback(replay.facts.duration), startAt));
    void this.#follow();
  }

  get playback(): ReadonlySignal<Playback> {
    return this.#playback;
  }

  /** What is to be seen; null until the replay has first answered. */
  get moment(): ReadonlySignal<Moment | null> {
    return this.#moment;
  }

  get time(): Milliseconds {
    return this.#playback.peek().time;
  }

  /** Goes to a time; playing goes on from there. */
  seek(time: Milliseconds): void {
    this.change(seek(this.#playback.peek(), time));
  }

  /** Plays the seconds of the match in which the most happens. */
  playHighlight(): void {
    this.change(playStretch(this.#playback.peek(), this.facts.highlight));
  }

  toggle(): void {
    this.change(toggle(this.#playback.peek()));
  }

  pause(): void {
    this.change({ ...this.#playback.peek(), playing: false });
  }

  faster(by: -1 | 1): void {
    this.change(otherSpeed(this.#playback.peek(), by));
  }

  /** Stands still at the next or last turn, edit or mark. */
  step(kind: StepKind, by: -1 | 1): void {
    const paused = { ...this.#playback.peek(), playing: false };
    this.change(seek(paused, stepFrom(this.facts, paused.time, kind, by)));
  }

  change(playback: Playback): void {
    if (this.#closed) return;
    const wasPlaying = this.#playback.peek().playing;
    this.#playback.value = playback;
    if (playback.playing && !wasPlaying) this.#run();
    if (!playback.playing) this.#stopFrames();
    void this.#follow();
  }

  close(): void {
    this.#closed = true;
    this.#stopFrames();
    this.replay.close();
  }

  #run(): void {
    let last: number | null = null;
    const frame = (now: number): void => {
      const elapsed = last === null ? 0 : Math.max(0, now - last);
      last = now;
      this.#stopFrames = this.#frames.next(frame);
      const quiet = this.shortens.peek() ? this.facts.quiet : [];
      this.change(advance(this.#playback.peek(), elapsed, quiet));
    };
    this.#stopFrames = this.#frames.next(frame);
  }

  /** Asks for the moment of the time that is wanted, one question at a time. */
  async #follow(): Promise<void> {
    if (this.#asking) return;
    this.#asking = true;
    try {
      while (!this.#closed && this.#moment.peek()?.time !== this.time) {
        const moment = await this.replay.moment(this.time);
        if (!this.#closed) this.#moment.value = moment;
      }
    } catch (error) {
      if (!(error instanceof ReplayClosed)) throw error;
    } finally {
      this.#asking = false;
    }
  }
}
