import { signal, type ReadonlySignal } from '@preact/signals';
import type { Seat } from '../../../shared/base/ids.ts';
import type { ProgramView } from '../../../shared/program/index.ts';
import type { RoomState } from '../../../shared/room/index.ts';
import type { RoomClient } from '../../net/index.ts';
import {
  bugWalk,
  trialBattle,
  tryOut,
  type Trial,
  type WatchedProgram,
} from '../../runner/index.ts';
import { NoAnswer, type ProgramWorker } from '../../worker/index.ts';
import type { FieldPlayer } from './field-player.ts';
import { bugFrames, walkFrames, type TrialFrame } from './trial-frames.ts';

/** A trial is there to be looked at, but nobody waits for it as long as for a match. */
const stepTime = 380;

/** The bug walks through all turns of a match; faster, and no longer than this. */
const bugStepTime = 260;
const mostBugSteps = 60;

/** Log lines of a trial that are shown; older ones go. */
const mostLogLines = 200;

/** A program that is tried out, as a debugger shows it. */
export interface TriedProgram {
  readonly seat: Seat;
  readonly view: WatchedProgram;
}

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
  readonly #watched = signal<TriedProgram | null>(null);
  readonly #stops: (() => void)[];
  #round = 0;

  constructor(parts: TrialParts) {
    this.#parts = parts;
    this.#stops = [
      parts.client.onEntry(({ before, after }) => {
        if (before.phase.kind === after.phase.kind && before.battle === after.battle) return;
        this.stop();
        this.#watched.value = null;
      }),
      parts.client.onSnapshot(() => this.stop()),
    ];
  }

  /** What is being tried out now. */
  get running(): ReadonlySignal<Trial | null> {
    return this.#running;
  }

  /**
   * The program being tried out, or tried out last, as a debugger shows it at each step. Forgotten
   * when the match begins.
   */
  get watched(): ReadonlySignal<TriedProgram | null> {
    return this.#watched;
  }

  /** Tries something out, after whatever was tried before has ended. */
  async start(trial: Trial): Promise<TrialEnd> {
    this.stop();
    const state = this.#parts.client.state.peek();
    if (state === null || !mayTry(state)) return 'stopped';
    const round = ++this.#round;
    this.#running.value = trial;
    const { frames, views } = await this.#framesOf(trial, state);
    if (round !== this.#round) return 'stopped';
    if (frames === null || frames.length === 0) {
      this.#watch(trial, views, views.length - 1);
      this.stop();
      if (frames === null) return 'no answer';
      return views.some(({ log }) => log.length > 0) ? 'shown' : 'empty';
    }
    for (const [index, frame] of frames.entries()) {
      this.#watch(trial, views, index);
      await this.#parts.field.playTrial(frame, trial === 'bug' ? bugStepTime : stepTime);
      if (round !== this.#round) return 'stopped';
    }
    // What was read after the last step may have logged something more.
    this.#watch(trial, views, views.length - 1);
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

  #watch(trial: Trial, views: readonly ProgramView[], index: number): void {
    const view = views[index];
    if (trial === 'bug' || view === undefined) return;
    const log = views
      .slice(0, index + 1)
      .flatMap((seen, turn) => seen.log.map((text) => ({ turn: turn + 1, text })))
      .slice(-mostLogLines);
    this.#watched.value = { seat: trial, view: { ...view, log } };
  }

  close(): void {
    for (const stop of this.#stops) stop();
    this.#round += 1;
  }

  async #framesOf(
    trial: Trial,
    state: RoomState,
  ): Promise<{
    readonly frames: readonly TrialFrame[] | null;
    readonly views: readonly ProgramView[];
  }> {
    const start = trialBattle(state);
    if (trial === 'bug') {
      return { frames: bugFrames(start, bugWalk(state).slice(0, mostBugSteps + 1)), views: [] };
    }
    try {
      const walk = await tryOut(this.#parts.worker, state, trial, this.#parts.textOf(trial));
      return { frames: walkFrames(start, trial, walk), views: walk.views };
    } catch (error) {
      if (error instanceof NoAnswer) return { frames: null, views: [] };
      throw error;
    }
  }
}

/** R31: before the match and in coding time. */
export function mayTry(state: RoomState): boolean {
  return state.phase.kind === 'entry' || state.phase.kind === 'coding';
}
