import { RawSocket, type Target } from './raw-socket.ts';

const ping = 0x32; // '2'
const message = 0x34; // '4'
const event = 0x32; // '2'
const ack = 0x33; // '3'

/** How a page comes to a Socket.IO server. */
export interface PageComing {
  readonly cookie?: string;
  readonly from?: string;
}

/**
 * A page's line to a Socket.IO server, spoken by hand over one raw WebSocket: Engine.IO's pings are
 * answered, events come as bytes, and only answers that somebody waits for are parsed.
 */
export class PageLine {
  readonly #raw: RawSocket;
  readonly #waiting = new Map<number, (answer: unknown) => void>();
  #asked = 0;
  /** The JSON array of an event, as bytes that may be looked at until the listener returns. */
  onEvent: (payload: Buffer) => void = () => {};
  onClose: (why: string) => void = () => {};

  private constructor(raw: RawSocket) {
    this.#raw = raw;
  }

  /** Opens a line; it is in the main namespace when this resolves. */
  static async open(target: Target, coming: PageComing = {}): Promise<PageLine> {
    const path = '/socket.io/?EIO=4&transport=websocket';
    const raw = await RawSocket.open(target, { path, ...coming });
    const line = new PageLine(raw);
    await new Promise<void>((resolve, reject) => {
      raw.onClose = (why) => reject(new Error(why));
      raw.onText = (payload) => {
        const text = payload.toString();
        if (text.startsWith('0{')) raw.send('40');
        else if (text === '2') raw.send('3');
        else if (text.startsWith('40')) resolve();
        else reject(new Error(text));
      };
    });
    raw.onText = (payload) => line.#hear(payload);
    raw.onClose = (why) => line.onClose(why);
    return line;
  }

  /** Sends an event that nobody answers. */
  tell(name: string, body: unknown): void {
    this.#raw.send(`42${JSON.stringify([name, body])}`);
  }

  /** Sends an event and waits for its answer. */
  ask<T>(name: string, ...body: readonly unknown[]): Promise<T> {
    return new Promise((resolve) => {
      this.#waiting.set(this.#asked, resolve as (answer: unknown) => void);
      this.#raw.send(`42${this.#asked++}${JSON.stringify([name, ...body])}`);
    });
  }

  /** Sends an event whose answer is counted as a refusal or not, and never parsed. */
  askLightly(name: string, body: unknown, answered: (granted: boolean) => void): void {
    this.#waiting.set(this.#asked, answered as (answer: unknown) => void);
    this.#light.add(this.#asked);
    this.#raw.send(`42${this.#asked++}${JSON.stringify([name, body])}`);
  }

  pause(): void {
    this.#raw.pause();
  }

  resume(): void {
    this.#raw.resume();
  }

  close(): void {
    this.#raw.close();
  }

  readonly #light = new Set<number>();

  #hear(payload: Buffer): void {
    if (payload[0] === ping) return this.#raw.send('3');
    if (payload[0] !== message) return undefined;
    if (payload[1] === event) return this.onEvent(payload.subarray(2));
    if (payload[1] === ack) this.#answer(payload);
    return undefined;
  }

  #answer(payload: Buffer): void {
    let id = 0;
    let at = 2;
    for (; payload[at] !== 0x5b && at < payload.length; at++) {
      id = id * 10 + payload.readUInt8(at) - 0x30;
    }
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (waiting === undefined) return;
    if (this.#light.delete(id)) waiting(payload.indexOf('"ok":true', at) === at + 2);
    else waiting((JSON.parse(payload.subarray(at).toString()) as unknown[])[0]);
  }
}
