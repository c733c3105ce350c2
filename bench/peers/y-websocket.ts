/** Yjs behind `ws`, with the messages y-websocket speaks: the document lives on the server too. */
import { createServer } from 'node:http';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebSocketServer, type WebSocket } from 'ws';
import { readSyncMessage, writeSyncStep1, writeUpdate } from 'y-protocols/sync';
import { Doc } from 'yjs';
import { listenAndSay } from './say-address.ts';

/** The only kind of y-websocket message needed here; the others are awareness and auth. */
const sync = 0;

interface Shared {
  readonly doc: Doc;
  readonly members: Set<WebSocket>;
}

const http = createServer();
const sockets = new WebSocketServer({ server: http, perMessageDeflate: false });
const rooms = new Map<string, Shared>();

function open(name: string): Shared {
  const doc = new Doc();
  const members = new Set<WebSocket>();
  doc.on('update', (update: Uint8Array) => {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, sync);
    writeUpdate(encoder, update);
    const message = encoding.toUint8Array(encoder);
    for (const member of members) member.send(message);
  });
  const shared = { doc, members };
  rooms.set(name, shared);
  return shared;
}

sockets.on('connection', (socket, request) => {
  socket.binaryType = 'nodebuffer';
  const name = request.url ?? '/';
  const { doc, members } = rooms.get(name) ?? open(name);
  members.add(socket);
  socket.on('close', () => members.delete(socket));
  socket.on('message', (data) => {
    const decoder = decoding.createDecoder(new Uint8Array(data as Buffer));
    if (decoding.readVarUint(decoder) !== sync) return;
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, sync);
    readSyncMessage(decoder, encoder, doc, socket);
    if (encoding.length(encoder) > 1) socket.send(encoding.toUint8Array(encoder));
  });
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, sync);
  writeSyncStep1(encoder, doc);
  socket.send(encoding.toUint8Array(encoder));
});

listenAndSay(http);
