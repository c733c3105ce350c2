import { seats, type Milliseconds, type Seat, type Timestamp } from '../../shared/base/ids.ts';
import {
  programHistory,
  programSeed,
  seatsOf,
  type Clock,
  type RoomState,
} from '../../shared/room/index.ts';
import type { RoomClient } from '../net/index.ts';
import { NoAnswer, type ProgramWorker } from '../worker/index.ts';

/** For the worker, and for timers and tasks that come late. */
const workingTime: Milliseconds = 120;

/** The way to the server is half of a round trip; half as much again is for a line that wobbles. */
const shareOfRoundTrip = 0.75;

/** Earlier than this share of the turn nothing is read: the turn before it has hardly been seen. */
const latestShare = 0.6;

/**
 * A step is read this long before its turn is due: long enough for the worker and this line's way to
 * the server, short enough that a line can be mended almost to the last moment. What is typed later
 * would not reach the server in time either. Where the line is too slow for the turns the referee
 * reads (A8).
 */
export function readingLead(roundTrip: Milliseconds, turnTime: Milliseconds): Milliseconds {
  return Math.round(Math.min(workingTime + roundTrip * shareOfRoundTrip, turnTime * latestShare));
}

/**
 * While this page's person owns a seat in a running match, runs that seat's program and submits each
 * step shortly before its turn (A7). What is read is the room's own text, never what is still on its
 * way, so that the server reads the same. Answers how to stop.
 */
export function runOwnedSeats(room: RoomClient, worker: ProgramWorker, clock: Clock): () => void {
  const runners = seats.map((seat) => new SeatRunner(seat, room, worker, clock));
  const look = (): void => {
    for (const runner of runners) runner.look();
  };
  const stops = [room.onEntry(look), room.onSnapshot(look), room.status.subscribe(look)];
  look();
  return () => {
    for (const stop of stops) stop();
    for (const runner of runners) runner.stop();
  };
}

interface NextTurn {
  readonly match: string;
  readonly turn: number;
  readonly dueAt: Timestamp;
  readonly turnTime: Milliseconds;
}

class SeatRunner {
  readonly #seat: Seat;
  readonly #room: RoomClient;
  readonly #worker: ProgramWorker;
  readonly #clock: Clock;
  /** The program in the worker stands before this turn of this match; null when it is not known. */
  #standsBefore: { readonly match: string; readonly turn: number } | null = null;
  /** The turn a timer is set for, or that was read. */
  #planned: string | null = null;
  #stopTimer: () => void = () => {};
  /** The end of the reading under way, if one is. */
  #lastRead: Promise<void> = Promise.resolve();

  constructor(seat: Seat, room: RoomClient, worker: ProgramWorker, clock: Clock) {
    this.#seat = seat;
    this.#room = room;
    this.#worker = worker;
    this.#clock = clock;
  }

  /** Plans the reading of the next turn, if there is one to plan. */
  look(): void {
    const next = this.#nextTurn();
    const key = next === null ? null : `${next.match} ${next.turn} ${next.dueAt}`;
    if (key === this.#planned) return;
    this.stop();
    this.#planned = key;
    if (next === null) return;
    const lead = readingLead(this.#room.roundTrip(), next.turnTime);
    const wait = Math.max(0, next.dueAt - lead - this.#room.serverNow());
    this.#stopTimer = this.#clock.after(wait, () => void this.#readInTurn(key));
  }

  stop(): void {
    this.#stopTimer();
    this.#planned = null;
  }

  #nextTurn(): NextTurn | null {
    const state = this.#room.state.peek();
    const me = this.#room.me.peek();
    if (state?.phase.kind !== 'running' || me === null || state.match === null) return null;
    if (this.#room.status.peek().kind !== 'online' || !seatsOf(state, me).includes(this.#seat)) {
      return null;
    }
    const { match, battle, phase, settings } = state;
    return { match, turn: battle.turn + 1, dueAt: phase.dueAt, turnTime: settings.turnTime };
  }

  /**
   * Reads once the reading before has ended: of two that are under way at once in a slow worker, the later
   * would set the program up, and the earlier one go on in it. A turn that has passed meanwhile is the
   * referee's, and the next one has a time of its own.
   */
  async #readInTurn(planned: string | null): Promise<void> {
    const before = this.#lastRead;
    let ended = (): void => {};
    this.#lastRead = new Promise((resolve) => (ended = resolve));
    await before;
    try {
      if (this.#planned === planned) await this.#read();
    } finally {
      ended();
    }
  }

  async #read(): Promise<void> {
    const next = this.#nextTurn();
    const state = this.#room.state.peek();
    // Another tab of the same person, or the referee, may have been first.
    if (next === null || state === null || state.nextSteps[this.#seat] !== null) return;
    try {
      await this.#submit(state, next.match, next.turn);
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      // The referee reads for us this time (A8); the program is set up anew for the next turn.
      this.#standsBefore = null;
    }
  }

  async #submit(state: RoomState, match: string, turn: number): Promise<void> {
    const { text, version } = state.documents[this.#seat];
    if (this.#standsBefore?.match !== match || this.#standsBefore.turn !== turn) {
      const seed = programSeed(state, this.#seat);
      await this.#worker.rebuild(this.#seat, seed, programHistory(state, this.#seat));
    }
    this.#standsBefore = null;
    const step = await this.#worker.step(this.#seat, text, state.battle);
    const now = this.#nextTurn();
    // The referee was quicker.
    if (now?.match !== match || now.turn !== turn) return;
    const answer = await this.#room.wish({
      kind: 'submit step',
      seat: this.#seat,
      turn,
      version,
      claimed: { action: step.action, readTo: step.readTo },
    });
    const decided = this.#decidedStep(match, turn);
    const same = decided?.action === step.action && decided.line === step.line;
    if (answer.ok && same) this.#standsBefore = { match, turn: turn + 1 };
  }

  /** What the room has read for a turn, by whomever it was submitted. */
  #decidedStep(match: string, turn: number): RoomState['nextSteps'][Seat] {
    const state = this.#room.state.peek();
    if (state?.match !== match) return null;
    if (state.battle.turn + 1 === turn) return state.nextSteps[this.#seat];
    return state.turns[turn - 1]?.steps[this.#seat] ?? null;
  }
}
