import type { Server, Socket } from 'socket.io';
import type { PersonId, RoomName } from '../../shared/base/ids.ts';
import type {
  ChatMessage,
  ClientToServer,
  CursorPosition,
  ServerToClient,
} from '../../shared/protocol/index.ts';
import type { RoomHost } from '../../shared/room/host/index.ts';
import type { Clock, RoomState } from '../../shared/room/index.ts';
import type { Stores } from '../logs/index.ts';
import type { Admission } from '../limits/index.ts';
import type { Metrics } from '../metrics.ts';
import type { CursorTrails } from './cursor-trails.ts';
import type { PeopleAllowances } from './rate-limit.ts';

/** What stands on a socket. */
export interface SocketData {
  /** Whose cookie the page carries. */
  person: PersonId;
  /** Where it comes from, as limits count it. */
  address: string;
  /** Messages of the page that are not answered yet. */
  unanswered: number;
}

/** What processes tell each other over the Redis adapter. */
interface BetweenServers {
  /** Somebody has said something on another process. */
  talk(room: RoomName, message: ChatMessage): void;
}

export type PageServer = Server<ClientToServer, ServerToClient, BetweenServers, SocketData>;
export type PageSocket = Socket<ClientToServer, ServerToClient, BetweenServers, SocketData>;

/** What every connection needs of the server. */
export interface Door {
  readonly host: RoomHost;
  readonly stores: Stores;
  readonly clock: Clock;
  readonly metrics: Metrics;
  readonly people: PeopleAllowances;
  readonly admission: Admission;
  readonly trails: CursorTrails;
  /** True once the server is going down: nothing new is begun. */
  readonly closing: () => boolean;
  /** True while the store is away, and what people do must wait. */
  readonly storingDelayed: () => boolean;
  /** Sends a chat line to those in the room who may read it now. */
  tellChat(room: RoomName, state: RoomState, message: ChatMessage): void;
  /** Shows a typist's cursor to everybody but the page it came from; it may be lost (A12). */
  tellCursor(room: RoomName, state: RoomState, cursor: CursorPosition, sender: string): void;
}
