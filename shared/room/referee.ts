import type { Seat } from '../base/ids.ts';
import { startBattle } from '../battle/index.ts';
import {
  createProgramRun,
  faultStep,
  rebuildProgramRun,
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

/** A referee for one room. */
export function createReferee(): Referee {
  const seated = new Map<Seat, Seated>();
  const inPlace = (state: RoomState, seat: Seat): Seated => {
    const known = seated.get(seat);
    if (known !== undefined && stillTrue(known, state, seat)) return known;
    const seed = programSeed(state, seat);
    const run =
      state.turns.length === 0
        ? createProgramRun(seat, seed)
        : rebuildProgramRun(seat, seed, programHistory(state, seat));
    return { match: state.match, run, turns: state.turns.length, last: null };
  };
  const stepOf = (state: RoomState, seat: Seat, text: string): Step => {
    const turn = state.turns.length + 1;
    const known = seated.get(seat);
    const asked = known?.match === state.match && known.last?.turn === turn && known.last;
    if (asked && asked.text === text) return asked.step;
    const { match, run } = inPlace(state, seat);
    const step = run.step(text, state.battle);
    seated.set(seat, { match, run, turns: turn, last: { turn, text, step } });
    return step;
  };
  return {
    step(state, seat, version) {
      const text = textAt(state.documents[seat], version);
      if (text === null) return null;
      try {
        return { version, step: stepOf(state, seat, text) };
      } catch (fault) {
        // No program can be set up here at all; the match still goes on.
        reportFault(fault);
        seated.delete(seat);
        return { version, step: faultStep(state.documents[seat].lockedTo) };
      }
    },
  };
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
