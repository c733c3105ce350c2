import { perSeat, type Milliseconds, type PerSeat } from '../../shared/base/ids.ts';
import { ok, refused, type Result } from '../../shared/base/result.ts';
import { reveal, type Battle, type BattleEvent } from '../../shared/battle/index.ts';
import { foldedOn } from '../../shared/replay/index.ts';
import { applyEntry } from '../../shared/room/apply.ts';
import {
  eventsOf,
  stepsToPlay,
  type DocumentUpdate,
  type LogRecord,
  type Replay,
  type RoomState,
} from '../../shared/room/index.ts';
import { applyStep, stepsOf, type TimedStep } from './letters.ts';

/** One turn of the match: when it was played, and what it did on the field. */
export interface TurnMark {
  readonly turn: number;
  /** Since the start of coding. */
  readonly at: Milliseconds;
  readonly before: Battle;
  readonly events: readonly BattleEvent[];
  readonly after: Battle;
  /** Whose program had an error in it. */
  readonly erred: PerSeat<boolean>;
  /** The line of each program that this turn came from. */
  readonly lines: PerSeat<number | null>;
  /** Up to where each program is read by then. */
  readonly readTo: PerSeat<number>;
}

/** One update of a program: its place in the list is the version it was made on. */
export interface Keystroke extends DocumentUpdate {
  readonly at: Milliseconds;
}

/** A finished match laid out along time; 0 is the start of coding. */
export interface Timeline {
  readonly replay: Replay;
  readonly duration: Milliseconds;
  /** When the programs began to run; the end of a match that was given up before. */
  readonly runAt: Milliseconds;
  /** When the result was there. */
  readonly endAt: Milliseconds;
  readonly turns: readonly TurnMark[];
  readonly turnTimes: readonly Milliseconds[];
  /** All records in order, letters that came in one of them one by one. */
  readonly steps: readonly TimedStep[];
  /** When each step was made. A server's clock may step back, time here never does. */
  readonly times: readonly Milliseconds[];
  /** All updates of each program in the order of their versions. */
  readonly keystrokes: PerSeat<readonly Keystroke[]>;
  /** The room after each `checkpointPace` steps, the first before all of them. */
  readonly checkpoints: readonly RoomState[];
}

/** Steps between two checkpoints: jumping folds at most as many, and memory stays small. */
const checkpointPace = 50;

/** The last picture stays for a moment before the replay is over. */
export const tail: Milliseconds = 2500;

/** Lays a replay out. `replay-inconsistent` when its records do not follow from its start (A17). */
export function timelineOf(replay: Replay): Result<Timeline, 'replay-inconsistent'> {
  const beginning = replay.records[0]?.at ?? 0;
  const checkpoints: RoomState[] = [];
  const turns: TurnMark[] = [];
  const steps: TimedStep[] = [];
  const keystrokes: PerSeat<Keystroke[]> = perSeat(() => []);
  let runAt: Milliseconds | null = null;
  let state = replay.start;
  let at = 0;
  for (const [index, record] of replay.records.entries()) {
    const before = at;
    at = Math.max(at, record.at - beginning);
    const after = foldedOn(state, record, replay);
    if (after === null) return refused('replay-inconsistent', { record: index + 1 });
    turns.push(...turnsIn(state, record, at));
    for (const step of stepsOf(record, before, at)) {
      if (steps.length % checkpointPace === 0) checkpoints.push(state);
      steps.push(step);
      for (const entry of step.record.entries) {
        if (entry.kind === 'running started') runAt ??= at;
        if (entry.kind !== 'program edited') continue;
        for (const update of entry.updates) keystrokes[entry.seat].push({ ...update, at: step.at });
      }
      state = step.partial ? applyStep(state, step) : after;
    }
  }
  if (state.phase.kind !== 'result' || state.match !== replay.match) {
    return refused('replay-inconsistent', { record: replay.records.length });
  }
  const duration = at + tail;
  return ok({
    replay,
    duration,
    runAt: runAt ?? duration,
    endAt: at,
    turns,
    turnTimes: turns.map((turn) => turn.at),
    steps,
    times: steps.map((step) => step.at),
    keystrokes,
    checkpoints,
  });
}

/** How many of these times, in order, lie at or before a time. */
export function countUntil(times: ArrayLike<number>, time: Milliseconds): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? 0) <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many steps lie at or before a time. */
export function stepsUntil({ times }: Timeline, time: Milliseconds): number {
  return countUntil(times, time);
}

/** A room and how many steps made it. */
export interface CountedRoom {
  readonly count: number;
  readonly room: RoomState;
}

/**
 * The room after its first `count` steps. It is folded on from the nearest checkpoint, or from a
 * room that is `known` where that is nearer: playing on costs no more than what comes.
 */
export function roomAfter(
  timeline: Timeline,
  count: number,
  known: CountedRoom | null = null,
): RoomState {
  const { replay, steps, checkpoints } = timeline;
  const index = Math.min(Math.floor(count / checkpointPace), checkpoints.length - 1);
  const checkpoint = { count: index * checkpointPace, room: checkpoints[index] ?? replay.start };
  const near = known !== null && known.count <= count && known.count > checkpoint.count;
  const from = near ? known : checkpoint;
  return steps.slice(from.count, count).reduce(applyStep, from.room);
}

/** The room as it stood at a time. */
export function roomAt(timeline: Timeline, time: Milliseconds): RoomState {
  return roomAfter(timeline, stepsUntil(timeline, time));
}

/** The last turn played at or before a time, or null before the first. */
export function turnAt({ turns, turnTimes }: Timeline, time: Milliseconds): TurnMark | null {
  return turns[countUntil(turnTimes, time) - 1] ?? null;
}

function turnsIn(before: RoomState, record: LogRecord, at: Milliseconds): TurnMark[] {
  if (!record.entries.some((entry) => entry.kind === 'turn played')) return [];
  const marks: TurnMark[] = [];
  let state = before;
  for (const entry of record.entries) {
    if (entry.kind === 'turn played') {
      const steps = stepsToPlay(state);
      const { battle, events } = eventsOf(state.battle, { steps, revealed: entry.revealed });
      marks.push({
        turn: entry.turn,
        at,
        before: reveal(state.battle, entry.revealed),
        events,
        after: battle,
        erred: perSeat((seat) => steps[seat].error !== null),
        lines: perSeat((seat) => steps[seat].line),
        readTo: perSeat((seat) => steps[seat].readTo),
      });
    }
    state = applyEntry(state, entry, record.at);
  }
  return marks;
}

/** Points both have after a turn. */
export function pointsAfter({ after }: TurnMark): PerSeat<number> {
  return perSeat((seat) => after.figures[seat].points);
}
