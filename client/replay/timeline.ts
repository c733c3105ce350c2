import { perSeat, type Milliseconds, type PerSeat } from '../../shared/base/ids.ts';
import { ok, refused, type Result } from '../../shared/base/result.ts';
import { reveal, type Battle, type BattleEvent } from '../../shared/battle/index.ts';
import { applyEntry, applyRecord } from '../../shared/room/apply.ts';
import {
  eventsOf,
  stepsToPlay,
  type LogRecord,
  type Replay,
  type RoomState,
} from '../../shared/room/index.ts';

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
}

/** A finished match laid out along time; 0 is the start of coding. */
export interface Timeline {
  readonly replay: Replay;
  readonly duration: Milliseconds;
  /** When the programs began to run; the end of a match that was given up before. */
  readonly runAt: Milliseconds;
  readonly turns: readonly TurnMark[];
  /** The room after each `checkpointPace` records, the first before all of them. */
  readonly checkpoints: readonly RoomState[];
}

/** Records between two checkpoints: jumping folds at most as many, and memory stays small. */
const checkpointPace = 50;

/** The last picture stays for a moment before the replay is over. */
const tail: Milliseconds = 1500;

/** Lays a replay out. `replay-broken` when its records do not follow from its start (A17). */
export function timelineOf(replay: Replay): Result<Timeline, 'replay-broken'> {
  const [first] = replay.records;
  const last = replay.records.at(-1);
  if (first === undefined || last === undefined) return refused('replay-broken');
  const checkpoints: RoomState[] = [];
  const turns: TurnMark[] = [];
  let runAt: Milliseconds | null = null;
  let state = replay.start;
  try {
    for (const [index, record] of replay.records.entries()) {
      if (index % checkpointPace === 0) checkpoints.push(state);
      turns.push(...turnsIn(state, record, record.at - first.at));
      if (record.entries.some((entry) => entry.kind === 'running started')) {
        runAt ??= record.at - first.at;
      }
      state = applyRecord(state, record);
    }
  } catch {
    return refused('replay-broken');
  }
  const duration = last.at - first.at + tail;
  return ok({ replay, duration, runAt: runAt ?? duration, turns, checkpoints });
}

/** How many records lie at or before a time. */
export function recordsUntil({ replay }: Timeline, time: Milliseconds): number {
  const start = replay.records[0]?.at ?? 0;
  let [low, high] = [0, replay.records.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((replay.records[middle]?.at ?? 0) - start <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The room after its first `count` records. */
export function roomAfter(timeline: Timeline, count: number): RoomState {
  const { replay, checkpoints } = timeline;
  const nearest = Math.min(Math.floor(count / checkpointPace), checkpoints.length - 1);
  const from = checkpoints[nearest] ?? replay.start;
  return replay.records.slice(nearest * checkpointPace, count).reduce<RoomState>(applyRecord, from);
}

/** The room as it stood at a time. */
export function roomAt(timeline: Timeline, time: Milliseconds): RoomState {
  return roomAfter(timeline, recordsUntil(timeline, time));
}

/** The turns played after `from` and not after `to`. */
export function turnsBetween(
  { turns }: Timeline,
  from: Milliseconds,
  to: Milliseconds,
): readonly TurnMark[] {
  return turns.filter(({ at }) => at > from && at <= to);
}

/** The next moment to step to: the start of the run, then each turn, then the end. */
export function nextMoment(timeline: Timeline, time: Milliseconds): Milliseconds {
  return momentsOf(timeline).find((moment) => moment > time) ?? timeline.duration;
}

/** The moment to step back to; before the run that is the start. */
export function previousMoment(timeline: Timeline, time: Milliseconds): Milliseconds {
  return momentsOf(timeline).findLast((moment) => moment < time) ?? 0;
}

function momentsOf({ runAt, turns, duration }: Timeline): readonly Milliseconds[] {
  return [0, runAt, ...turns.map(({ at }) => at), duration];
}

function turnsIn(before: RoomState, record: LogRecord, at: Milliseconds): TurnMark[] {
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
      });
    }
    state = applyEntry(state, entry, record.at);
  }
  return marks;
}
