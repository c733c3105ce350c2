import { perSeat, type MatchId, type Milliseconds, type PersonId } from '../base/ids.ts';
import type { PerSeat, Seat, Timestamp } from '../base/ids.ts';
import type { Outcome } from '../battle/index.ts';
import { applyEntry, applyRecord } from './apply.ts';
import type { LogRecord, Person } from './entries.ts';
import { publicRecord, publicState } from './public-view.ts';
import type { RoomState } from './state.ts';

/** Format of a stored replay; grows when old ones need a translation. */
export const replayFormat = 3;

/** What somebody said during a match. Its text is a person's: never HTML. */
export interface TalkLine {
  readonly at: Timestamp;
  readonly from: PersonId;
  readonly name: string;
  /** The seat the writer held when writing. */
  readonly seat: Seat | null;
  readonly lane: 'all' | 'players' | 'spectators';
  readonly text: string;
}

/** Where a typist was (A12): offsets in the text of that version. */
export interface CursorSample {
  readonly at: Timestamp;
  readonly seat: Seat;
  readonly epoch: number;
  readonly version: number;
  readonly anchor: number;
  readonly head: number;
}

/** What goes on beside a room's log, as far as a replay shows it. */
export interface Aside {
  readonly talk: readonly TalkLine[];
  readonly cursors: readonly CursorSample[];
}

/** A note somebody has left on a line of a program at a moment of a match. */
export interface ReviewNote {
  /** Grows by one with every note of the match. */
  readonly id: number;
  /** When it was written. */
  readonly at: Timestamp;
  /** The moment it speaks of, since the start of coding. */
  readonly time: Milliseconds;
  readonly seat: Seat;
  /** Counts from 1. */
  readonly line: number;
  readonly from: PersonId;
  readonly name: string;
  /** The seat the writer played in this match; null for everybody else. */
  readonly player: Seat | null;
  /** Never HTML. */
  readonly text: string;
}

/**
 * A finished match, whole: the room before it and every record of it (A6, R32). It may be sent to whoever
 * knows its link, so it does not say in which room it was, and of the talk only what all could read.
 */
export interface Replay {
  readonly format: typeof replayFormat;
  readonly match: MatchId;
  readonly endedAt: Timestamp;
  /** The public room just before coding started; read from a stored replay it has no name. */
  readonly start: RoomState;
  /** Public records from the start of coding to the result. */
  readonly records: readonly LogRecord[];
  /** What was said meanwhile, oldest first. */
  readonly talk: readonly TalkLine[];
  /** Where the cursors were meanwhile, oldest first; a sample, not every move. */
  readonly cursors: readonly CursorSample[];
  /** Notes that travel with an exported file; the server keeps its own beside the replay. */
  readonly notes?: readonly ReviewNote[];
}

/**
 * A match on its way into the archive; `start` names the room in which it counts. Its records may come in
 * pages, so that no match is whole in memory.
 */
export type FinishedMatch = Omit<Replay, 'format' | 'records' | 'notes'> & {
  readonly records: readonly LogRecord[] | AsyncIterable<readonly LogRecord[]>;
};

/** A finished match in a list. */
export interface MatchSummary {
  readonly match: MatchId;
  readonly endedAt: Timestamp;
  /** From the start of coding to the result. */
  readonly duration: Milliseconds;
  /** Who held each seat, the last one if it changed hands; null for a seat nobody took. */
  readonly players: PerSeat<Person | null>;
  readonly points: PerSeat<number>;
  readonly outcome: Outcome;
  readonly turns: number;
}

const nothingBeside: Aside = { talk: [], cursors: [] };

/**
 * Cuts the last finished match out of a room's records. `base` is the room before the first of them;
 * of what went on beside the log only what belongs to the match is taken. Null when the records hold
 * no finished match, or not from its start.
 */
export function replayOf(
  base: RoomState | null,
  records: readonly LogRecord[],
  aside: Aside = nothingBeside,
): Replay | null {
  const has = (record: LogRecord, kind: LogRecord['entries'][number]['kind']): boolean =>
    record.entries.some((entry) => entry.kind === kind);
  const first = records.findLastIndex((record) => has(record, 'coding started'));
  const last = records.findLastIndex((record) => has(record, 'match ended'));
  if (first < 0 || last < first) return null;
  let start = base;
  for (const record of records.slice(0, first)) start = applyRecord(start, record);
  const [beginning, end] = [records[first], records[last]];
  const ended = end?.entries.find((entry) => entry.kind === 'match ended');
  if (start === null || beginning === undefined || end === undefined) return null;
  if (ended?.kind !== 'match ended') return null;
  return {
    format: replayFormat,
    match: ended.match,
    endedAt: end.at,
    start: publicState(start),
    records: records.slice(first, last + 1).map(publicRecord),
    ...besideMatch(aside, start, beginning, end.at),
  };
}

/** What went on beside a match: only what was said to everybody, and cursors in its own documents. */
export function besideMatch(
  { talk, cursors }: Aside,
  start: RoomState,
  beginning: LogRecord,
  endedAt: Timestamp,
): Aside {
  const within = ({ at }: { readonly at: Timestamp }): boolean =>
    at >= beginning.at && at <= endedAt;
  const { documents } = applyRecord(start, beginning);
  return {
    talk: talk.filter((line) => within(line) && saidToAll(line)).map(withoutId),
    cursors: cursors.filter(
      (cursor) => within(cursor) && cursor.epoch === documents[cursor.seat].epoch,
    ),
  };
}

/** Whether everybody in the room could read it: players and spectators talk apart in a match (R34). */
export function saidToAll({ lane }: Pick<TalkLine, 'lane'>): boolean {
  return lane === 'all';
}

/** What a list says of a replay. */
export function summaryOf(replay: Replay): MatchSummary {
  const summing = new Summing(replay.start);
  for (const record of replay.records) summing.add(record);
  return summing.summary(replay.match);
}

/** What a list says of a match whose records come one after the other. */
export class Summing {
  #state: RoomState;
  #players: MatchSummary['players'];
  #startedAt: Timestamp | null = null;

  constructor(start: RoomState) {
    this.#state = start;
    this.#players = start.seats;
  }

  /** Letters are most of a match, and a list says nothing of them: they are passed over. */
  add({ at, entries }: LogRecord): void {
    this.#startedAt ??= at;
    for (const entry of entries) {
      if (entry.kind === 'program edited') continue;
      this.#state = applyEntry(this.#state, entry, at);
      const { seats } = this.#state;
      this.#players = perSeat((seat) => seats[seat] ?? this.#players[seat]);
    }
  }

  /** To be asked after the last record. */
  summary(match: MatchId): MatchSummary {
    const { phase, battle } = this.#state;
    if (phase.kind !== 'result') throw new Error(`the replay of match ${match} has no end`);
    const { endedAt, outcome } = phase;
    return {
      match,
      endedAt,
      duration: endedAt - (this.#startedAt ?? endedAt),
      players: this.#players,
      points: perSeat((seat) => battle.figures[seat].points),
      outcome,
      turns: battle.turn,
    };
  }
}

function withoutId({ at, from, name, seat, lane, text }: TalkLine): TalkLine {
  return { at, from, name, seat, lane, text };
}
