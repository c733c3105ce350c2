import type { ReadonlySignal } from '@preact/signals';
import type { PersonId, RoomName, Seat, Timestamp, Milliseconds } from '../../shared/base/ids.ts';
import type { Refusal, Result } from '../../shared/base/result.ts';
import type {
  ChatMessage,
  CursorPosition,
  PageWish,
  Presence,
  RefusalCode,
} from '../../shared/protocol/index.ts';
import type { Entry, RoomState, Score } from '../../shared/room/index.ts';

/**
 * Why a request came to nothing. `offline`: the line is down, or broke before the answer came; when
 * it broke the request may still have been carried out, and the room's records will tell.
 */
export type ClientRefusalCode = RefusalCode | 'offline';

/** The answer to a request of this page. */
export type ClientAnswer<T> = Result<T, ClientRefusalCode>;

/**
 * How the line to the server stands; every break is shown within 10 s. `why` is what the server said
 * when it did not let us in just now.
 */
export type ConnectionStatus =
  | { readonly kind: 'connecting'; readonly why?: Refusal }
  | { readonly kind: 'online' }
  /** Broken since then by the page's clock; it comes back by itself. */
  | { readonly kind: 'offline'; readonly since: Timestamp; readonly why?: Refusal }
  /** The page must be loaded anew, or the server will not have us; nothing is tried any more. */
  | { readonly kind: 'refused'; readonly code: string };

/** One entry as it was folded in. */
export interface Folded {
  readonly entry: Entry;
  /** Server time of its record. */
  readonly at: Timestamp;
  readonly before: RoomState;
  readonly after: RoomState;
  /** False while catching up: its moment has passed, nothing should be animated. */
  readonly live: boolean;
}

/** So large a share, up to 1, of what a seat may write in this match is used. */
export interface Filling {
  readonly seat: Seat;
  readonly share: number;
}

/** A room as this page sees it: the same fold as everybody's, kept up to date by itself. */
export interface RoomClient {
  readonly room: RoomName;
  readonly status: ReadonlySignal<ConnectionStatus>;
  /** Null until the first answer. */
  readonly state: ReadonlySignal<RoomState | null>;
  readonly me: ReadonlySignal<PersonId | null>;
  readonly presence: ReadonlySignal<Presence>;
  readonly chat: ReadonlySignal<readonly ChatMessage[]>;
  /** All matches of all rooms. */
  readonly overall: ReadonlySignal<Score>;
  /** How much of what a seat of this person may write in the match is used, once it is nearly all. */
  readonly filling: ReadonlySignal<Filling | null>;
  /** True while the server cannot store what people do: it is refused, or comes later. */
  readonly storingDelayed: ReadonlySignal<boolean>;
  /** The room as it last was here, when the server has lost it and opened it anew; else null. */
  readonly lost: ReadonlySignal<RoomState | null>;
  /** The viewer has saved what they want of the lost room. */
  forgetLost(): void;
  /** The server's clock, reckoned from its answers. */
  serverNow(): Timestamp;
  /** How long a question to the server and its answer usually take together. */
  roundTrip(): Milliseconds;
  /** Each entry in order, exactly once. Answers how to stop listening. */
  onEntry(listener: (folded: Folded) => void): () => void;
  /** The state was replaced by a snapshot; whatever was built from entries must be built anew. */
  onSnapshot(listener: (state: RoomState) => void): () => void;
  /** Cursors of the typists (volatile). */
  onCursor(listener: (cursor: CursorPosition) => void): () => void;
  wish(wish: PageWish): Promise<ClientAnswer<number>>;
  say(text: string): Promise<ClientAnswer<ChatMessage>>;
  sendCursor(cursor: CursorPosition): void;
  /** Goes away for good; nothing is tried any more. */
  close(): void;
}
