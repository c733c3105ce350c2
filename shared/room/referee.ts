import type { Seat } from '../base/ids.ts';
import { startBattle, type Battle } from '../battle/index.ts';
import {
  createProgramRun,
  faultStep,
  reportFault,
  type Moment,
  type ProgramRun,
  type Step,
} from '../program/index.ts';
import { eventsOf } from './apply.ts';
import type { RefereedStep } from './commands.ts';
import { textAt } from './document.ts';
import type { RoomState } from './state.ts';

/** All turns of the running match as the program of one seat saw them (L5). */
export function programHistory(state: RoomState, seat: Seat): Moment[] {
  const { text } = state.documents[seat];
  const history: Moment[] = [];
  let battle = startBattle(state.field, state.settings);
  for (const turn of state.turns) {
    history.push({ text: text.slice(0, turn.steps[seat].readTo), battle });
    ({ battle } = eventsOf(battle, turn));
  }
  return history;
}

/** Seed of a program's chance: known to everybody in the room, another one in every match. */
export function programSeed(state: RoomState, seat: Seat): string {
  return `${state.match ?? ''} ${seat}`;
}

/**
 * Runs the programs of one room and says what they do (A8). It holds interpreters as a cache only:
 * whenever one is not exactly where the room stands it is rebuilt from the room.
 */
export interface Referee {
  /**
   * The step of a seat for the next turn, read from its text at `version`. Null when that version is
   * not kept any more. Asked again for the same turn and text it says the same.
   */
  step(state: RoomState, seat: Seat, version: number): RefereedStep | null;
  /**
   * Does one turn of one program of what such a step needs; true once the step is known. However a
   * program is rebuilt from a long match, others may be served in between.
   */
  advance(state: RoomState, seat: Seat, version: number): boolean;
}

/** What an interpreter has read last, and for which turn. */
interface LastStep {
  readonly turn: number;
  readonly text: string;
  readonly step: Step;
}

interface Seated {
  readonly match: string | null;
  readonly run: ProgramRun;
  /** Turns this interpreter has made a step for. */
  readonly turns: number;
  /** Null for one that was rebuilt and has not been asked yet. */
  readonly last: LastStep | null;
}

/** An interpreter that is being led through the turns of the match again. */
interface Rebuilding {
  readonly match: string | null;
  readonly run: ProgramRun;
  done: number;
  /** The world before the next of the turns. */
  battle: Battle;
}

/** A referee for one room. */
export function createReferee(): Referee {
  return new RoomReferee();
}

class RoomReferee implements Referee {
  readonly #seated = new Map<Seat, Seated>();
  readonly #rebuilding = new Map<Seat, Rebuilding>();

  step(state: RoomState, seat: Seat, version: number): RefereedStep | null {
    const text = textAt(state.documents[seat], version);
    if (text === null) return null;
    try {
      for (;;) {
        const step = this.#known(state, seat, text);
        if (step !== null) return { version, step };
        this.#advance(state, seat, text);
      }
    } catch (fault) {
      // No program can be set up here at all; the match still goes on.
      reportFault(fault);
      this.#seated.delete(seat);
      this.#rebuilding.delete(seat);
      return { version, step: faultStep(state.documents[seat].lockedTo) };
    }
  }

  advance(state: RoomState, seat: Seat, version: number): boolean {
    const text = textAt(state.documents[seat], version);
    if (text === null || this.#known(state, seat, text) !== null) return true;
    try {
      this.#advance(state, seat, text);
    } catch {
      // It is met again where the step is asked for, and told there.
      return true;
    }
    return this.#known(state, seat, text) !== null;
  }

  /** The step that was made for the next turn from this very text. */
  #known(state: RoomState, seat: Seat, text: string): Step | null {
    const known = this.#seated.get(seat);
    if (known === undefined || known.last === null || known.match !== state.match) return null;
    const { turn, text: read, step } = known.last;
    return turn === state.turns.length + 1 && read === text ? step : null;
  }

  #advance(state: RoomState, seat: Seat, text: string): void {
    const known = this.#seated.get(seat);
    if (known === undefined || !stillTrue(known, state, seat)) {
      this.#rebuild(state, seat);
      return;
    }
    const { match, run } = known;
    const turn = state.turns.length + 1;
    const step = run.step(text, state.battle);
    this.#seated.set(seat, { match, run, turns: turn, last: { turn, text, step } });
  }

  /** Leads a new interpreter through one more turn that was played; after the last it is in place. */
  #rebuild(state: RoomState, seat: Seat): void {
    const { match } = state;
    const turns = state.turns.length;
    const found = this.#rebuilding.get(seat);
    const begun = found?.match === match && found.done <= turns ? found : null;
    const one = begun ?? {
      match,
      run: createProgramRun(seat, programSeed(state, seat)),
      done: 0,
      battle: startBattle(state.field, state.settings),
    };
    this.#rebuilding.set(seat, one);
    const turn = state.turns[one.done];
    if (turn !== undefined) {
      one.run.step(state.documents[seat].text.slice(0, turn.steps[seat].readTo), one.battle);
      one.battle = eventsOf(one.battle, turn).battle;
      one.done += 1;
    }
    if (one.done < turns) return;
    this.#rebuilding.delete(seat);
    this.#seated.set(seat, { match, run: one.run, turns, last: null });
  }
}

/**
 * Whether an interpreter stands where the room does: the last turn was played with the step it made,
 * and what it read for that is what was locked. Another process may have read something else (A4).
 */
function stillTrue({ match, turns, last }: Seated, state: RoomState, seat: Seat): boolean {
  if (match !== state.match || turns !== state.turns.length) return false;
  const played = state.turns.at(-1)?.steps[seat];
  if (last === null || played === undefined) return last === null;
  const { step, text } = last;
  return (
    played.action === step.action &&
    played.line === step.line &&
    (played.error === null) === (step.error === null) &&
    // A line break is added to what was read at the very end of a text.
    (played.readTo === step.readTo || played.readTo === step.readTo + 1) &&
    state.documents[seat].text.startsWith(text.slice(0, step.readTo))
  );
}
