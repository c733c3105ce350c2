import { io, type Socket } from 'socket.io-client';
import type { RoomName, Seat } from '../../shared/base/ids.ts';
import {
  protocolVersion,
  type Answer,
  type CatchUp,
  type ChatMessage,
  type ClientToServer,
  type Joined,
  type PageWish,
  type Presence,
  type ServerToClient,
} from '../../shared/protocol/index.ts';
import { applyRecord, type LogRecord, type RoomState } from '../../shared/room/index.ts';

/** A condition that takes longer than this never comes; the test then says which one. */
const patience = 45_000;

export type PageSocket = Socket<ServerToClient, ClientToServer>;

/** The session cookie a browser would get with its first page. */
export async function newCookie(address: string): Promise<string> {
  const response = await fetch(`${address}/game/x`);
  await response.text();
  const cookie = response.headers.getSetCookie()[0]?.split(';', 1)[0];
  if (cookie === undefined) throw new Error('the page set no cookie');
  return cookie;
}

/** How a page comes to a server. */
export interface Coming {
  readonly cookie?: string;
  readonly origin?: string;
  readonly transports?: readonly ('websocket' | 'polling')[];
}

/** A bare connection, for tests that say odd things. It comes back by itself when it breaks. */
export function connect(address: string, coming: Coming = {}): PageSocket {
  return io(address, {
    forceNew: true,
    transports: [...(coming.transports ?? ['websocket'])],
    reconnectionDelay: 100,
    reconnectionDelayMax: 300,
    extraHeaders: {
      ...(coming.cookie === undefined ? {} : { cookie: coming.cookie }),
      ...(coming.origin === undefined ? {} : { origin: coming.origin }),
    },
  });
}

/** Sends one event with anything in it and waits for the answer. */
export async function ask(
  socket: PageSocket,
  event: string,
  ...args: readonly unknown[]
): Promise<Answer<unknown>> {
  const anything = socket as unknown as Socket;
  return (await anything.emitWithAck(event, ...args)) as Answer<unknown>;
}

/** A page without a browser: folds what it hears, heals gaps by asking, comes back after breaks. */
export class PageClient {
  readonly socket: PageSocket;
  readonly cookie: string;
  readonly room: string;
  readonly name: string;
  /** Every frame the server sent, as text. */
  readonly frames: string[] = [];
  /** Every record folded in, in order. */
  readonly records: LogRecord[] = [];
  readonly chat: ChatMessage[] = [];
  presence: Presence | null = null;
  /** Answers to `join`, one for each connection. */
  readonly joins: Joined[] = [];
  /** Delays announced by servers that went down on purpose. */
  readonly closings: number[] = [];
  #state: RoomState | null = null;
  #heard = new Map<number, LogRecord>();
  #healing: Promise<void> | null = null;
  #waiting = new Set<() => void>();
  #failure: unknown = null;

  private constructor(socket: PageSocket, cookie: string, room: string, name: string) {
    this.socket = socket;
    this.cookie = cookie;
    this.room = room;
    this.name = name;
    socket.io.on('open', () => {
      socket.io.engine.on('data', (data: unknown) => this.frames.push(String(data)));
    });
    socket.on('connect', () => this.#handled(this.#join()));
    socket.on('record', (record) => this.#hear([record]));
    socket.on('chat', (message) => this.#noted(() => this.chat.push(message)));
    socket.on('presence', (presence) => this.#noted(() => (this.presence = presence)));
    socket.on('batch', (messages) => {
      for (const [event, body] of messages) {
        if (event === 'record') this.#hear([body]);
        else if (event === 'chat') this.#noted(() => this.chat.push(body));
        else if (event === 'presence') this.#noted(() => (this.presence = body));
      }
    });
    socket.on('closing', (delay) => this.#noted(() => this.closings.push(delay)));
  }

  /** Opens a page and waits until it is in its room. */
  static async open(
    address: string,
    room: string,
    name: string,
    coming: Coming = {},
  ): Promise<PageClient> {
    const cookie = coming.cookie ?? (await newCookie(address));
    const client = new PageClient(connect(address, { ...coming, cookie }), cookie, room, name);
    await client.until(() => client.joins.length > 0, 'joined');
    return client;
  }

  /** The room as this page has folded it. */
  get state(): RoomState {
    if (this.#state === null) throw new Error(`${this.name} is in no room yet`);
    return this.#state;
  }

  /** Waits for a condition; whatever this page hears makes it look again. */
  async until(condition: () => boolean, what: string): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const stop = (): void => {
        clearTimeout(timer);
        this.#waiting.delete(look);
      };
      const look = (): void => {
        if (this.#failure !== null) {
          stop();
          reject(this.#failure);
        } else if (condition()) {
          stop();
          resolve();
        }
      };
      const timer = setTimeout(() => {
        stop();
        const phase = JSON.stringify(this.#state?.phase);
        reject(new Error(`${this.name} waited in vain until ${what}; phase ${phase}`));
      }, patience);
      this.#waiting.add(look);
      look();
    });
  }

  /** Sends a wish; the answer is the `seq` that holds it, or a refusal. */
  wish(wish: PageWish): Promise<Answer<number>> {
    return this.socket.emitWithAck('wish', wish);
  }

  /** A wish that must be granted; waits until this page has folded it in. */
  async does(wish: PageWish): Promise<void> {
    const answer = await this.wish(wish);
    if (!answer.ok) throw new Error(`${wish.kind} was refused: ${answer.refusal.code}`);
    await this.until(() => this.state.seq >= answer.value, `record ${answer.value}`);
  }

  say(text: string): Promise<Answer<ChatMessage>> {
    return this.socket.emitWithAck('say', text);
  }

  /** Types at the end of a program; pulls and pushes again when the text has moved on (A10). */
  async type(seat: Seat, text: string): Promise<Answer<number>> {
    for (;;) {
      const { epoch, version, text: before } = this.state.documents[seat];
      const [first = '', ...more] = text.split('\n');
      const keep = before.length === 0 ? [] : [before.length];
      const changes = [...keep, [0, first, ...more] as const];
      const updates = [{ clientId: `editor of ${this.name}`, changes }];
      const answer = await this.wish({ kind: 'edit', seat, epoch, version, updates });
      if (answer.ok || answer.refusal.code !== 'stale-version') return answer;
      await this.heal();
    }
  }

  /** Says what was read for the next turn. */
  submit(seat: Seat, claimed: { readonly action: 'wait'; readonly readTo: number }) {
    const { documents, battle } = this.state;
    const { version } = documents[seat];
    return this.wish({ kind: 'submit step', seat, turn: battle.turn + 1, version, claimed });
  }

  /** Asks for everything this page has missed (A5). */
  async heal(): Promise<void> {
    const answer = await this.socket.emitWithAck('since', this.state.seq);
    if (!answer.ok) throw new Error(`since was refused: ${answer.refusal.code}`);
    this.#takeIn(answer.value);
    if (answer.value.kind === 'records' && answer.value.more) await this.heal();
  }

  close(): void {
    this.socket.disconnect();
  }

  async #join(): Promise<void> {
    const answer = await this.socket.emitWithAck('join', {
      protocol: protocolVersion,
      room: this.room as RoomName,
      name: this.name,
      since: this.#state?.seq ?? null,
      chatSince: this.chat.at(-1)?.id ?? 0,
    });
    if (!answer.ok) throw new Error(`${this.name} may not join: ${answer.refusal.code}`);
    this.#takeIn(answer.value.catchUp);
    const known = new Set(this.chat.map(({ id }) => id));
    this.chat.push(...answer.value.chat.filter(({ id }) => !known.has(id)));
    this.presence = answer.value.presence;
    this.#noted(() => this.joins.push(answer.value));
  }

  #takeIn(catchUp: CatchUp): void {
    if (catchUp.kind === 'snapshot') {
      this.#state = catchUp.state;
      this.#hear([]);
    } else this.#hear(catchUp.records);
  }

  #hear(records: readonly LogRecord[]): void {
    this.#noted(() => {
      for (const record of records) this.#heard.set(record.seq, record);
      if (this.#state === null) return;
      for (;;) {
        const next = this.#heard.get(this.#state.seq + 1);
        if (next === undefined) break;
        this.#state = applyRecord(this.#state, next);
        this.records.push(next);
      }
      const { seq } = this.#state;
      for (const known of this.#heard.keys()) if (known <= seq) this.#heard.delete(known);
    });
    if (this.#heard.size === 0 || this.#state === null || this.#healing !== null) return;
    this.#healing = this.heal().finally(() => (this.#healing = null));
    this.#handled(this.#healing);
  }

  #noted(change: () => unknown): void {
    change();
    for (const look of this.#waiting) look();
  }

  /** A break in the middle is no failure: the next connection joins anew. */
  #handled(work: Promise<void>): void {
    work.catch((error: unknown) => {
      if (!this.socket.connected) return;
      this.#noted(() => (this.#failure = error));
    });
  }
}
