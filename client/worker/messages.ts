import type { PerSeat, Seat } from '../../shared/base/ids.ts';
import type { Battle } from '../../shared/battle/index.ts';
import type {
  Moment,
  PlayedPrograms,
  ProgramError,
  ProgramView,
  Step,
  UnderWayInMatch,
  Walk,
  WatchedWalk,
} from '../../shared/program/index.ts';

/** Work for the worker. `step` goes on with the program that `rebuild` has set up for its seat. */
export type Task =
  | {
      readonly kind: 'rebuild';
      readonly seat: Seat;
      readonly seed: string;
      readonly history: readonly Moment[];
    }
  | { readonly kind: 'step'; readonly seat: Seat; readonly text: string; readonly battle: Battle }
  | {
      readonly kind: 'walk';
      readonly seat: Seat;
      /** Null for a trial from the start. */
      readonly underWay: UnderWayInMatch | null;
      readonly text: string;
      readonly battle: Battle;
      readonly turns: number;
    }
  | { readonly kind: 'problems'; readonly text: string; readonly from: number }
  | {
      readonly kind: 'try';
      readonly seat: Seat;
      readonly text: string;
      readonly battle: Battle;
      readonly turns: number;
    }
  | {
      /** Goes on watching a program from turn `from` on, or begins to when that is 0. */
      readonly kind: 'watch';
      readonly seat: Seat;
      readonly seed: string;
      readonly from: number;
      readonly moments: readonly Moment[];
    }
  | {
      readonly kind: 'play';
      readonly start: Battle;
      readonly programs: PerSeat<string>;
      readonly seed: string;
    };

/** What each kind of task answers. */
export interface TaskResults {
  readonly rebuild: null;
  readonly step: Step;
  readonly walk: Walk;
  readonly problems: readonly ProgramError[];
  readonly try: WatchedWalk;
  readonly watch: ProgramView;
  readonly play: readonly PlayedPrograms[];
}

/** A task on its way to the worker, with a number that its answer carries too. */
export interface Request {
  readonly id: number;
  readonly task: Task;
}

/** The worker's answer; `failed` is a defect of ours, programs answer their errors as values. */
export type Response =
  | { readonly id: number; readonly result: TaskResults[Task['kind']] }
  | { readonly id: number; readonly failed: string };
