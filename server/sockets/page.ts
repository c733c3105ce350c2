import type { Socket as NetSocket } from 'node:net';
import type { Backlog } from './backlog.ts';
import type { SocketData } from './door.ts';

/**
 * Bytes that may wait in our memory for one reader, beside what the kernel holds. A slow phone
 * catches up on this within a second; whoever has more waiting reads slower than the room speaks.
 */
export const mostWaiting = 256 * 1024;

/** The same for pages on long polling: messages between two polls. */
export const mostWaitingMessages = 200;

/**
 * Answers cannot be left out, so a page that asks and never reads is cut off here. The largest
 * answers, whole rooms after long matches, are about a megabyte.
 */
export const cutOff = 4 * 1024 * 1024;

/** The same for small ones: answers that wait for one page. */
export const mostAnswers = 2000;

/** How soon to look whether a page that polls has fetched what waits for it, in milliseconds. */
const lookAgain = 250;

/** What Engine.IO hears and does nothing with. */
const passedOver = new Set(['open', 'pong', 'upgrade', 'noop']);

/** A page sends none of these unasked; so many a line may, however long it lives. */
export const mostOdd = 100;

/** What a Socket.IO broadcast hands to each of its clients. */
export interface PacketOptions {
  readonly volatile?: boolean;
  /** Head and payload of the frame, computed once for all of them. */
  readonly wsPreEncodedFrame?: readonly Buffer[];
  /** Both in one piece, made once for all of them. */
  whole?: Buffer;
  /** Whether this is a frame of a large room, looked at once for all of them. */
  gathered?: boolean;
}

/** Packets that Engine.IO keeps until the page can take them; a list of its own for each time it does. */
type Written = readonly { readonly data?: string | Buffer }[];

/** What Engine.IO carries a line on: a WebSocket, or requests of long polling. */
interface Transport {
  readonly name: string;
  readonly writable: boolean;
  readonly socket?: { readonly _socket?: NetSocket };
  /** Something has come from the page. */
  onPacket(packet: { readonly type: string }): void;
}

/** The parts of Socket.IO's client and Engine.IO's socket that this file knows about. */
export interface EngineClient {
  writeToEngine(packets: readonly (string | Buffer)[], options: PacketOptions): void;
  readonly conn: {
    readonly readyState: string;
    readonly upgrading: boolean;
    readonly writeBuffer: Written;
    readonly transport: Transport;
    /** Runs while the answer to a ping is waited for. */
    readonly pingTimeoutTimer: object | null;
    resetPingTimeout(): void;
    close(discard: boolean): void;
    sendPacket(type: string, ...rest: readonly unknown[]): void;
    once(event: 'upgrade', listener: (transport: Transport) => void): void;
  };
}

interface PageParts {
  readonly tellMissed: () => void;
  readonly unread: () => number;
  readonly backlog: Backlog;
}

/** One page, as far as writing to it goes. */
export class Page {
  readonly #conn: EngineClient['conn'];
  readonly #data: Readonly<SocketData>;
  readonly #write: EngineClient['writeToEngine'];
  readonly #tellMissed: () => void;
  readonly #unread: () => number;
  readonly #backlog: Backlog;
  #behind = false;
  /** The TCP socket below a transport, looked up once: a page hears more frames than it has transports. */
  #socket: NetSocket | null = null;
  #socketOf: object | null = null;
  /** What goes out with the answer to who has asked. */
  #held: Buffer | null = null;
  /** Engine.IO's list as far as it was looked at: its length, and the bytes in it. */
  #list: Written = [];
  #counted = 0;
  #listed = 0;
  /** Whether the page was asked if it is still there, and has not answered. */
  #asked: boolean;
  /** How many packets came that no page sends. */
  #odd = 0;
  /** The list in which that question waited, or the bytes written to TCP up to its end. */
  #askedIn: Written | null = null;
  #askedAt = 0;

  /** `unread` are the bytes of an answer of long polling that has begun, and `backlog` knows the other readers. */
  constructor(
    client: EngineClient,
    data: Readonly<SocketData>,
    { tellMissed, unread, backlog }: PageParts,
  ) {
    this.#conn = client.conn;
    this.#data = data;
    this.#unread = unread;
    this.#backlog = backlog;
    this.#write = client.writeToEngine.bind(client);
    this.#tellMissed = tellMissed;
    this.#asked = client.conn.pingTimeoutTimer !== null;
  }

  /**
   * Engine.IO asks every page every few seconds whether it is still there. What it asks goes straight
   * to the TCP socket as well: thousands of these a second weigh as much as all talk does.
   */
  takeOverPings(): void {
    const conn = this.#conn;
    const usual = conn.sendPacket.bind(conn);
    conn.sendPacket = (type, ...rest) => {
      if (type !== 'ping') return usual(type, ...rest);
      const net = this.#net;
      const list = conn.writeBuffer;
      if (net !== null && this.#free) net.write(ping);
      else usual(type, ...rest);
      this.#asked = true;
      this.#askedIn = list.length > 0 && conn.writeBuffer === list ? list : null;
      this.#askedAt = net?.bytesWritten ?? 0;
      return undefined;
    };
    this.#checkPackets(conn.transport);
    if (conn.transport.name === 'websocket') return;
    conn.once('upgrade', (transport) => {
      this.#checkPackets(transport);
      // Engine.IO forgets here that it waits for an answer.
      if (this.#asked) conn.resetPingTimeout();
    });
  }

  /**
   * Lets an answer count only where a question has gone out: it shows that the page reads. Packets that no
   * page sends and Engine.IO passes over are counted, and end the line.
   */
  #checkPackets(transport: Transport): void {
    const usual = transport.onPacket.bind(transport);
    transport.onPacket = (packet) => {
      const answers = packet.type === 'pong' && this.#asked && this.#askedReached;
      if (answers) this.#asked = false;
      if (answers || !passedOver.has(packet.type)) return usual(packet);
      this.#odd += 1;
      if (this.#odd === mostOdd + 1) this.cut();
      return undefined;
    };
  }

  /** Whether the question if it is still there has left for the page. */
  get #askedReached(): boolean {
    if (this.#conn.writeBuffer === this.#askedIn) return false;
    const net = this.#net;
    return net === null || net.bytesWritten - net.writableLength >= this.#askedAt;
  }

  /** Something for this page alone: never left out. */
  answer(packets: readonly (string | Buffer)[], options: PacketOptions): void {
    const net = this.#net;
    const [packet] = packets;
    const { waiting } = this;
    const more = waiting + packets.reduce((sum, one) => sum + one.length, 0);
    if (waiting > cutOff || this.#conn.writeBuffer.length > mostAnswers) this.cut();
    else if (this.#backlog.isFull({ address: this.#data.address, waiting: more })) this.cut();
    else if (net !== null && this.#free && packets.length === 1 && typeof packet === 'string') {
      net.write(this.#after(textFrame(`4${packet}`)));
    } else this.#writeUsually(packets, options);
  }

  /** Something for many; false when this page is too slow for it. */
  broadcast(packets: readonly (string | Buffer)[], options: PacketOptions): boolean {
    const net = this.#net;
    const { length: queued } = this.#conn.writeBuffer;
    if (this.#behind || this.waiting > mostWaiting || queued > mostWaitingMessages) {
      this.miss();
      return false;
    }
    if (net !== null && queued === 0 && this.#free) {
      if (this.#data.unanswered > 0) this.#hold(wholeFrame(options));
      else net.write(wholeFrame(options));
    } else this.#writeUsually(packets, options);
    return true;
  }

  /** Ends the line, and lets go of what waits for it. */
  cut(): void {
    const net = this.#net;
    this.#conn.close(true);
    net?.destroy();
  }

  /** Bytes that wait for this page in our memory, wherever they do. */
  get waiting(): number {
    const list = this.#conn.writeBuffer;
    if (list !== this.#list) {
      this.#list = list;
      this.#counted = 0;
      this.#listed = 0;
    }
    while (this.#counted < list.length) {
      this.#listed += list[this.#counted]?.data?.length ?? 0;
      this.#counted += 1;
    }
    const unread = this.#net?.writableLength ?? this.#unread();
    return this.#listed + (this.#held?.length ?? 0) + unread;
  }

  /**
   * Keeps a frame until this turn ends, so that it goes out in one system call with what follows: to
   * who has asked, the record that came of it, and the answer.
   */
  #hold(frame: Buffer): void {
    if (this.#held === null) process.nextTick(() => this.#letGo());
    this.#held = this.#after(frame);
  }

  /** A frame behind what is held, which is held no longer. */
  #after(frame: Buffer): Buffer {
    const held = this.#held;
    this.#held = null;
    return held === null ? frame : Buffer.concat([held, frame]);
  }

  #letGo(): void {
    const held = this.#held;
    this.#held = null;
    if (held !== null) this.#net?.write(held);
  }

  #writeUsually(packets: readonly (string | Buffer)[], options: PacketOptions): void {
    this.#letGo();
    this.#write(packets, options);
  }

  /**
   * Leaves out what is told from here on, until the page can be told that it has missed something: once
   * it has read what waits for it, or where nothing does, after a pause.
   */
  miss(pause = lookAgain): void {
    if (this.#behind) return;
    this.#behind = true;
    const net = this.#net;
    const again = (): void => {
      if (this.#conn.readyState !== 'open') return;
      if (this.#conn.writeBuffer.length > 0) {
        setTimeout(again, lookAgain).unref();
        return;
      }
      this.#behind = false;
      this.#tellMissed();
    };
    if (net !== null && net.writableNeedDrain) net.once('drain', again);
    else setTimeout(again, pause).unref();
  }

  /** Whether this page misses what is told now. */
  get behind(): boolean {
    return this.#behind;
  }

  /** Whether nothing waits in Engine.IO, behind which a frame would have to queue. */
  get #free(): boolean {
    const { readyState, transport, upgrading, writeBuffer } = this.#conn;
    return readyState === 'open' && transport.writable && writeBuffer.length === 0 && !upgrading;
  }

  get #net(): NetSocket | null {
    const { transport } = this.#conn;
    if (this.#socketOf !== transport) {
      // oxlint-disable-next-line no-underscore-dangle -- the name `ws` gives it, and Engine.IO uses too
      const socket = transport.socket?._socket ?? null;
      this.#socket = transport.name === 'websocket' ? socket : null;
      this.#socketOf = transport;
    }
    return this.#socket;
  }
}

/** A text frame as servers send it: final, without a mask (RFC 6455, 5.2). */
function textFrame(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(head + length);
  frame[0] = 0x81;
  if (head === 2) frame[1] = length;
  else if (head === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.write(text, head);
  return frame;
}

/** Head and payload in one piece, made once for each broadcast: one buffer is one plain write. */
function wholeFrame(options: PacketOptions): Buffer {
  options.whole ??= Buffer.concat(options.wsPreEncodedFrame ?? []);
  return options.whole;
}

/** Whether a page is still there, as Engine.IO asks it (its protocol, revision 4). */
const ping = textFrame('2');
