import type { Milliseconds, RoomName, Timestamp } from '../../shared/base/ids.ts';
import type { RoomMessage } from '../../shared/protocol/index.ts';
import type { Clock } from '../../shared/room/index.ts';

/**
 * Rooms of up to this many members are told everything at once: two players and ten friends. To
 * gather for so few would save little and cost them delay.
 */
export const smallRoom = 12;

/**
 * In a larger room spectators are told at most this often while much happens. Letters and moves that
 * come ten times a second still look like typing and walking. Each frame costs a system call, which
 * is nearly all a delivery costs: the interval is the price.
 */
export const gatherFor: Readonly<Record<Strain, Milliseconds>> = {
  calm: 100,
  busy: 200,
  overloaded: 400,
};

/**
 * Talk and comings and goings may wait this long for a frame they share: in a crowd of more than a
 * dozen nobody answers within a quarter of a second, and who writes sees the own line at once.
 */
export const talkWaits: Readonly<Record<Strain, Milliseconds>> = {
  calm: 250,
  busy: 300,
  overloaded: 400,
};

/**
 * Rooms are told in this many groups, spread over each interval. Apart, they do not wait for each
 * other's hundreds of writes; many writes in a row cost less each than the same writes one by one.
 */
const groups = 4;

/** How hard the event loop works; what may be shed is shed before what may not. */
export type Strain = 'calm' | 'busy' | 'overloaded';

/** Who hears a message besides the spectators. */
export type PlayersHear =
  /** The players first and at once, whatever the spectators wait for. */
  | 'at once'
  /** Everybody alike. */
  | 'with all'
  /** Spectators only. */
  | 'not';

/** One frame to send: the members of a room, without the players or only they. */
export interface Delivery {
  readonly room: RoomName;
  readonly to: 'all' | 'players' | 'spectators';
  /** Channels of the players. */
  readonly players: readonly string[];
  /** The connection a message came from, which need not hear it. */
  readonly sender: string | null;
  readonly messages: readonly RoomMessage[];
  /** Whether the messages travel in one frame, as those of large rooms do. */
  readonly gathered: boolean;
}

export interface FanOutParts {
  readonly clock: Clock;
  /** Connections of a room on this process. */
  readonly membersOf: (room: RoomName) => number;
  /** Sends one frame, encoded once. */
  readonly send: (delivery: Delivery) => void;
  readonly strain: () => Strain;
}

interface Waiting {
  readonly message: RoomMessage;
  readonly playersHear: PlayersHear;
}

interface Outgoing {
  /** The group with which this room is told. */
  readonly group: number;
  waiting: Waiting[];
  players: readonly string[];
  sentAt: Timestamp;
  due: Timestamp;
  stop: (() => void) | null;
}

/**
 * Tells rooms what happens in them. A small room hears everything at once. In a large one a silence
 * is broken at once too; what follows is gathered until the room's next turn and sent in one frame,
 * in order: one turn in each interval of `gatherFor`. All messages are hints, so a frame that is
 * shed is asked for again (A5, A15).
 */
export class FanOut {
  readonly #parts: FanOutParts;
  readonly #rooms = new Map<RoomName, Outgoing>();
  #nextGroup = 0;

  constructor(parts: FanOutParts) {
    this.#parts = parts;
  }

  /**
   * Tells a room one message. `players` are the channels of those who hold its seats; null for who
   * was named last.
   */
  tell(
    room: RoomName,
    message: RoomMessage,
    named: readonly string[] | null,
    playersHear: PlayersHear,
    sender: string | null = null,
  ): void {
    const strain = this.#parts.strain();
    // What the next one replaces anyway is the first thing to go, in rooms of every size.
    if (strain === 'overloaded' && message[0] === 'cursor') return;
    const known = this.#rooms.get(room);
    const players = named ?? known?.players ?? [];
    if (known === undefined && this.#parts.membersOf(room) <= smallRoom) {
      const to = playersHear === 'not' ? 'spectators' : 'all';
      this.#parts.send({ room, to, players, sender, messages: [message], gathered: false });
      return;
    }
    if (playersHear === 'at once' && players.length > 0) {
      this.#parts.send({
        room,
        to: 'players',
        players,
        sender,
        messages: [message],
        gathered: false,
      });
    }
    this.#gather(room, { message, playersHear }, players, strain);
  }

  /** Sends what waits and ends all timers. */
  close(): void {
    for (const room of this.#rooms.keys()) this.#flush(room);
    for (const outgoing of this.#rooms.values()) outgoing.stop?.();
    this.#rooms.clear();
  }

  #gather(room: RoomName, one: Waiting, players: readonly string[], strain: Strain): void {
    const now = this.#parts.clock.now();
    const outgoing = this.#rooms.get(room) ?? this.#newOutgoing(players);
    this.#rooms.set(room, outgoing);
    if (outgoing.waiting.length > 0 && !sameList(outgoing.players, players)) this.#flush(room);
    outgoing.players = players;
    const older = outgoing.waiting.findIndex(({ message }) => replaces(one.message, message));
    if (older >= 0) outgoing.waiting.splice(older, 1);
    outgoing.waiting.push(one);
    const waits = isTalk(one.message) ? talkWaits : gatherFor;
    const due = turnAfter(outgoing, waits[strain]);
    if (due <= now) {
      outgoing.due = now;
      return this.#flush(room);
    }
    if (outgoing.stop !== null && outgoing.due <= due) return undefined;
    outgoing.stop?.();
    outgoing.due = due;
    outgoing.stop = this.#parts.clock.after(due - now, () => this.#flush(room));
    return undefined;
  }

  #flush(room: RoomName): void {
    const outgoing = this.#rooms.get(room);
    if (outgoing === undefined) return;
    outgoing.stop?.();
    outgoing.stop = null;
    if (outgoing.waiting.length === 0) {
      // Silent again: the next message goes out at once, and nothing is kept for the room.
      this.#rooms.delete(room);
      return;
    }
    const { waiting, players } = outgoing;
    outgoing.waiting = [];
    // A timer may go off a moment too soon: the turn it stood for is taken nevertheless.
    outgoing.sentAt = Math.max(this.#parts.clock.now(), outgoing.due);
    this.#send(room, waiting, players);
    // Looks once more when the silence has lasted, to forget the room.
    outgoing.due = outgoing.sentAt + talkWaits.overloaded;
    outgoing.stop = this.#parts.clock.after(talkWaits.overloaded, () => this.#flush(room));
  }

  #newOutgoing(players: readonly string[]): Outgoing {
    const group = this.#nextGroup;
    this.#nextGroup = (group + 1) % groups;
    return { group, waiting: [], players, sentAt: -Infinity, due: 0, stop: null };
  }

  #send(room: RoomName, waiting: readonly Waiting[], players: readonly string[]): void {
    const messages = waiting.map(({ message }) => message);
    const toAll = waiting.filter(({ playersHear }) => playersHear === 'with all');
    const frame = { room, players, sender: null, gathered: true };
    if (toAll.length === waiting.length || players.length === 0) {
      this.#parts.send({ ...frame, to: 'all', messages });
      return;
    }
    if (toAll.length > 0) {
      const heard = toAll.map(({ message }) => message);
      this.#parts.send({ ...frame, to: 'players', messages: heard });
    }
    this.#parts.send({ ...frame, to: 'spectators', messages });
  }
}

/** When a room's first turn after its last frame comes, where there is one in each interval. */
function turnAfter({ group, sentAt }: Outgoing, interval: Milliseconds): Timestamp {
  const offset = Math.floor((group / groups) * interval);
  return (Math.floor((sentAt - offset) / interval) + 1) * interval + offset;
}

function isTalk(message: RoomMessage): boolean {
  return message[0] !== 'record' && message[0] !== 'cursor';
}

/** Whether a message makes an older one of its kind worthless. */
function replaces(message: RoomMessage, older: RoomMessage): boolean {
  if (message[0] === 'cursor') return older[0] === 'cursor' && older[1].seat === message[1].seat;
  return message[0] === older[0] && (message[0] === 'presence' || message[0] === 'overall');
}

function sameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}
