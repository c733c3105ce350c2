import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

/** Where a load client goes to. */
export interface Target {
  readonly host: string;
  readonly port: number;
}

/** How one comes: which address of this machine it comes from, and what it says first. */
export interface Coming {
  readonly path: string;
  readonly cookie?: string;
  readonly from?: string;
}

/** What reads a socket; it is shared by all of them, since it is done with before the next read. */
const inbox = Buffer.allocUnsafeSlow(256 * 1024);

const endOfHead = Buffer.from('\r\n\r\n');
const finalText = 0x81;

/**
 * A WebSocket client that does next to nothing, so that one core can pretend to be ten thousand of
 * them: unmasked text frames in, frames with an empty mask out, no allocation while reading.
 */
export class RawSocket {
  readonly #socket: Socket;
  #rest: Buffer | null = null;
  #open = false;
  #paused = false;
  /** Payload of a text frame; it may be looked at until the listener returns. */
  onText: (payload: Buffer) => void = () => {};
  onClose: (why: string) => void = () => {};

  private constructor(socket: Socket) {
    this.#socket = socket;
  }

  /** Opens a connection; rejects with the server's status line when it is not let in. */
  static open(target: Target, coming: Coming): Promise<RawSocket> {
    return new Promise((resolve, reject) => {
      let raw: RawSocket | null = null;
      const socket = connect({
        ...target,
        ...(coming.from === undefined ? {} : { localAddress: coming.from }),
        noDelay: true,
        onread: {
          buffer: inbox,
          callback: (count, buffer) => {
            if (raw === null) return true;
            raw.#read(buffer as Buffer, count, resolve, reject);
            return !raw.#paused;
          },
        },
      });
      raw = new RawSocket(socket);
      const opened = raw;
      socket.on('connect', () => {
        const key = randomBytes(16).toString('base64');
        socket.write(
          `GET ${coming.path} HTTP/1.1\r\nHost: ${target.host}:${target.port}\r\n` +
            `Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n` +
            `Sec-WebSocket-Key: ${key}\r\n` +
            (coming.cookie === undefined ? '' : `Cookie: ${coming.cookie}\r\n`) +
            '\r\n',
        );
      });
      socket.on('error', (error) => {
        reject(error);
        opened.onClose(error.message);
      });
      socket.on('close', () => {
        reject(new Error('closed before it was open'));
        opened.onClose('closed');
      });
    });
  }

  /** Sends a text frame. */
  send(text: string): void {
    this.#socket.write(maskedFrame(text));
  }

  /** Reads nothing more until `resume`: a reader that is too slow. */
  pause(): void {
    this.#paused = true;
    this.#socket.pause();
  }

  resume(): void {
    this.#paused = false;
    this.#socket.resume();
  }

  close(): void {
    this.onClose = () => {};
    this.#socket.destroy();
  }

  #read(
    buffer: Buffer,
    count: number,
    opened: (socket: RawSocket) => void,
    refused: (why: Error) => void,
  ): void {
    let data = buffer.subarray(0, count);
    if (this.#rest !== null) {
      data = Buffer.concat([this.#rest, data]);
      this.#rest = null;
    }
    let at = 0;
    if (!this.#open) {
      const end = data.indexOf(endOfHead);
      if (end < 0) {
        this.#rest = Buffer.from(data);
        return;
      }
      const status = data.subarray(0, data.indexOf('\r\n')).toString('latin1');
      if (!status.includes(' 101 ')) {
        refused(new Error(status));
        this.close();
        return;
      }
      this.#open = true;
      at = end + 4;
      opened(this);
      if (at < count) {
        // Whoever asked for this socket gets it after this turn; what came with it waits till then.
        const early = Buffer.from(data.subarray(at));
        setImmediate(() => this.#frames(early, 0));
        return;
      }
    }
    this.#frames(data, at);
  }

  #frames(data: Buffer, start: number): void {
    let at = start;
    for (;;) {
      const left = data.length - at;
      if (left < 2) break;
      const short = data.readUInt8(at + 1) & 0x7f;
      const head = short === 126 ? 4 : short === 127 ? 10 : 2;
      if (left < head) break;
      const length =
        short === 126
          ? data.readUInt16BE(at + 2)
          : short === 127
            ? data.readUIntBE(at + 4, 6)
            : short;
      if (left < head + length) break;
      const payload = data.subarray(at + head, at + head + length);
      if (data[at] === finalText) this.onText(payload);
      else this.#control(data.readUInt8(at) & 0x0f, payload);
      at += head + length;
    }
    this.#rest = at < data.length ? Buffer.from(data.subarray(at)) : null;
  }

  #control(opcode: number, payload: Buffer): void {
    if (opcode === 9) {
      this.#socket.write(
        Buffer.concat([Buffer.from([0x8a, 0x80 | payload.length, 0, 0, 0, 0]), payload]),
      );
    }
    if (opcode === 8) this.#socket.end();
  }
}

/** A frame whose mask is all zeros, which the protocol allows: the text stays as it is. */
function maskedFrame(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const head = length < 126 ? 6 : length < 65_536 ? 8 : 14;
  const frame = Buffer.allocUnsafe(head + length);
  frame[0] = finalText;
  if (head === 6) frame[1] = 0x80 | length;
  else if (head === 8) {
    frame[1] = 0x80 | 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 0x80 | 127;
    frame.writeUIntBE(0, 2, 2);
    frame.writeUIntBE(length, 4, 6);
  }
  frame.fill(0, head - 4, head);
  frame.write(text, head);
  return frame;
}
