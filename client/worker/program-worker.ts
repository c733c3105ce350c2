import type { Milliseconds, PerSeat, Seat } from '../../shared/base/ids.ts';
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
import type { Clock } from '../../shared/room/index.ts';
import type { Request, Response, Task, TaskResults } from './messages.ts';

/**
 * The interpreter is metered, so a task takes milliseconds; one that takes longer than this has met
 * a defect or a device at its end, and a fresh worker is worth more than its answer.
 */
export const overrun: Milliseconds = 1000;

/** The first task of a worker also waits for its script to be fetched and made ready. */
export const firstOverrun: Milliseconds = 10_000;

/** The part of a Web Worker this needs; tests bring their own. */
export interface WorkerLike {
  postMessage(request: Request): void;
  addEventListener(kind: 'message', listener: (event: { data: Response }) => void): void;
  addEventListener(kind: 'error', listener: (event: { message: string }) => void): void;
  terminate(): void;
}

/** A task that has no answer: stopped, overtaken by a newer one of its kind, or too slow. */
export class NoAnswer extends Error {}

/** Programs of this page, run beside it (A7). Promises reject with `NoAnswer`. */
export interface ProgramWorker {
  /** Sets the program of a seat up as it stands after these turns. */
  rebuild(seat: Seat, seed: string, history: readonly Moment[]): Promise<void>;
  /** The next step of a seat that was set up. */
  step(seat: Seat, text: string, battle: Battle): Promise<Step>;
  /** R31: the way a program would go alone. A newer walk of the same seat overtakes this one. */
  walk(seat: Seat, text: string, battle: Battle, turns: number): Promise<Walk>;
  /** R22: the way a program would go on alone from the middle of its match. Overtakes as `walk`. */
  walkOn(
    underWay: UnderWayInMatch,
    seat: Seat,
    text: string,
    battle: Battle,
    turns: number,
  ): Promise<Walk>;
  /** L9: marks for the editor. A newer call overtakes this one. */
  problems(text: string, from: number): Promise<readonly ProgramError[]>;
  /** R31: the way a program would go alone, and what a debugger shows of it at each step. */
  tryOut(seat: Seat, text: string, battle: Battle, turns: number): Promise<WatchedWalk>;
  /**
   * A program as a debugger shows it after some turns, which follow those that were watched before;
   * `from` 0 begins anew. After a rejection the next call has to.
   */
  watch(seat: Seat, seed: string, from: number, moments: readonly Moment[]): Promise<ProgramView>;
  /** Both programs against each other, to the end (R23). A newer call overtakes this one. */
  play(start: Battle, programs: PerSeat<string>, seed: string): Promise<readonly PlayedPrograms[]>;
  /** Ends the worker for good. */
  stop(): void;
}

interface Waiting {
  readonly request: Request;
  /** Tasks with the same lane overtake each other; null for those that never are overtaken. */
  readonly lane: string | null;
  readonly resolve: (result: never) => void;
  readonly reject: (error: NoAnswer) => void;
}

/** The worker of this page's own build. */
export function startWorker(): WorkerLike {
  return new Worker(new URL('./program.worker.ts', import.meta.url), { type: 'module' });
}

/**
 * Programs in a worker: one task at a time, in order. A worker that overruns is killed; the next task
 * starts a new one, in which programs must be set up again by `rebuild`.
 */
export function createProgramWorker(
  clock: Clock,
  makeWorker: () => WorkerLike = startWorker,
): ProgramWorker {
  return new QueuedWorker(clock, makeWorker);
}

class QueuedWorker implements ProgramWorker {
  readonly #clock: Clock;
  readonly #makeWorker: () => WorkerLike;
  #worker: WorkerLike | null = null;
  #queue: Waiting[] = [];
  #current: Waiting | null = null;
  #stopPatience: () => void = () => {};
  /** The present worker has answered before. */
  #isReady = false;
  #nextId = 1;
  #stopped = false;

  constructor(clock: Clock, makeWorker: () => WorkerLike) {
    this.#clock = clock;
    this.#makeWorker = makeWorker;
  }

  async rebuild(seat: Seat, seed: string, history: readonly Moment[]): Promise<void> {
    await this.#ask({ kind: 'rebuild', seat, seed, history }, null);
  }

  step(seat: Seat, text: string, battle: Battle): Promise<Step> {
    return this.#ask({ kind: 'step', seat, text, battle }, null);
  }

  walk(seat: Seat, text: string, battle: Battle, turns: number): Promise<Walk> {
    return this.#ask({ kind: 'walk', underWay: null, seat, text, battle, turns }, `walk ${seat}`);
  }

  walkOn(
    underWay: UnderWayInMatch,
    seat: Seat,
    text: string,
    battle: Battle,
    turns: number,
  ): Promise<Walk> {
    return this.#ask({ kind: 'walk', underWay, seat, text, battle, turns }, `walk on ${seat}`);
  }

  problems(text: string, from: number): Promise<readonly ProgramError[]> {
    return this.#ask({ kind: 'problems', text, from }, 'problems');
  }

  tryOut(seat: Seat, text: string, battle: Battle, turns: number): Promise<WatchedWalk> {
    return this.#ask({ kind: 'try', seat, text, battle, turns }, `try ${seat}`);
  }

  watch(seat: Seat, seed: string, from: number, moments: readonly Moment[]): Promise<ProgramView> {
    return this.#ask({ kind: 'watch', seat, seed, from, moments }, null);
  }

  play(start: Battle, programs: PerSeat<string>, seed: string): Promise<readonly PlayedPrograms[]> {
    return this.#ask({ kind: 'play', start, programs, seed }, 'play');
  }

  stop(): void {
    this.#stopped = true;
    this.#kill('stopped');
    for (const waiting of this.#queue) waiting.reject(new NoAnswer('stopped'));
    this.#queue = [];
  }

  #ask<T extends Task>(task: T, lane: string | null): Promise<TaskResults[T['kind']]> {
    return new Promise((resolve, reject) => {
      if (this.#stopped) {
        reject(new NoAnswer('stopped'));
        return;
      }
      if (lane !== null) this.#overtake(lane);
      this.#queue.push({ request: { id: this.#nextId++, task }, lane, resolve, reject });
      this.#next();
    });
  }

  #overtake(lane: string): void {
    for (const waiting of this.#queue) {
      if (waiting.lane === lane) waiting.reject(new NoAnswer('overtaken'));
    }
    this.#queue = this.#queue.filter((waiting) => waiting.lane !== lane);
  }

  #next(): void {
    if (this.#current !== null) return;
    const waiting = this.#queue.shift();
    if (waiting === undefined) return;
    this.#current = waiting;
    this.#worker ??= this.#start();
    this.#stopPatience = this.#clock.after(this.#isReady ? overrun : firstOverrun, () => {
      this.#kill('too slow');
      this.#next();
    });
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- workers have no origin to name
    this.#worker.postMessage(waiting.request);
  }

  #start(): WorkerLike {
    const worker = this.#makeWorker();
    worker.addEventListener('message', ({ data }) => {
      if (worker === this.#worker) this.#take(data);
    });
    worker.addEventListener('error', ({ message }) => {
      if (worker !== this.#worker) return;
      this.#kill(message);
      this.#next();
    });
    return worker;
  }

  #take(response: Response): void {
    const waiting = this.#current;
    if (waiting?.request.id !== response.id) return;
    this.#stopPatience();
    this.#isReady = true;
    this.#current = null;
    if ('failed' in response) waiting.reject(new NoAnswer(response.failed));
    else waiting.resolve(response.result as never);
    this.#next();
  }

  #kill(reason: string): void {
    this.#stopPatience();
    this.#worker?.terminate();
    this.#worker = null;
    this.#isReady = false;
    const waiting = this.#current;
    this.#current = null;
    waiting?.reject(new NoAnswer(reason));
  }
}
