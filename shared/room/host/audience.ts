import type { Milliseconds, PersonId, PerSeat, RoomName, Seat } from '../../base/ids.ts';
import type { LogRecord, Score } from '../entries.ts';
import type { CursorSample } from '../replay.ts';
import type { RoomState } from '../state.ts';

/** Who is in a room, as far as everybody may know. */
export interface Presence {
  /** Whether the owner of each seat is connected; false for a free seat too. */
  readonly here: PerSeat<boolean>;
  /** People connected who hold no seat (R4). */
  readonly watching: number;
}

/**
 * The people a host tells things: those who are connected to this process. Messages are hints:
 * whoever misses one asks (A5).
 */
export interface Audience {
  /** `seats` as they are after the record: their owners hear it before everybody else. */
  record(room: RoomName, record: LogRecord, seats: RoomState['seats']): void;
  /** A cursor of somebody who is connected to another process (A12). */
  cursor(room: RoomName, cursor: CursorSample): void;
  /** A turn was played from here, so long after it was due. */
  turn(lateness: Milliseconds): void;
  presence(room: RoomName, presence: Presence): void;
  /** All matches of all rooms, after one has ended (R33). */
  overall(room: RoomName, score: Score): void;
  /** Who holds the seats has changed. */
  players(room: RoomName, players: readonly PersonId[]): void;
  /** So large a share of what a seat may write in this match is used; beyond 1 nothing is taken. */
  filling(room: RoomName, seat: Seat, share: number): void;
  /** The room goes on from another state than was told so far: everybody should ask for it (A5). */
  startedOver(room: RoomName): void;
}
