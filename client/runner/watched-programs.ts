import { signal, type ReadonlySignal } from '@preact/signals';
import { perSeat, seats, type PerSeat, type Seat } from '../../shared/base/ids.ts';
import type { ProgramView } from '../../shared/program/index.ts';
import { programHistory, programSeed, seatsOf, type RoomState } from '../../shared/room/index.ts';
import type { RoomClient } from '../net/index.ts';
import { NoAnswer, type ProgramWorker } from '../worker/index.ts';

/** Log lines kept of a whole match; older ones go. */
const mostLogLines = 200;

/** A program as it is shown beside its editor. */
export interface WatchedProgram extends Omit<ProgramView, 'log'> {
  /** All it has logged, with the turn of each line. */
  readonly log: readonly LoggedLine[];
}

export interface LoggedLine {
  readonly turn: number;
  readonly text: string;
}

/** The programs of a match as a debugger shows them, turn by turn. */
export interface WatchedPrograms {
  /** Null while nothing is known of a program, or when it is not for this person to look into. */
  readonly views: PerSeat<ReadonlySignal<WatchedProgram | null>>;
  stop(): void;
}

/**
 * Follows the programs a person may look into: their own, and both for who only watches. A player is
 * not told of the rival's variables, though the program is open. Everything is computed on this page
 * from what the room has read (L5).
 */
export function watchPrograms(room: RoomClient, worker: ProgramWorker): WatchedPrograms {
  const watchers = perSeat((seat) => new Watcher(seat, room, worker));
  const look = (): void => {
    for (const seat of seats) watchers[seat].look();
  };
  const stops = [room.onEntry(look), room.onSnapshot(look)];
  look();
  return {
    views: perSeat((seat) => watchers[seat].view),
    stop: () => {
      for (const stop of stops) stop();
    },
  };
}

/** Whether a person may look into the program of a seat. */
export function mayLookInto(state: RoomState, seat: Seat, me: string | null): boolean {
  const mine = me === null ? [] : seatsOf(state, me);
  return mine.length === 0 || mine.includes(seat);
}

class Watcher {
  readonly view = signal<WatchedProgram | null>(null);
  readonly #seat: Seat;
  readonly #room: RoomClient;
  readonly #worker: ProgramWorker;
  #match: string | null = null;
  /** Turns of the match that the worker has seen. */
  #seen = 0;
  #asking = false;

  constructor(seat: Seat, room: RoomClient, worker: ProgramWorker) {
    this.#seat = seat;
    this.#room = room;
    this.#worker = worker;
  }

  look(): void {
    const state = this.#room.state.peek();
    if (state === null || !mayLookInto(state, this.#seat, this.#room.me.peek())) {
      this.#forget(null);
      return;
    }
    if (state.phase.kind === 'entry' || state.phase.kind === 'coding') this.#forget(null);
    else void this.#follow();
  }

  #forget(match: string | null): void {
    this.#match = match;
    this.#seen = 0;
    this.view.value = null;
  }

  /** Has the worker play what it has not seen, turn after turn until it has caught up. */
  async #follow(): Promise<void> {
    if (this.#asking) return;
    this.#asking = true;
    try {
      for (;;) {
        const state = this.#room.state.peek();
        if (state === null) return;
        if (this.#match !== state.match) this.#forget(state.match);
        const { length } = state.turns;
        if (length === this.#seen) return;
        // Somebody who comes late sees no log of before; it is played in one go.
        const moments = programHistory(state, this.#seat).slice(this.#seen);
        const seed = programSeed(state, this.#seat);
        const view = await this.#worker.watch(this.#seat, seed, this.#seen, moments);
        if (this.#match !== state.match) continue;
        this.#seen = length;
        this.#show(view, length);
      }
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      this.#forget(null);
    } finally {
      this.#asking = false;
    }
  }

  #show({ log, ...view }: ProgramView, turn: number): void {
    const before = this.view.peek()?.log ?? [];
    const lines = [...before, ...log.map((text) => ({ turn, text }))].slice(-mostLogLines);
    this.view.value = { ...view, log: lines };
  }
}
