import type { Seat } from '../base/ids.ts';
import { startBattle } from '../battle/index.ts';
import {
  createProgramRun,
  rebuildProgramRun,
  type Moment,
  type ProgramRun,
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
 * whenever they are not exactly where the room stands they are rebuilt from it.
 */
export interface Referee {
  /**
   * The step of a seat for the next turn, read from its text at `version`. Null when that version is
   * not kept any more. Each call must be followed by a turn that uses the step, or by `reset`.
   */
  step(state: RoomState, seat: Seat, version: number): RefereedStep | null;
  /** Forgets all interpreters, after a step that was not used. */
  reset(): void;
}

interface Seated {
  readonly match: string | null;
  readonly run: ProgramRun;
  /** Steps this interpreter has made. */
  steps: number;
}

/** A referee for one room. */
export function createReferee(): Referee {
  const seated = new Map<Seat, Seated>();
  const current = (state: RoomState, seat: Seat): Seated => {
    const known = seated.get(seat);
    if (known?.match === state.match && known.steps === state.turns.length) return known;
    const seed = programSeed(state, seat);
    const run =
      state.turns.length === 0
        ? createProgramRun(seat, seed)
        : rebuildProgramRun(seat, seed, programHistory(state, seat));
    const fresh = { match: state.match, run, steps: state.turns.length };
    seated.set(seat, fresh);
    return fresh;
  };
  return {
    step(state, seat, version) {
      const text = textAt(state.documents[seat], version);
      if (text === null) return null;
      const program = current(state, seat);
      program.steps += 1;
      return { version, step: program.run.step(text, state.battle) };
    },
    reset: () => seated.clear(),
  };
}
