import type { MatchId, Milliseconds, PersonId, RoomName, Timestamp } from '../base/ids.ts';
import type { LogRecord, Score } from './entries.ts';
import type { Aside, MatchSummary, Replay } from './replay.ts';
import type { RoomState } from './state.ts';

/** A room up to some record, from which reading can go on. */
export interface RoomSnapshot {
  readonly state: RoomState;
}

/** What is stored of one room. */
export interface StoredRoom {
  readonly snapshot: RoomSnapshot | null;
  /** All records after the snapshot, in order. */
  readonly records: readonly LogRecord[];
}

/**
 * The one ordered log of each room (A3). Whoever appends must name the next number; that is all the
 * coordination there is, so any number of processes may serve one room. Every method rejects when
 * the store cannot be reached, and then has changed nothing that was acknowledged.
 */
export interface RoomLog {
  /** Everything stored of a room; null if it was never opened or has gone away. */
  load(room: RoomName): Promise<StoredRoom | null>;
  /** Appends a record if its `seq` is the next number; durable once it answers `appended`. */
  append(room: RoomName, record: LogRecord): Promise<'appended' | 'conflict'>;
  /** All records after `seq`, in order; `gone` when some of them have been compacted away (A5). */
  since(room: RoomName, seq: number): Promise<readonly LogRecord[] | 'gone'>;
  /** Replaces all records up to the snapshot's `seq` by the snapshot. */
  compact(room: RoomName, snapshot: RoomSnapshot): Promise<void>;
  /** Forgets rooms that nobody has changed or loaded since `before` (A6). Answers how many. */
  forgetIdle(before: Timestamp): Promise<number>;
  close(): Promise<void>;
}

/** Finished matches and what they count (A6, R32, R33). */
export interface MatchArchive {
  /** Stores a replay and counts its outcome, once for each match id however often it is called. */
  save(replay: Replay): Promise<void>;
  load(match: MatchId): Promise<Replay | null>;
  /** What a list says of a match; null if it is not kept. */
  summary(match: MatchId): Promise<MatchSummary | null>;
  /**
   * The newest matches in which at least one turn was played, the last to end first, at most
   * `limit`; with `player` only those in which that person held a seat.
   */
  recent(limit: number, player?: PersonId): Promise<readonly MatchSummary[]>;
  /** All matches ever, or those of one room. */
  score(room?: RoomName): Promise<Score>;
  close(): Promise<void>;
}

/** What goes on beside a room's log: never part of its rules, and kept only for its replay. */
export interface AsideSource {
  /** What was said and where the cursors were of late. */
  of(room: RoomName): Promise<Aside>;
}

/** Time as the host sees it; tests drive their own. */
export interface Clock {
  now(): Timestamp;
  /** Calls back once after `delay`; answers how to call it off. */
  after(delay: Milliseconds, callback: () => void): () => void;
}

/** Chance and names. */
export interface Chance {
  /** Unguessable seed of a field. */
  seed(): string;
  matchId(): MatchId;
}
