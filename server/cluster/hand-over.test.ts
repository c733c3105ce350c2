import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readFirstPieceOnly } from './hand-over.ts';

let http: Server;
let page: Socket;
/** What the primary has read. */
let read: string[];

beforeEach(async () => {
  read = [];
  http = createServer();
  // As the library does it that hands connections over.
  http.on('connection', (socket: Socket) => {
    socket.removeAllListeners('data');
    socket.on('data', (piece: Buffer) => read.push(piece.toString()));
  });
  readFirstPieceOnly(http);
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  page = connect((http.address() as AddressInfo).port, '127.0.0.1');
  await once(page, 'connect');
});

afterEach(() => {
  page.destroy();
  http.close();
  http.closeAllConnections();
});

/** Sends a piece; it lies at the other end when this settles, and whoever reads there has read it. */
async function sent(piece: string): Promise<void> {
  await new Promise<void>((resolve) => {
    page.write(piece, () => resolve());
  });
  for (let turns = 0; turns < 5; turns++) await turn();
}

test('A14 what a page says after its first request is left to the worker', async () => {
  const upgrade = 'GET /socket.io/?transport=websocket HTTP/1.1\r\nUpgrade: websocket\r\n\r\n';
  page.write(upgrade);
  await expect.poll(() => read).toEqual([upgrade]);
  await sent('a first message');
  await sent('a second message');
  expect(read).toEqual([upgrade]);
});

test('A14 a request that comes in pieces is read to its end', async () => {
  const head = 'POST /socket.io/?transport=polling HTTP/1.1\r\nContent-Length: 6\r\n\r\n';
  page.write(head);
  await expect.poll(() => read).toEqual([head]);
  page.write('abc');
  await expect.poll(() => read.join('')).toBe(`${head}abc`);
  page.write('def');
  await expect.poll(() => read.join('')).toBe(`${head}abcdef`);
});
