/** ShareDB as its guide sets it up: operational transformation, everything in memory. */
import { createServer } from 'node:http';
import ShareDb from 'sharedb';
import { WebSocketServer } from 'ws';
import { jsonStream } from './json-stream.ts';
import { listenAndSay } from './say-address.ts';

const http = createServer();
const sockets = new WebSocketServer({ server: http, perMessageDeflate: false });
const backend = new ShareDb();

sockets.on('connection', (socket) => {
  backend.listen(jsonStream(socket));
});

listenAndSay(http);
