import type { MatchId, Milliseconds, PersonId, RoomName, Timestamp } from '../base/ids.ts';
import type { EncodedRecord } from './encoded-record.ts';
import type { LogRecord, Score } from './entries.ts';
import type { Aside, CursorSample, FinishedMatch, MatchSummary } from './replay.ts';
import type { RoomState } from './state.ts';

/** A room up to some record, from which reading can go on. */
export interface RoomSnapshot {
  readonly state: RoomState;
}

/**
 * What is stored of one room, or its beginning: a log is read in pages, none of which is larger than
 * `pageBytes` by more than its last record.
 */
export interface StoredRoom {
  readonly snapshot: RoomSnapshot | null;
  /** Records after the snapshot, in order. */
  readonly records: readonly LogRecord[];
}

/** Bytes of records in a page of a log, or letters: what is read in one turn of the event loop. */
export const pageBytes = 64 * 1024;

/** Number of the last record of what is stored. */
export function lastSeqOf({ snapshot, records }: StoredRoom): number {
  return records.at(-1)?.seq ?? snapshot?.state.seq ?? 0;
}

/**
 * The one ordered log of each room (A3). Whoever appends must name the next number; that is all the
 * coordination there is, so any number of processes may serve one room. Every method rejects when
 * the store cannot be reached, and then has changed nothing that was acknowledged.
 */
export interface RoomLog {
  /**
   * The snapshot of a room and the first page of records after it, in one look; null if it was never
   * opened or has gone away. What follows, `since` reads.
   */
  load(room: RoomName): Promise<StoredRoom | null>;
  /** Notes that somebody is in a room, so that it is not forgotten. */
  visit(room: RoomName): Promise<void>;
  /**
   * Appends a record if its `seq` is the next number; durable once it answers `appended`. Where
   * several processes share the log it tells them in the same step, as a hint (A5).
   */
  append(room: RoomName, encoded: EncodedRecord): Promise<'appended' | 'conflict'>;
  /**
   * A page of the records after `seq`, in order: none once there are no more, `gone` when some of them
   * have been compacted away (A5). Each call comes in a turn of the event loop of its own.
   */
  since(room: RoomName, seq: number): Promise<readonly LogRecord[] | 'gone'>;
  /** Replaces all records up to the snapshot's `seq` by the snapshot. */
  compact(room: RoomName, snapshot: RoomSnapshot): Promise<void>;
  /**
   * Writes a room back that the store has lost, or of which it has lost the end; does nothing when the
   * log is as far as what is written.
   */
  restore(room: RoomName, stored: StoredRoom): Promise<void>;
  /** Whether the store may come back without what it held, so that rooms must be remembered whole. */
  readonly forgetful: boolean;
  /** Forgets rooms that nobody has changed or loaded since `before` (A6). Answers how many. */
  forgetIdle(before: Timestamp): Promise<number>;
  close(): Promise<void>;
}

/** Finished matches and what they count (A6, R32, R33). */
export interface MatchArchive {
  /**
   * Stores a match as it may be sent, and counts its outcome (R62): once for each match id, however often
   * and by how many processes it is called.
   */
  save(match: FinishedMatch): Promise<void>;
  /** The bytes of a replay as they are sent: its text, zipped. Null if it is not kept. */
  stored(match: MatchId): Promise<Uint8Array | null>;
  /** What a list says of a match; null if it is not kept. */
  summary(match: MatchId): Promise<MatchSummary | null>;
  /**
   * The newest matches in which at least one turn was played, the last to end first, at most
   * `limit`; with `player` only those in which that person held a seat.
   */
  recent(limit: number, player?: PersonId): Promise<readonly MatchSummary[]>;
  /** All matches ever, or those of one room. */
  score(room?: RoomName): Promise<Score>;
  /**
   * Brings what older versions have stored to the present form, one match after the other, until all are
   * or `stopped` says so; what is left is done the next time. Meanwhile `stored` never answers an old one.
   */
  rewriteOld(stopped: () => boolean): Promise<void>;
  close(): Promise<void>;
}

/** What goes on beside a room's log: never part of its rules, and kept only for its replay. */
export interface AsideSource {
  /** What was said and where the cursors were of late. */
  of(room: RoomName): Promise<Aside>;
}

/** What a process hears of a room from the others that serve it: hints, never truth (A5). */
export interface PeerEar {
  /** A record is in the log, appended elsewhere or here. */
  record(record: LogRecord): void;
  /** A cursor moved elsewhere (A12). */
  cursor(cursor: CursorSample): void;
  /** Who is in the room through other processes: for each of them, its people. */
  people(elsewhere: readonly (readonly PersonId[])[]): void;
  /** The store is there again after a while in which hints and records may have been lost. */
  back(): void;
}

/** A process's place among those that serve a room. */
export interface PeerLine {
  /** Tells the others where a cursor is. */
  cursor(cursor: CursorSample): void;
  /** Tells the others who is in the room through this process, at most once a second. */
  here(people: readonly PersonId[]): void;
  /** Leaves: nothing more is heard, and nobody counts as here through this process. */
  close(): Promise<void>;
}

/** The other processes that serve the same rooms. */
export interface Peers {
  /** Joins those who serve a room; settles once nothing they tell from now on is missed. */
  join(room: RoomName, ear: PeerEar): Promise<PeerLine>;
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
