import type {
  MatchId,
  Milliseconds,
  PersonId,
  PerSeat,
  RoomName,
  Seat,
  Timestamp,
} from '../base/ids.ts';
import type { Result } from '../base/result.ts';
import type { Outcome } from '../battle/index.ts';
import type { LogRecord, ReviewNote, RoomState, Score } from '../room/index.ts';
import type { CatchUp, HostRefusalCode, Presence, Wish } from '../room/host/index.ts';

/** Something is full; `retryAfter` in the details says in how many seconds it may be worth another try. */
export type LimitCode =
  /** New people, connections, rooms or matches came too many from one network, or of one person. */
  | 'too-many-people'
  | 'too-many-sockets'
  | 'too-many-rooms'
  | 'too-many-matches'
  /** One person has too many pages open. */
  | 'too-many-pages'
  | 'server-full';

/** Refusals that the door gives before a room is asked. */
export type DoorRefusalCode =
  | 'bad-message'
  | 'too-fast'
  | 'not-in-room'
  | 'old-page'
  | 'bad-room-name'
  | 'closing'
  | LimitCode;

/** Refusals of a connection as such: whoever comes without a session that the server knows, or too many. */
export type ConnectRefusalCode = 'no-session' | LimitCode;

export type RefusalCode = DoorRefusalCode | HostRefusalCode;

/** A wish as it stands on the wire: a new nickname comes as text, the session says whose. */
export type PageWish =
  | Exclude<Wish, { readonly kind: 'rename' }>
  | { readonly kind: 'rename'; readonly name: string };

/** Which conversation a message belongs to (R34): `all` outside a match. */
export type Lane = 'all' | 'players' | 'spectators';

/** One chat line. Its text is a person's: never HTML. */
export interface ChatMessage {
  /** Grows by one with every message of the room. */
  readonly id: number;
  readonly at: Timestamp;
  readonly from: PersonId;
  readonly name: string;
  /** The seat the writer held when writing. */
  readonly seat: Seat | null;
  readonly lane: Lane;
  readonly text: string;
}

/** Where a typist is in a document (A12): offsets in the text of that version. */
export interface CursorPosition {
  readonly seat: Seat;
  readonly epoch: number;
  readonly version: number;
  readonly anchor: number;
  readonly head: number;
}

/** A note somebody wants to leave on a replay; who they are their session says. */
export interface NoteWish {
  /** The moment it speaks of, since the start of coding. */
  readonly time: Milliseconds;
  readonly seat: Seat;
  /** Counts from 1. */
  readonly line: number;
  /** The nickname to show; empty for the default one. */
  readonly name: string;
  readonly text: string;
}

/** A finished match as the start page lists it. */
export interface ListedMatch {
  readonly match: MatchId;
  readonly endedAt: Timestamp;
  /** Nicknames; null for a seat nobody took. */
  readonly names: PerSeat<string | null>;
  readonly points: PerSeat<number>;
  readonly outcome: Outcome;
  readonly turns: number;
  /** Played by one person, alone or against themselves: listed, but counted nowhere (R62). */
  readonly alone: boolean;
}

/** The newest matches: of everybody, and those this browser played in. */
export interface MatchLists {
  readonly recent: readonly ListedMatch[];
  readonly mine: readonly ListedMatch[];
}

/** Of the rooms somebody has asked for: those in which they hold a seat now. */
export interface HeldSeats {
  readonly rooms: readonly { readonly room: RoomName; readonly inMatch: boolean }[];
  /** False where some were not looked at: too much is asked just now. */
  readonly complete: boolean;
}

/** The notes on a replay, and who is asking. */
export interface NoteList {
  readonly you: PersonId | null;
  readonly notes: readonly ReviewNote[];
}

/** First message of a connection, and again after every reconnect. */
export interface Join {
  readonly protocol: number;
  readonly room: RoomName;
  readonly name: string;
  /** The last record this page has folded in; null for none. */
  readonly since: number | null;
  /** The last chat message this page has; 0 for none. */
  readonly chatSince: number;
}

/** What a connection needs to be up to date. */
export interface Joined {
  readonly you: PersonId;
  /** The server's clock, to reckon deadlines by. */
  readonly now: Timestamp;
  readonly catchUp: CatchUp;
  readonly chat: readonly ChatMessage[];
  readonly presence: Presence;
  /** All matches of all rooms (R33); null while the store is away. */
  readonly overall: Score | null;
  /** True while the store is away: what people do is not stored yet, and is refused. */
  readonly storingDelayed: boolean;
}

export type Answer<T> = Result<T, RefusalCode>;
type Reply<T> = (answer: Answer<T>) => void;

/** Messages from a page to the server. Every one is answered. */
export interface ClientToServer {
  join: (join: Join, reply: Reply<Joined>) => void;
  wish: (wish: PageWish, reply: Reply<number>) => void;
  /** Everything after a record, when a gap was found (A5). */
  since: (seq: number, reply: Reply<CatchUp>) => void;
  say: (text: string, reply: Reply<ChatMessage>) => void;
  /** Chat after a message id in the lanes this person may read now. */
  chatSince: (id: number, reply: Reply<readonly ChatMessage[]>) => void;
  /** Asks for the server's clock. */
  time: (reply: Reply<Timestamp>) => void;
  /** Volatile: may be lost, never answered. */
  cursor: (cursor: CursorPosition) => void;
}

/** What everybody in a room is told. */
export interface RoomEvents {
  record: (record: LogRecord) => void;
  chat: (message: ChatMessage) => void;
  cursor: (cursor: CursorPosition) => void;
  presence: (presence: Presence) => void;
  overall: (score: Score) => void;
}

/** One room event and what it carries. */
export type RoomMessage = {
  [Event in keyof RoomEvents]: readonly [Event, ...Parameters<RoomEvents[Event]>];
}[keyof RoomEvents];

/** Messages from the server to pages. All of them are hints (A5). */
export interface ServerToClient extends RoomEvents {
  /** Room events that were gathered for one frame, in order (A15). */
  batch: (messages: readonly RoomMessage[]) => void;
  /** Something was left out, as this page read too slowly, or the room was lost: ask for it (A5). */
  missed: () => void;
  /** So large a share, up to 1, of what a seat may write in this match is used. */
  filling: (seat: Seat, share: number) => void;
  /** The store has gone (true) or is back. */
  storing: (delayed: boolean) => void;
  /** The server goes down on purpose: come back after `delay` milliseconds. */
  closing: (delay: number) => void;
}

export type { CatchUp, HostRefusalCode, LogRecord, Presence, RoomState, Score, Wish };
