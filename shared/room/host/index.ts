import type { MatchId, PersonId, RoomName } from '../../base/ids.ts';
import { ok, refused, type Result } from '../../base/result.ts';
import type { LogRecord } from '../entries.ts';
import { pageBytes } from '../ports.ts';
import { publicRecord, publicState } from '../public-view.ts';
import type { CursorSample } from '../replay.ts';
import { inMatch, type RoomState } from '../state.ts';
import { ArchiveQueue } from './archive-queue.ts';
import type { Presence } from './audience.ts';
import { openGate, RoomNotAdmitted, type RoomGate, type RoomsFull } from './gate.ts';
import { FairTurns } from './fair-turns.ts';
import { readRoom } from './reading.ts';
import { LiveRoom, type HostRefusalCode } from './live-room.ts';
import type { RoomParts } from './parts.ts';
import type { PersonRequest } from './requests.ts';

export type { Audience, Presence } from './audience.ts';
export type { RoomGate, RoomsFull } from './gate.ts';
export { goneAfter } from './attendance.ts';
export type { HostRefusalCode } from './live-room.ts';
export type { RoomParts } from './parts.ts';
export { jsonBytes } from '../json-bytes.ts';
export { mostWritten } from './log-meter.ts';
export { noPeers } from './no-peers.ts';
export type { Pay, PersonRequest, Wish } from './requests.ts';

/**
 * What came since a number, or the room anew (A5). Public views only. Records come a page at a time: where
 * there are `more`, whoever asked asks again after the last of them.
 */
export type CatchUp =
  | { readonly kind: 'records'; readonly records: readonly LogRecord[]; readonly more?: true }
  | { readonly kind: 'snapshot'; readonly state: RoomState };

/** Bytes of records that are caught up with page by page; beyond that the room as it stands is less. */
const mostCaughtUp = 8 * pageBytes;

/**
 * All rooms this process has members in. A room is loaded with its first member. It is dropped with
 * its last once there is nothing left to wait for: a match that everybody has left goes on to its end
 * (R3), and seats are freed. Nobody owns a room (A3), so a process that dies with one drops it: its
 * match then goes on, without haste, when somebody comes back.
 */
export class RoomHost {
  readonly #archiving = new ArchiveQueue();
  readonly #parts: RoomParts;
  readonly #rooms = new Map<RoomName, Promise<LiveRoom>>();
  /** How many are about to enter a room: nobody is in it yet, and it is not idle. */
  readonly #entering = new Map<RoomName, number>();

  constructor(parts: Omit<RoomParts, 'archiving' | 'turns'>) {
    const turns = new FairTurns(parts.clock);
    this.#parts = { ...parts, archiving: this.#archiving, turns };
  }

  /** Rooms with members here, and those this process still has something to do for. */
  get rooms(): readonly RoomName[] {
    return [...this.#rooms.keys()];
  }

  /** Rooms here in which a match is under way. */
  async matches(): Promise<number> {
    let count = 0;
    for (const room of this.#rooms.values()) {
      const live = await room.catch(() => null);
      if (live !== null && inMatch(live.state)) count += 1;
    }
    return count;
  }

  /**
   * A connection comes into a room, or comes back to it having seen everything up to `since`.
   * Records appended from now on reach it through the audience. Where that takes one more room, `gate`
   * is asked.
   */
  async enter(
    room: RoomName,
    connection: string,
    person: PersonId,
    since: number | null,
    gate: RoomGate = openGate,
  ): Promise<
    Result<CatchUp & { readonly presence: Presence }, 'storage-failed' | RoomsFull['code']>
  > {
    try {
      const live = await this.#liveRoom(room, connection, person, gate);
      const presence = live.members.presence(live.state);
      return ok({ ...(await this.#since(live, since)), presence });
    } catch (error) {
      if (error instanceof RoomNotAdmitted) return { ok: false, refusal: error.refusal };
      this.#parts.report('a room could not be entered', error);
      await this.leave(room, connection);
      return refused('storage-failed');
    }
  }

  /** A connection has left its room. */
  async leave(room: RoomName, connection: string): Promise<void> {
    const found = this.#rooms.get(room);
    const live = await found?.catch(() => undefined);
    if (live === undefined) return;
    live.members.leave(connection);
    live.membersChanged();
    await this.#dropIfIdle(room, live);
  }

  /** Carries out a wish of somebody who is in the room; answers the `seq` that holds it. */
  async request(
    room: RoomName,
    request: PersonRequest,
  ): Promise<Result<number, HostRefusalCode | 'not-in-room'>> {
    const live = await this.#rooms.get(room);
    return live === undefined ? refused('not-in-room') : live.request(request);
  }

  /** Everything after `seq`, for a connection that has found a gap (A5). */
  async since(
    room: RoomName,
    seq: number,
  ): Promise<Result<CatchUp, 'not-in-room' | 'storage-failed'>> {
    const live = await this.#rooms.get(room);
    if (live === undefined) return refused('not-in-room');
    try {
      return ok(await this.#since(live, seq));
    } catch (error) {
      this.#parts.report('a gap could not be filled', error);
      return refused('storage-failed');
    }
  }

  /** A cursor has moved on this process; others that serve the room are told (A12). */
  async cursorMoved(room: RoomName, cursor: CursorSample): Promise<void> {
    (await this.#rooms.get(room))?.cursorMoved(cursor);
  }

  /** Who is in a room that this process serves, now. */
  async presenceOf(room: RoomName): Promise<Presence | null> {
    const live = await this.#rooms.get(room);
    return live === undefined ? null : live.members.presence(live.state);
  }

  /** The room as it stands here, or null when this process does not serve it. With its secret: not for the wire. */
  async stateOf(room: RoomName): Promise<RoomState | null> {
    return (await this.#rooms.get(room))?.state ?? null;
  }

  /** A room as the store has it, without opening it; null when there is none. Not for the wire. */
  async storedState(room: RoomName): Promise<RoomState | null> {
    return (await readRoom(this.#parts.log, room))?.state ?? null;
  }

  /** Settles when a match that has ended here is put away, so that its replay can be asked for. */
  archived(match: MatchId): Promise<void> {
    return this.#archiving.settled(match);
  }

  /** Ends all rooms of this process; requests under way are finished, and matches that have ended put away. */
  async close(): Promise<void> {
    const rooms = [...this.#rooms.values()];
    this.#rooms.clear();
    await Promise.all(rooms.map(async (room) => (await room).close()));
    await this.#archiving.idle();
  }

  async #liveRoom(
    room: RoomName,
    connection: string,
    person: PersonId,
    gate: RoomGate,
  ): Promise<LiveRoom> {
    const underWay = this.#rooms.get(room);
    const known = underWay ?? this.#open(room, gate);
    this.#entering.set(room, (this.#entering.get(room) ?? 0) + 1);
    try {
      const live = await known;
      // While this one was waiting, the room's last member may have left and closed it.
      if (this.#rooms.get(room) === known) {
        live.members.join(connection, person);
        live.membersChanged();
        return live;
      }
    } catch (error) {
      // Whoever came first may not open it; this one perhaps may.
      if (underWay === undefined || !(error instanceof RoomNotAdmitted)) throw error;
    } finally {
      this.#entered(room);
    }
    return this.#liveRoom(room, connection, person, gate);
  }

  #entered(room: RoomName): void {
    const left = (this.#entering.get(room) ?? 1) - 1;
    if (left > 0) this.#entering.set(room, left);
    else this.#entering.delete(room);
  }

  #open(room: RoomName, gate: RoomGate): Promise<LiveRoom> {
    const full = gate.another();
    if (full !== null) return Promise.reject(new RoomNotAdmitted(full));
    const onIdle = (live: LiveRoom): void => void this.#dropIfIdle(room, live);
    const opened = LiveRoom.open(room, this.#parts, gate, onIdle);
    this.#rooms.set(room, opened);
    // The next one who comes tries anew; this one is told by the promise itself.
    opened.catch(() => this.#rooms.delete(room));
    return opened;
  }

  async #dropIfIdle(room: RoomName, live: LiveRoom): Promise<void> {
    const known = this.#rooms.get(room);
    if (known === undefined || (await known) !== live) return;
    // Somebody may have come meanwhile, or another call have been first.
    if (!live.idle || this.#entering.has(room) || this.#rooms.get(room) !== known) return;
    this.#rooms.delete(room);
    await live.close();
  }

  async #since(live: LiveRoom, seq: number | null): Promise<CatchUp> {
    // Somebody who comes from another process may know more than this one has heard.
    if (seq !== null && seq > live.state.seq) await live.catchUp();
    const snapshot = (): CatchUp => ({ kind: 'snapshot', state: publicState(live.state) });
    if (seq === null || seq > live.state.seq) return snapshot();
    if (live.meter.bytesOf(live.state.seq - seq) > mostCaughtUp) return snapshot();
    try {
      const records = await this.#parts.log.since(live.state.room, seq);
      if (records === 'gone') return snapshot();
      const more = (records.at(-1)?.seq ?? seq) < live.state.seq;
      const page = { kind: 'records', records: records.map(publicRecord) } as const;
      return more ? { ...page, more } : page;
    } catch (error) {
      // While the store is away pages still come back: what is known here was stored before.
      this.#parts.report('the records of a room could not be read', error);
      return snapshot();
    }
  }
}
