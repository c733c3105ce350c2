import type { Milliseconds, Seat, Timestamp } from '../../shared/base/ids.ts';
import type {
  CatchUp,
  ChatMessage,
  ConnectRefusalCode,
  CursorPosition,
  Join,
  Joined,
  PageWish,
  RoomEvents,
} from '../../shared/protocol/index.ts';
import type { Transport } from './connection.ts';
import type { ClientAnswer } from './types.ts';

/** What a line reports. `dropped` or `refused` comes once for each `open`, unless `drop` was called. */
export interface LineEvents extends RoomEvents {
  opened: () => void;
  dropped: () => void;
  /** The server answered, and does not take this browser; after so many seconds it may. */
  refused: (code: ConnectRefusalCode, retryAfter?: number) => void;
  /** Anything came in, if only a sign of life. */
  heard: () => void;
  /** Something was left out for us, because we read too slowly. */
  missed: () => void;
  /** The server's store has gone (true) or is back. */
  storing: (delayed: boolean) => void;
  /** So large a share, up to 1, of what a seat may write in this match is used. */
  filling: (seat: Seat, share: number) => void;
  /** The server goes down on purpose: come back after `delay` milliseconds. */
  closing: (delay: Milliseconds) => void;
}

/**
 * One wire to the server that can be opened again and again. Requests answer `offline` when the line
 * breaks or is silent for too long; they never reject.
 */
export interface Line {
  open(transports: readonly Transport[]): void;
  drop(): void;
  join(join: Join): Promise<ClientAnswer<Joined>>;
  wish(wish: PageWish): Promise<ClientAnswer<number>>;
  since(seq: number): Promise<ClientAnswer<CatchUp>>;
  say(text: string): Promise<ClientAnswer<ChatMessage>>;
  chatSince(id: number): Promise<ClientAnswer<readonly ChatMessage[]>>;
  time(patience: Milliseconds): Promise<ClientAnswer<Timestamp>>;
  cursor(cursor: CursorPosition): void;
}

/** Makes a closed line. */
export type MakeLine = (events: LineEvents) => Line;
