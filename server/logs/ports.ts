import type { MatchId, PersonId, RoomName, Timestamp } from '../../shared/base/ids.ts';
import type { ChatMessage } from '../../shared/protocol/index.ts';
import type { MatchArchive, ReviewNote, RoomLog } from '../../shared/room/index.ts';
import type { StoreHealth } from './health.ts';

/** A chat message before the log has numbered it. */
export type ChatDraft = Omit<ChatMessage, 'id'>;

/**
 * The chat of each room beside its log (A6): capped, and never part of the match. Every method
 * rejects when the store cannot be reached.
 */
export interface ChatLog {
  /** Stores a message under the room's next id; the first is 1. Old ones beyond the cap go. */
  append(room: RoomName, draft: ChatDraft): Promise<ChatMessage>;
  /** The last messages of a room, oldest first, at most `chatKept` (R34). */
  last(room: RoomName): Promise<readonly ChatMessage[]>;
  /** Forgets the chat of rooms where nobody has written or read since `before`. Answers how many. */
  forgetIdle(before: Timestamp): Promise<number>;
}

/** A note before the log has numbered it. */
export type NoteDraft = Omit<ReviewNote, 'id'>;

/**
 * The notes people leave on archived matches, kept as long as the replays. Whether a match exists is
 * the caller's business. Every method rejects when the store cannot be reached.
 */
export interface NoteLog {
  /**
   * Stores a note under the match's next id; the first is 1, and no id is given twice. `full` when
   * the match has `mostNotes` already, `gone` when its replay was taken away meanwhile.
   */
  append(match: MatchId, draft: NoteDraft): Promise<ReviewNote | 'full' | 'gone'>;
  /** All notes on a match in the order of their ids. */
  of(match: MatchId): Promise<readonly ReviewNote[]>;
  /** Takes a note away if it was written by that person; false if there is no such note. */
  remove(match: MatchId, id: number, by: PersonId): Promise<boolean>;
}

/** Where a replay stands among the others: by the end of its match. */
export interface ShelfPlace {
  readonly endedAt: Timestamp;
  readonly match: MatchId;
}

/** A stored replay as whoever tidies up sees it. */
export interface ShelvedReplay extends ShelfPlace {
  /** As stored. */
  readonly bytes: number;
  /** Whether there are notes on it. */
  readonly noted: boolean;
}

/** Why a replay is not kept any more, and since when. */
export interface GoneReplay {
  readonly at: Timestamp;
  /** Kept for the days, or within the bytes, that the operator wants. */
  readonly why: 'age' | 'space';
}

/** Replays as things that take up space. Every method rejects when the store cannot be reached. */
export interface ReplayShelf {
  /** The replays after a place, the oldest first, at most `limit`. */
  oldest(after: ShelfPlace | null, limit: number): Promise<readonly ShelvedReplay[]>;
  /**
   * Takes a replay away for good, with its place in every list; what it counted stays counted, and it
   * cannot be saved again. False if there are notes on it, or no such replay.
   */
  drop(match: MatchId, gone: GoneReplay): Promise<boolean>;
  /** Whether a replay was taken away; null if not, or so long ago that nobody knows. */
  gone(match: MatchId): Promise<GoneReplay | null>;
  /** Lets one of those who share a store tidy up: null while another does, else what ends it. */
  lease(): Promise<(() => Promise<void>) | null>;
}

/** Replays that are gone are known by their match, the last so many of them. */
export const mostGone = 50_000;

/** Everything a server keeps. */
export interface Stores {
  readonly log: RoomLog;
  readonly chat: ChatLog;
  readonly archive: MatchArchive;
  readonly notes: NoteLog;
  readonly shelf: ReplayShelf;
  /** Whether anything can be stored now. */
  readonly health: StoreHealth;
  /** Closes all of them; nothing may be asked of them afterwards. */
  close(): Promise<void>;
}

/** The stores' sense of time: when a room was last visited. */
export type Now = () => Timestamp;
