import { signal, type ReadonlySignal } from '@preact/signals';
import type { Milliseconds } from '../../../shared/base/ids.ts';
import { parseBoard, type Battle } from '../../../shared/battle/index.ts';
import type { PlayedPrograms } from '../../../shared/program/index.ts';
import type { Example } from '../../../shared/program/examples/index.ts';
import { NoAnswer, type ProgramWorker } from '../../worker/index.ts';

/** One turn of an example; slow enough to follow the line that runs. */
const turnTime: Milliseconds = 520;

/** Every example throws the same dice as in its test. */
const seed = 'example';

/** Where an example stands. */
export interface ExampleMoment {
  readonly battle: Battle;
  /** The turn that was played last; null before the first. */
  readonly played: PlayedPrograms | null;
  readonly log: readonly string[];
  readonly state: 'ready' | 'playing' | 'over' | 'failed';
}

/** Plays one example's match, as often as it is asked to. */
export class ExampleRun {
  readonly #example: Example;
  readonly #worker: ProgramWorker;
  readonly #moment;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #round = 0;

  constructor(example: Example, worker: ProgramWorker) {
    this.#example = example;
    this.#worker = worker;
    this.#moment = signal<ExampleMoment>(this.#beginning('ready'));
  }

  get moment(): ReadonlySignal<ExampleMoment> {
    return this.#moment;
  }

  /** Plays from the start with this text as H's program; a run under way ends. */
  async play(program: string): Promise<void> {
    this.stop();
    const round = this.#round;
    this.#moment.value = this.#beginning('playing');
    const start = this.#moment.peek().battle;
    try {
      const programs = { salesforce: this.#example.rival ?? '', heroku: program };
      const turns = await this.#worker.play(start, programs, seed);
      if (round === this.#round) this.#show(turns, 0);
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      if (round === this.#round) this.#moment.value = this.#beginning('failed');
    }
  }

  /** Ends a run; the field is as before it. */
  stop(): void {
    this.#round += 1;
    clearTimeout(this.#timer);
    if (this.#moment.peek().state === 'playing') this.#moment.value = this.#beginning('ready');
  }

  #show(turns: readonly PlayedPrograms[], index: number): void {
    this.#timer = setTimeout(() => {
      const played = turns[index];
      if (played === undefined) return;
      const over = index === turns.length - 1;
      this.#moment.value = {
        battle: played.after,
        played,
        log: [...this.#moment.peek().log, ...played.views.heroku.log],
        state: over ? 'over' : 'playing',
      };
      if (!over) this.#show(turns, index + 1);
    }, turnTime);
  }

  #beginning(state: ExampleMoment['state']): ExampleMoment {
    return { battle: parseBoard(this.#example.board), played: null, log: [], state };
  }
}
