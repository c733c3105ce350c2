import type { RoomName, Timestamp } from '../../shared/base/ids.ts';
import type { ChatMessage } from '../../shared/protocol/index.ts';
import type { MatchArchive, RoomLog } from '../../shared/room/index.ts';

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

/** Everything a server keeps. */
export interface Stores {
  readonly log: RoomLog;
  readonly chat: ChatLog;
  readonly archive: MatchArchive;
  /** Closes all of them; nothing may be asked of them afterwards. */
  close(): Promise<void>;
}

/** The stores' sense of time: when a room was last visited. */
export type Now = () => Timestamp;
