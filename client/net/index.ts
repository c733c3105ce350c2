/** The line to the server: one room, kept up to date by itself. */
import type { RoomName } from '../../shared/base/ids.ts';
import type { RoomState } from '../../shared/room/index.ts';
import { pageClock } from './page-clock.ts';
import { watchBrowserPage } from './page-events.ts';
import { LiveRoomClient } from './room-client.ts';
import { socketLine } from './socket-line.ts';
import type { RoomClient } from './types.ts';

export type {
  ClientAnswer,
  ClientRefusalCode,
  ConnectionStatus,
  Folded,
  RoomClient,
} from './types.ts';
export { pageClock } from './page-clock.ts';

/** Which room, under which nickname, and what is known of it already. */
export interface RoomClientOptions {
  readonly room: RoomName;
  readonly name: string;
  /** A state this page has kept; the room goes on from there. */
  readonly since?: RoomState;
}

/**
 * Enters a room and stays in it: the line is opened at once, comes back by itself after every break,
 * and ends with `close` or with the page.
 */
export function createRoomClient({ room, name, since }: RoomClientOptions): RoomClient {
  return new LiveRoomClient({
    room,
    name,
    since: since ?? null,
    clock: pageClock,
    wallNow: () => Date.now(),
    report: reportError,
    chance: () => Math.random(),
    makeLine: (events) => socketLine(events),
    watchPage: watchBrowserPage,
  });
}
