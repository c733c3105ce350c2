import { signal, type ReadonlySignal } from '@preact/signals';
import type { Seat } from '../../../shared/base/ids.ts';
import type { RoomState } from '../../../shared/room/index.ts';
import type { RoomClient } from '../../net/index.ts';
import { bugWalk, trialBattle, walkOf, type Trial } from '../../runner/index.ts';
import { NoAnswer, type ProgramWorker } from '../../worker/index.ts';
import type { FieldPlayer } from './field-player.ts';
import { bugFrames, walkFrames, type TrialFrame } from './trial-frames.ts';

/** A trial is there to be looked at, but nobody waits for it as long as for a match. */
const stepTime = 380;

/** The bug walks through all turns of a match; faster, and no longer than this. */
const bugStepTime = 260;
const mostBugSteps = 60;

/** What a trial came to; `empty` and `no answer` showed nothing. */
export type TrialEnd = 'shown' | 'stopped' | 'empty' | 'no answer';

export interface TrialParts {
  readonly client: RoomClient;
  readonly field: FieldPlayer;
  readonly worker: ProgramWorker;
  /** The program as it stands on this screen. */
  readonly textOf: (seat: Seat) => string;
}

/**
 * Trials on this screen only (R31): a program's character, or the bug, walks alone, and everything
 * returns. A second press ends the first trial instead of stacking, and so does anything that
 * happens on the field.
 */
export class TrialPlayer {
  readonly #parts: TrialParts;
  readonly #running = signal<Trial | null>(null);
  readonly #stops: (() => void)[];
  #round = 0;

  constructor(parts: TrialParts) {
    this.#parts = parts;
    this.#stops = [
      parts.client.onEntry(({ before, after }) => {
        if (before.phase.kind !== after.phase.kind || before.battle !== after.battle) this.stop();
      }),
      parts.client.onSnapshot(() => this.stop()),
    ];
  }

  /** What is being tried out now. */
  get running(): ReadonlySignal<Trial | null> {
    return this.#running;
  }

  /** Tries something out, after whatever was tried before has ended. */
  async start(trial: Trial): Promise<TrialEnd> {
    this.stop();
    const state = this.#parts.client.state.peek();
    if (state === null || !mayTry(state)) return 'stopped';
    const round = ++this.#round;
    this.#running.value = trial;
    const frames = await this.#framesOf(trial, state);
    if (round !== this.#round) return 'stopped';
    if (frames === null || frames.length === 0) {
      this.stop();
      return frames === null ? 'no answer' : 'empty';
    }
    for (const frame of frames) {
      await this.#parts.field.playTrial(frame, trial === 'bug' ? bugStepTime : stepTime);
      if (round !== this.#round) return 'stopped';
    }
    this.stop();
    return 'shown';
  }

  /** Ends the trial under way, if any; everything returns. */
  stop(): void {
    this.#round += 1;
    if (this.#running.peek() === null) return;
    this.#running.value = null;
    this.#parts.field.refresh();
  }

  close(): void {
    for (const stop of this.#stops) stop();
    this.#round += 1;
  }

  async #framesOf(trial: Trial, state: RoomState): Promise<readonly TrialFrame[] | null> {
    const start = trialBattle(state);
    if (trial === 'bug') return bugFrames(start, bugWalk(state).slice(0, mostBugSteps + 1));
    try {
      const walk = await walkOf(this.#parts.worker, state, trial, this.#parts.textOf(trial));
      return walkFrames(start, trial, walk);
    } catch (error) {
      if (error instanceof NoAnswer) return null;
      throw error;
    }
  }
}

/** R31: before the match and in coding time. */
export function mayTry(state: RoomState): boolean {
  return state.phase.kind === 'entry' || state.phase.kind === 'coding';
}
