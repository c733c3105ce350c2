import { seats, type PersonId, type RoomName } from '../../shared/base/ids.ts';
import { ok, refused, type Result } from '../../shared/base/result.ts';
import {
  parseChatText,
  parseCount,
  parseCursor,
  parseJoin,
  parseRoomName,
  parseWish,
  protocolVersion,
  type Answer,
  type CatchUp,
  type ChatMessage,
  type CursorPosition,
  type Joined,
  type PageWish,
} from '../../shared/protocol/index.ts';
import { jsonBytes, type RoomHost, type Wish } from '../../shared/room/host/index.ts';
import { inMatch, seatsOf, type Person } from '../../shared/room/index.ts';
import { guestName } from '../guest-name.ts';
import type { Visitor } from '../limits/index.ts';
import { laneOf, mayRead, playersChannel, roomChannel } from './channels.ts';
import type { Door, PageSocket } from './door.ts';
import { editPrice, readingBytes, talkBytes } from './prices.ts';
import { Allowance, type RateKind } from './rate-limit.ts';

/**
 * One page's connection: turns its messages into wishes of the person whose cookie it carries. Every
 * message is parsed and counted before anything else is done with it.
 */
export class Connection {
  readonly #door: Door;
  readonly #socket: PageSocket;
  readonly #person: PersonId;
  readonly #allowance = new Allowance();
  readonly #personsAllowance: Allowance;
  #name: string;
  #room: RoomName | null = null;
  #moving: Promise<unknown> = Promise.resolve();

  constructor(door: Door, socket: PageSocket, person: PersonId) {
    this.#door = door;
    this.#socket = socket;
    this.#person = person;
    this.#name = guestName(person);
    this.#personsAllowance = door.people.come(person);
  }

  /** Counts one more message; true once there are more than any page sends, answered or not. */
  floods(): boolean {
    return !this.#allowance.take('message', this.#door.clock.now());
  }

  /** Comes into a room, or back into it: up to date from here on. */
  async join(input: unknown): Promise<Answer<Joined>> {
    const parsed = this.#read('read', parseCurrentJoin, input);
    if (!parsed.ok) return parsed;
    const { name, since, chatSince } = parsed.value;
    const room = parseRoomName(parsed.value.room);
    if (!room.ok) return room;
    return this.#inTurn(async () => {
      this.#name = name || guestName(this.#person);
      const entered = await this.#enter(room.value, since);
      if (!entered.ok) return entered;
      const { presence, ...catchUp } = entered.value;
      if (!this.#mayRead(catchUp)) {
        await this.#goOut();
        return refused('too-fast');
      }
      // While the store is away people still come in: what lies beside the room follows later.
      const delayed = this.#door.storingDelayed();
      // Asked for together, so that a store across a wire is gone to once.
      const [chat, overall] = delayed
        ? [[], null]
        : await Promise.all([
            this.#chatAfter(room.value, chatSince),
            this.#door.stores.archive.score(),
          ]);
      if (!this.#allowed('reading', jsonBytes(chat))) {
        await this.#goOut();
        return refused('too-fast');
      }
      return ok({
        you: this.#person,
        now: this.#door.clock.now(),
        catchUp,
        chat,
        // Last of all: what has been told meanwhile must not be overtaken by something older.
        presence: (await this.#door.host.presenceOf(room.value)) ?? presence,
        overall,
        storingDelayed: delayed,
      });
    });
  }

  /** Carries out what a page wishes, as the person of its cookie. */
  async wish(input: unknown): Promise<Answer<number>> {
    if (!this.#allowed(rateOf(input))) return refused('too-fast');
    const parsed = parseWish(input);
    if (!parsed.ok) return parsed;
    const costs = costOf(parsed.value);
    for (const [dear, tokens] of costs) {
      if (!this.#allowed(dear, tokens)) return refused('too-fast');
    }
    this.#door.metrics.messages.inc({ kind: parsed.value.kind });
    if (this.#room === null) return refused('not-in-room');
    return this.#ask(this.#room, parsed.value, costs.get('log') ?? 0);
  }

  /** A match that begins is one more of those that a network or a person may begin. */
  async #ask(room: RoomName, wish: PageWish, known: number): Promise<Answer<number>> {
    // With what the room itself adds: around what was said, and to put locked text back.
    const pay = (bytes: number): boolean => this.#allowed('log', Math.max(0, bytes - known));
    const request = { by: this.#me(wish), wish: wishOf(wish), pay };
    if (wish.kind !== 'start') return this.#door.host.request(room, request);
    const permit = this.#door.admission.newMatch(this.#visitor());
    const full = permit.take();
    if (full !== null) return { ok: false, refusal: full };
    const answer = await this.#door.host.request(room, request);
    if (!answer.ok) permit.giveBack();
    return answer;
  }

  #visitor(): Visitor {
    return { address: this.#socket.data.address, person: this.#person };
  }

  /** Everything after a record (A5). */
  async since(input: unknown): Promise<Answer<CatchUp>> {
    const parsed = this.#read('read', parseCount, input);
    if (!parsed.ok) return parsed;
    // One large answer at a time is made for one page.
    return this.#inTurn(async () => {
      if (this.#room === null) return refused('not-in-room');
      const answer = await this.#door.host.since(this.#room, parsed.value);
      return answer.ok && !this.#mayRead(answer.value) ? refused('too-fast') : answer;
    });
  }

  /** A chat line, in the lane this person has now (R34). */
  async say(input: unknown): Promise<Answer<ChatMessage>> {
    const parsed = this.#read('say', parseChatText, input);
    if (!parsed.ok) return parsed;
    if (!this.#allowed('log', talkBytes(parsed.value))) return refused('too-fast');
    const room = this.#room;
    const state = room === null ? null : await this.#door.host.stateOf(room);
    if (room === null || state === null) return refused('not-in-room');
    const message = await this.#door.stores.chat.append(room, {
      at: this.#door.clock.now(),
      from: this.#person,
      name: this.#name,
      seat: seats.find((seat) => state.seats[seat]?.id === this.#person) ?? null,
      lane: laneOf(state, this.#person),
      text: parsed.value,
    });
    this.#door.tellChat(room, state, message);
    return ok(message);
  }

  /** Chat after a message, as far as this person may read it now. */
  async chatSince(input: unknown): Promise<Answer<readonly ChatMessage[]>> {
    const parsed = this.#read('read', parseCount, input);
    if (!parsed.ok) return parsed;
    return this.#inTurn(async () => {
      if (this.#room === null) return refused('not-in-room');
      const chat = await this.#chatAfter(this.#room, parsed.value);
      return this.#allowed('reading', jsonBytes(chat)) ? ok(chat) : refused('too-fast');
    });
  }

  /** The server's clock. */
  time(): Answer<number> {
    return this.#allowed('read') ? ok(this.#door.clock.now()) : refused('too-fast');
  }

  /** Passes a cursor on to the others (A12); one that may not be shown is dropped without a word. */
  async cursor(input: unknown): Promise<CursorPosition | null> {
    const parsed = this.#read('cursor', parseCursor, input);
    if (!parsed.ok || this.#room === null) return null;
    const state = await this.#door.host.stateOf(this.#room);
    const owner = state?.seats[parsed.value.seat]?.id;
    if (state === null || owner !== this.#person || !inMatch(state)) return null;
    // Of a text that is gone, or was never there: nobody could show it.
    if (parsed.value.epoch !== state.documents[parsed.value.seat].epoch) return null;
    this.#door.tellCursor(this.#room, state, parsed.value, this.#socket.id);
    const sample = { at: this.#door.clock.now(), ...parsed.value };
    this.#door.trails.keep(this.#room, sample);
    await this.#door.host.cursorMoved(this.#room, sample);
    return parsed.value;
  }

  /** The line is cut: goes out of its room, if it is in one. */
  async end(): Promise<void> {
    this.#door.people.leave(this.#person);
    await this.#inTurn(() => this.#goOut());
  }

  /** Comings and goings one after the other, so that nobody is left behind in a room. */
  #inTurn<T>(move: () => Promise<T>): Promise<T> {
    const moved = this.#moving.then(move);
    // Only the order is kept: what was answered, a whole room perhaps, is not.
    this.#moving = moved.then(nothing, nothing);
    return moved;
  }

  async #enter(room: RoomName, since: number | null): ReturnType<RoomHost['enter']> {
    if (this.#room !== room) await this.#goOut();
    this.#room = room;
    // The channels come first: what is appended while we read is then heard, twice at worst (A5).
    await this.#socket.join(roomChannel(room));
    const { admission, host } = this.#door;
    const entered = await host.enter(room, this.#socket.id, this.#person, since, {
      another: () => admission.anotherRoom(host.rooms.length),
      newRoom: admission.newRoom(this.#visitor()),
    });
    if (!entered.ok) await this.#goOut();
    else if (await this.#plays(room)) await this.#socket.join(playersChannel(room));
    return entered;
  }

  async #goOut(): Promise<void> {
    const room = this.#room;
    if (room === null) return;
    this.#room = null;
    await this.#socket.leave(roomChannel(room));
    await this.#socket.leave(playersChannel(room));
    await this.#door.host.leave(room, this.#socket.id);
  }

  async #plays(room: RoomName): Promise<boolean> {
    const state = await this.#door.host.stateOf(room);
    return state !== null && seatsOf(state, this.#person).length > 0;
  }

  #me(wish: PageWish): Person {
    if (wish.kind === 'rename') this.#name = wish.name || guestName(this.#person);
    return { id: this.#person, name: this.#name };
  }

  #mayRead(catchUp: CatchUp): boolean {
    return this.#allowed('reading', readingBytes(catchUp));
  }

  #allowed(kind: RateKind, tokens = 1): boolean {
    const now = this.#door.clock.now();
    return (
      this.#allowance.take(kind, now, tokens) && this.#personsAllowance.take(kind, now, tokens)
    );
  }

  #read<T, Code extends string>(
    kind: RateKind,
    parse: (input: unknown) => Result<T, Code>,
    input: unknown,
  ): Result<T, Code | 'too-fast'> {
    this.#door.metrics.messages.inc({ kind });
    return this.#allowed(kind) ? parse(input) : refused('too-fast');
  }

  async #chatAfter(room: RoomName, id: number): Promise<ChatMessage[]> {
    const state = await this.#door.host.stateOf(room);
    if (state === null) return [];
    const kept = await this.#door.stores.chat.last(room);
    return kept.filter((message) => message.id > id && mayRead(state, this.#person, message));
  }
}

function nothing(): void {}

/** A page of another version may say everything in another way, but its version first of all. */
function parseCurrentJoin(
  input: unknown,
): ReturnType<typeof parseJoin> | Result<never, 'old-page'> {
  const version =
    typeof input === 'object' && input !== null && 'protocol' in input ? input.protocol : null;
  return typeof version === 'number' && version !== protocolVersion
    ? refused('old-page', { version: protocolVersion })
    : parseJoin(input);
}

/** As what a message counts that says to be a wish, before anybody reads the rest of it. */
function rateOf(input: unknown): RateKind {
  const kind = typeof input === 'object' && input !== null && 'kind' in input ? input.kind : null;
  if (kind === 'edit') return 'edit';
  return kind === 'submit step' ? 'step' : 'wish';
}

/** What a wish costs besides being one message. */
function costOf(wish: PageWish): ReadonlyMap<RateKind, number> {
  if (wish.kind === 'make field') {
    return new Map([['cells', wish.settings.width * wish.settings.height]]);
  }
  if (wish.kind !== 'edit') return new Map();
  const { letters, bytes } = editPrice(wish.updates);
  return new Map([
    ['letters', letters],
    ['log', bytes],
  ]);
}

function wishOf(wish: PageWish): Wish {
  return wish.kind === 'rename' ? { kind: 'rename' } : wish;
}
