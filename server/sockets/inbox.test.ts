import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo, type Socket as NetSocket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Server } from 'socket.io';
import { expect, onTestFinished, test } from 'vitest';
import { randomStream } from '../../shared/base/random.ts';
import { largestMessage } from '../../shared/protocol/index.ts';
import { readQuickly } from './inbox.ts';

const mask = Buffer.from([0x12, 0x34, 0x56, 0x78]);

/** A frame as pages send it (RFC 6455, 5.2), or with faults. */
function frame(first: number, payload: string | Buffer, isMasked = true): Buffer {
  const data = Buffer.from(payload);
  const lead = isMasked ? 0x80 : 0;
  const { length } = data;
  const head = [first];
  if (length < 126) head.push(lead | length);
  else if (length < 65_536) head.push(lead | 126, length >> 8, length & 255);
  else head.push(lead | 127, 0, 0, 0, 0, 0, length >> 16, (length >> 8) & 255, length & 255);
  if (!isMasked) return Buffer.concat([Buffer.from(head), data]);
  return Buffer.concat([Buffer.from(head), mask, data.map((byte, i) => byte ^ (mask[i & 3] ?? 0))]);
}

const text = (body: string): Buffer => frame(0x81, body);
const said = (body: unknown): Buffer => text(`42${JSON.stringify(['said', body])}`);

/** A server that hears one page, and the TCP socket below: pieces of a stream are put into it by hand. */
async function listening(quickly: boolean): Promise<{
  readonly heard: unknown[];
  readonly net: NetSocket;
}> {
  const http = createServer();
  const io = new Server(http, { transports: ['websocket'], maxHttpBufferSize: largestMessage });
  const heard: unknown[] = [];
  io.on('connection', (socket) => {
    if (quickly) readQuickly(socket);
    socket.onAny((...words: unknown[]) => heard.push(words));
    socket.on('disconnect', (reason) => heard.push(`gone: ${reason}`));
  });
  await once(http.listen(0, '127.0.0.1'), 'listening');
  const { port } = http.address() as AddressInfo;
  const upgraded = once(http, 'upgrade');
  const page = connect(port, '127.0.0.1').on('error', () => {});
  page.resume();
  page.write(
    'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: here\r\nConnection: Upgrade\r\n' +
      'Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n' +
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
  );
  const [, net] = (await upgraded) as [unknown, NetSocket];
  const connected = once(io, 'connection');
  page.write(text('40'));
  await connected;
  onTestFinished(async () => {
    page.destroy();
    await io.close();
  });
  return { heard, net };
}

async function heardOf(pieces: readonly Buffer[], quickly: boolean): Promise<unknown[]> {
  const { heard, net } = await listening(quickly);
  for (const piece of pieces) {
    // Reading changes a piece: each server gets its own.
    net.emit('data', Buffer.from(piece));
    await nextTurn();
  }
  for (let turn = 0; turn < 5; turn++) await nextTurn();
  return heard;
}

/** The stream cut at some places. */
function cut(stream: Buffer, places: readonly number[]): Buffer[] {
  const ends = [...new Set([...places, stream.length])].toSorted((a, b) => a - b);
  return ends.map((end, index) => stream.subarray(ends[index - 1] ?? 0, end));
}

const parts = [
  frame(0x01, '42["said",'),
  frame(0x89, 'still there?'),
  frame(0x80, '"in two parts"]'),
];

const streams: Readonly<Record<string, readonly Buffer[]>> = {
  'small and large, with every kind of letter': [
    said('a'),
    said('x'.repeat(300)),
    said('お早う 👋'),
    said('y'.repeat(70_000)),
    said(1),
  ],
  'heartbeats between': [text('3'), said(1), text('3'), said(2)],
  'parts, with a control frame between them': [said('before'), ...parts, said('after')],
  'an empty message': [said(1), text(''), said(2)],
  'letters that are none': [
    said(1),
    frame(0x81, Buffer.from([0x34, 0x32, 0xff, 0xfe])),
    said('never heard'),
  ],
  'no mask': [said(1), frame(0x81, '42["said",2]', false), said('never heard')],
  'a kind that does not exist': [said(1), frame(0x83, 'x'), said('never heard')],
  'a bit that nobody agreed on': [said(1), frame(0xc1, 'x'), said('never heard')],
  'a goodbye': [said(1), frame(0x88, Buffer.from([0x03, 0xe8])), said('never heard')],
  'bytes where letters belong': [said(1), frame(0x82, Buffer.from([1, 2, 3])), said(2)],
  'larger than allowed': [said(1), said('z'.repeat(largestMessage)), said('never heard')],
};

test.each(Object.entries(streams))(
  'A15 a stream is heard as ws hears it, however it comes in pieces: %s',
  async (name, frames) => {
    const stream = Buffer.concat(frames);
    const random = randomStream('inbox', name);
    const frameEnds = frames.map((_, index) => Buffer.concat(frames.slice(0, index)).length);
    const ways = [[], frameEnds, frameEnds.map((end) => end + 1), frameEnds.map((end) => end + 3)];
    for (let i = 0; i < 8; i++) {
      ways.push(Array.from({ length: 1 + random.integer(6) }, () => random.integer(stream.length)));
    }
    for (const places of ways) {
      const pieces = cut(stream, places);
      const heard = await heardOf(pieces, true);
      expect(heard).toEqual(await heardOf(pieces, false));
      expect(heard.length).toBeGreaterThan(0);
      expect(JSON.stringify(heard)).not.toContain('never');
    }
  },
);
