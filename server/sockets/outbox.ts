import type { Socket as NetSocket } from 'node:net';
import type { Traffic } from '../traffic.ts';
import type { PageSocket, SocketData } from './door.ts';
import { LateFrames } from './late-frames.ts';

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

/** Gathered frames written in one turn of the event loop: about 2 ms, then others get theirs. */
const slice = 256;

/**
 * Gathered frames that may wait for their turn, counted by page: what ten thousand people are told in
 * five intervals, a second or two of writing. Where more waits, rooms speak faster than this process
 * can write; whom that meets misses what is told, and asks for it later.
 */
export const mostLate = 50_000;

/**
 * Whoever missed something because too much was told hears of it after so many milliseconds: to tell
 * them, and to answer what they ask, costs more than a few frames, so it must not come often.
 */
const pileUpPause = 3000;

/** What a Socket.IO broadcast hands to each of its clients. */
interface PacketOptions {
  readonly volatile?: boolean;
  /** Head and payload of the frame, computed once for all of them. */
  readonly wsPreEncodedFrame?: readonly Buffer[];
  /** Both in one piece, made once for all of them. */
  whole?: Buffer;
  /** Whether this is a frame of a large room, looked at once for all of them. */
  gathered?: boolean;
}

/** The parts of Socket.IO's client and Engine.IO's socket that this file knows about. */
interface EngineClient {
  writeToEngine(packets: readonly (string | Buffer)[], options: PacketOptions): void;
  readonly conn: {
    readonly readyState: string;
    readonly upgrading: boolean;
    readonly writeBuffer: readonly unknown[];
    readonly transport: {
      readonly name: string;
      readonly writable: boolean;
      readonly socket?: { readonly _socket?: NetSocket };
    };
    close(discard: boolean): void;
    sendPacket(type: string, ...rest: readonly unknown[]): void;
  };
}

/**
 * The last step of every frame. A broadcast to a page that keeps up goes straight to its TCP socket
 * in one write, past the queues of Engine.IO and `ws`, which cost more than the system call itself;
 * everything else takes the usual way. A page that does not keep up misses broadcasts, is told so
 * once it reads again, and asks for what it has not seen (A5).
 */
export class Outbox {
  readonly #traffic: Pick<Traffic, 'frames' | 'missed'>;
  #written = 0;
  #turnEnds = false;
  readonly #late = new LateFrames<Page, PacketOptions>();

  constructor(traffic: Pick<Traffic, 'frames' | 'missed'>) {
    this.#traffic = traffic;
  }

  /** Takes over what is written to a page. */
  serve(socket: PageSocket): void {
    const client = socket.client as unknown as EngineClient;
    const page = new Page(client, socket.data, () => socket.emit('missed'));
    client.writeToEngine = (packets, options) => this.#write(page, packets, options);
    page.takeOverPings();
  }

  #write(page: Page, packets: readonly (string | Buffer)[], options: PacketOptions): void {
    if (options.wsPreEncodedFrame === undefined) return page.answer(packets, options);
    options.gathered ??= isGathered(packets);
    if (!options.gathered) return this.#broadcast(page, packets, options);
    if (page.behind) {
      this.#traffic.missed += 1;
      return undefined;
    }
    this.#endTurn();
    if (this.#late.waiting === 0 && this.#written < slice) {
      this.#written += 1;
      return this.#broadcast(page, packets, options);
    }
    if (this.#late.waiting < mostLate) return this.#late.add(page, packets, options);
    page.miss(pileUpPause);
    this.#traffic.missed += 1;
    return undefined;
  }

  #broadcast(page: Page, packets: readonly (string | Buffer)[], options: PacketOptions): void {
    if (page.broadcast(packets, options)) this.#traffic.frames += 1;
    else this.#traffic.missed += 1;
  }

  /** Gives everybody else a turn, then writes the next slice of what waits. */
  #endTurn(): void {
    if (this.#turnEnds) return;
    this.#turnEnds = true;
    setImmediate(() => {
      this.#turnEnds = false;
      this.#written = this.#late.take(slice, (page, packets, options) =>
        this.#broadcast(page, packets, options),
      );
      if (this.#written > 0) this.#endTurn();
    });
  }
}

/** One page, as far as writing to it goes. */
class Page {
  readonly #conn: EngineClient['conn'];
  readonly #data: Readonly<SocketData>;
  readonly #write: EngineClient['writeToEngine'];
  readonly #tellMissed: () => void;
  #behind = false;
  /** The TCP socket below a transport, looked up once: a page hears more frames than it has transports. */
  #socket: NetSocket | null = null;
  #socketOf: object | null = null;
  /** What goes out with the answer to who has asked. */
  #held: Buffer | null = null;

  constructor(client: EngineClient, data: Readonly<SocketData>, tellMissed: () => void) {
    this.#conn = client.conn;
    this.#data = data;
    this.#write = client.writeToEngine.bind(client);
    this.#tellMissed = tellMissed;
  }

  /**
   * Engine.IO asks every page every few seconds whether it is still there. What it asks goes straight
   * to the TCP socket as well: thousands of these a second weigh as much as all talk does.
   */
  takeOverPings(): void {
    const conn = this.#conn;
    const usual = conn.sendPacket.bind(conn);
    conn.sendPacket = (type, ...rest) => {
      const net = this.#net;
      if (type === 'ping' && rest.length === 0 && net !== null && this.#free) net.write(ping);
      else usual(type, ...rest);
    };
  }

  /** Something for this page alone: never left out. */
  answer(packets: readonly (string | Buffer)[], options: PacketOptions): void {
    const net = this.#net;
    const [packet] = packets;
    if ((net?.writableLength ?? 0) > cutOff) this.#conn.close(true);
    else if (net !== null && this.#free && packets.length === 1 && typeof packet === 'string') {
      net.write(this.#after(textFrame(`4${packet}`)));
    } else this.#writeUsually(packets, options);
  }

  /** Something for many; false when this page is too slow for it. */
  broadcast(packets: readonly (string | Buffer)[], options: PacketOptions): boolean {
    const net = this.#net;
    const waiting = net?.writableLength ?? 0;
    const { length: queued } = this.#conn.writeBuffer;
    if (this.#behind || waiting > mostWaiting || queued > mostWaitingMessages) {
      this.miss();
      return false;
    }
    if (net !== null && queued === 0 && this.#free) {
      if (this.#data.unanswered > 0) this.#hold(wholeFrame(options));
      else net.write(wholeFrame(options));
    } else this.#writeUsually(packets, options);
    return true;
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

/** How soon to look whether a page that polls has fetched what waits for it, in milliseconds. */
const lookAgain = 250;

function isGathered([packet]: readonly (string | Buffer)[]): boolean {
  return typeof packet === 'string' && packet.startsWith('2["batch"');
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
