import type { RoomName } from '../../shared/base/ids.ts';
import type { CursorSample } from '../../shared/room/index.ts';

/** Samples of one room that are kept: both typists at ten a second for over five minutes. */
const mostSamples = 8000;

/**
 * Where the cursors of each room went (A12), for the replay of its match. Volatile like the cursors
 * themselves: held by the processes that have people in the room, and lost with them.
 */
export class CursorTrails {
  readonly #rooms = new Map<RoomName, CursorSample[]>();

  /** Notes a cursor. The trail of an earlier document ends with the first cursor in a new one. */
  keep(room: RoomName, cursor: CursorSample): void {
    const known = this.#rooms.get(room) ?? [];
    const trail = known.some(({ epoch }) => epoch < cursor.epoch) ? [] : known;
    if (trail.length < mostSamples) trail.push(cursor);
    this.#rooms.set(room, trail);
  }

  /** The trail of a room, oldest first. */
  of(room: RoomName): readonly CursorSample[] {
    return this.#rooms.get(room) ?? [];
  }

  /** Forgets all rooms but these. */
  keepOnly(rooms: readonly RoomName[]): void {
    const kept = new Set(rooms);
    for (const room of this.#rooms.keys()) if (!kept.has(room)) this.#rooms.delete(room);
  }
}
