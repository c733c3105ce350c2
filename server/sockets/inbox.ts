import { isUtf8 } from 'node:buffer';
import type { Socket as NetSocket } from 'node:net';
import { largestMessage } from '../../shared/protocol/index.ts';
import type { PageSocket } from './door.ts';

/** The parts of a `ws` socket that this file knows about. */
interface WebSocketParts {
  readonly readyState: number;
  readonly _socket: NetSocket | null;
  readonly _receiver: ReceiverParts;
  emit(event: 'message', data: Buffer, isBinary: boolean): void;
}

/** Where the reader of `ws` stands: all zero between two messages. */
interface ReceiverParts {
  readonly _state: number;
  readonly _bufferedBytes: number;
  readonly _fragmented: number;
}

/** What Engine.IO calls a transport, as far as it is one over `ws`. */
interface TransportParts {
  readonly name: string;
  readonly socket?: WebSocketParts;
}

const open = 1;

/** First byte of a whole text message: final, no extension, opcode 1 (RFC 6455, 5.2). */
const wholeText = 0x81;

/** The bit of the second byte that says that a mask follows, as it must from a page. */
const masked = 0x80;

/**
 * The first step of every message. A page's message nearly always comes as one whole frame in one
 * piece of its TCP stream; such a frame is read right here. Everything else (parts, other kinds,
 * faults) goes to the reader of `ws`, from where it begins to where that reader is done.
 *
 * Reading by `ws` costs several times as much, and its garbage lives long: its reader, an old object,
 * holds the last message's array; once that is old too, each array and message after it is taken
 * for alive until a full collection, which ten thousand pages made necessary every twenty seconds.
 */
export function readQuickly({ conn }: Pick<PageSocket, 'conn'>): void {
  const read = (): void => readTransport(conn.transport);
  if (conn.transport.name === 'websocket') read();
  else conn.once('upgrade', read);
}

function readTransport({ socket: page }: TransportParts): void {
  // oxlint-disable-next-line no-underscore-dangle -- the name `ws` gives it, and Engine.IO uses too
  const net = page?._socket;
  const [usual, ...others] = net?.listeners('data') ?? [];
  if (page === undefined || !net || usual === undefined || others.length > 0) return;
  const readUsually = usual as (this: NetSocket, chunk: Buffer) => void;
  const read = (chunk: Buffer): void => {
    const rest = readWhole(page, chunk);
    if (rest !== null) readUsually.call(net, rest);
  };
  net.removeListener('data', readUsually);
  // Like the wrapper of `once`: when `ws` takes its own listener away, this one goes.
  net.on('data', Object.assign(read, { listener: readUsually }));
}

/** Reads whole messages off a piece of the stream; answers what `ws` must read, if anything. */
function readWhole(page: WebSocketParts, chunk: Buffer): Buffer | null {
  let at = 0;
  while (between(page)) {
    const frame = wholeFrameAt(chunk, at);
    if (frame === null) break;
    const { mask, data, end } = frame;
    unmask(chunk, mask, data, end);
    const text = chunk.subarray(data, end);
    if (!isUtf8(text)) {
      // What is wrong with it, `ws` says to the page: it gets the frame as it came.
      unmask(chunk, mask, data, end);
      break;
    }
    page.emit('message', text, false);
    if (end === chunk.length) return null;
    at = end;
  }
  return at === 0 ? chunk : chunk.subarray(at);
}

/** Whether the reader of `ws` has taken whole messages only, and still reads. */
function between({ readyState, _receiver }: WebSocketParts): boolean {
  const { _state, _bufferedBytes, _fragmented } = _receiver;
  return readyState === open && _state === 0 && _bufferedBytes === 0 && _fragmented === 0;
}

/** Where a whole text frame that begins here has its mask and its data, and ends. */
function wholeFrameAt(
  chunk: Buffer,
  at: number,
): { readonly mask: number; readonly data: number; readonly end: number } | null {
  if (at + 6 > chunk.length || chunk[at] !== wholeText) return null;
  const second = chunk[at + 1] ?? 0;
  if (second < masked) return null;
  let length = second - masked;
  let mask = at + 2;
  if (length === 126) {
    length = chunk.readUInt16BE(mask);
    mask += 2;
  } else if (length === 127) return null;
  const data = mask + 4;
  const end = data + length;
  return length === 0 || length > largestMessage || end > chunk.length ? null : { mask, data, end };
}

/** Takes the mask off the data, or puts it on again, in place (RFC 6455, 5.3). */
function unmask(chunk: Buffer, mask: number, data: number, end: number): void {
  for (let i = data; i < end; i++)
    chunk[i] = (chunk[i] ?? 0) ^ (chunk[mask + ((i - data) & 3)] ?? 0);
}
