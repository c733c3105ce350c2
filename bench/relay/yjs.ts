import { once } from 'node:events';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import { readSyncMessage, writeSyncStep1, writeUpdate } from 'y-protocols/sync';
import { Doc, type Text } from 'yjs';
import { startPeer } from '../measure/server.ts';
import type { RelayServer, Side, TypingRoom } from './rooms.ts';

const sync = 0;

/** Yjs over `ws`: the server merges, keeps and passes on, and every page holds the document. */
export const yWebsocket: RelayServer = {
  name: 'y-websocket',
  start: () => startPeer('y-websocket'),
  async open(server, room, spectators, heard): Promise<TypingRoom> {
    const pages: { socket: WebSocket; texts: readonly [Text, Text] }[] = [];
    for (let i = 0; i < spectators + 2; i++) {
      const socket = new WebSocket(`ws://${server.host}:${server.port}/room-${room}`);
      const doc = new Doc();
      const texts = [doc.getText('0'), doc.getText('1')] as const;
      const send = (write: (encoder: encoding.Encoder) => void): void => {
        const encoder = encoding.createEncoder();
        encoding.writeVarUint(encoder, sync);
        write(encoder);
        socket.send(encoding.toUint8Array(encoder));
      };
      socket.on('message', (data) => {
        const decoder = decoding.createDecoder(new Uint8Array(data as Buffer));
        if (decoding.readVarUint(decoder) !== sync) return;
        const encoder = encoding.createEncoder();
        encoding.writeVarUint(encoder, sync);
        readSyncMessage(decoder, encoder, doc, socket);
        if (encoding.length(encoder) > 1) socket.send(encoding.toUint8Array(encoder));
      });
      doc.on('update', (update: Uint8Array, origin: unknown) => {
        if (origin !== socket) send((encoder) => writeUpdate(encoder, update));
      });
      texts.forEach((text, side) => {
        text.observe((_event, transaction) => {
          if (!transaction.local && i === 1 - side) heard(side as Side, 1);
        });
      });
      await once(socket, 'open');
      send((encoder) => writeSyncStep1(encoder, doc));
      pages.push({ socket, texts });
    }
    return {
      async type(side, keys) {
        const text = pages[side]?.texts[side];
        for (const { at, deleted, inserted } of keys) {
          text?.doc?.transact(() => {
            if (deleted > 0) text.delete(at, deleted);
            if (inserted !== '') text.insert(at, inserted);
          });
        }
      },
      copies: (side) =>
        [pages[side], ...pages.filter((_, i) => i !== side)].map(
          (page) => page?.texts[side].toJSON() ?? '',
        ),
      close: () => {
        for (const { socket } of pages) socket.terminate();
      },
    };
  },
};
