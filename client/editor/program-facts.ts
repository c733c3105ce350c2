import type { Seat, Timestamp } from '../../shared/base/ids.ts';
import { openingLength } from '../../shared/program/index.ts';
import type { LineMark, RoomState } from '../../shared/room/index.ts';

/** What an editor shows of a program's run (R17). Offsets are those of the room's text. */
export interface ProgramFacts {
  /** Everything before is locked. */
  readonly lockedTo: number;
  /** Lines before belong to chunks that are over. */
  readonly doneTo: number;
  /** Length of the fixed first line, which is never run (R15). */
  readonly openingTo: number;
  readonly marks: readonly LineMark[];
  /** The line of the turn that is being shown, from 1. */
  readonly runningLine: number | null;
  /** When the next step that is not read yet is due; null while nothing runs. */
  readonly dueAt: Timestamp | null;
  /** True while lines that come next may still be read. */
  readonly readsOn: boolean;
}

/** Facts of a program nobody knows anything of. */
export const noFacts: ProgramFacts = {
  lockedTo: 0,
  doneTo: 0,
  openingTo: 0,
  marks: [],
  runningLine: null,
  dueAt: null,
  readsOn: false,
};

/** The facts of one seat's program. */
export function programFacts(state: RoomState, seat: Seat): ProgramFacts {
  const { text, lockedTo, marks } = state.documents[seat];
  const openingTo = openingLength(text);
  const base = { lockedTo, openingTo, marks };
  if (state.phase.kind !== 'running') {
    const readsOn = state.phase.kind === 'coding';
    return { ...base, doneTo: lockedTo, runningLine: null, dueAt: null, readsOn };
  }
  const alreadyRead = state.nextSteps[seat] !== null;
  return {
    ...base,
    doneTo: doneTo(state, seat, openingTo),
    runningLine: state.turns.at(-1)?.steps[seat].line ?? null,
    dueAt: state.phase.dueAt + (alreadyRead ? state.settings.turnTime : 0),
    readsOn: true,
  };
}

/** Where the chunk of the last turn begins; nothing is over while the first one runs. */
function doneTo({ turns }: RoomState, seat: Seat, openingTo: number): number {
  const last = turns.at(-1)?.steps[seat];
  if (last === undefined) return openingTo;
  if (last.line === null) return last.readTo;
  for (let index = turns.length - 2; index >= 0; index--) {
    const readTo = turns[index]?.steps[seat].readTo ?? openingTo;
    if (readTo < last.readTo) return readTo;
  }
  return openingTo;
}

/** True when both say the same, so that nothing has to be drawn anew. */
export function sameFacts(a: ProgramFacts, b: ProgramFacts): boolean {
  return (
    a.lockedTo === b.lockedTo &&
    a.doneTo === b.doneTo &&
    a.marks === b.marks &&
    a.runningLine === b.runningLine &&
    a.dueAt === b.dueAt &&
    a.readsOn === b.readsOn
  );
}
