import { once } from 'node:events';
import { Connection, type Doc, type Op } from 'sharedb/lib/client/index.js';
import { WebSocket } from 'ws';
import { startPeer } from '../measure/server.ts';
import type { RelayServer, Side, TypingRoom } from './rooms.ts';

interface Written {
  readonly text: string;
}

type Page = { readonly socket: WebSocket; readonly docs: readonly [Doc<Written>, Doc<Written>] };

/** ShareDB with its own client: one JSON document for each text. */
export const shareDb: RelayServer = {
  name: 'sharedb',
  start: () => startPeer('sharedb'),
  async open(server, room, spectators, heard): Promise<TypingRoom> {
    const pages: Page[] = [];
    for (let i = 0; i < spectators + 2; i++) {
      const socket = new WebSocket(`ws://${server.host}:${server.port}/`);
      // ShareDB's client wants the browser's WebSocket, which that of `ws` is in all it uses.
      const connection = new Connection(
        socket as unknown as ConstructorParameters<typeof Connection>[0],
      );
      await once(socket, 'open');
      const docs = [
        connection.get('rooms', `${room}-0`) as Doc<Written>,
        connection.get('rooms', `${room}-1`) as Doc<Written>,
      ] as const;
      for (const [side, doc] of docs.entries()) {
        if (i === 0) {
          await settled((done) => doc.fetch(done));
          await settled((done) => doc.create({ text: '' }, done));
        }
        await settled((done) => doc.subscribe(done));
        doc.on('op batch', (_ops, source) => {
          if (!source && i === 1 - side) heard(side as Side, 1);
        });
      }
      pages.push({ socket, docs });
    }
    return {
      async type(side, keys) {
        const doc = pages[side]?.docs[side];
        if (doc === undefined) throw new Error('nobody types there');
        for (const { at, deleted, inserted } of keys) {
          const ops: Op[] = [];
          const old = doc.data.text.slice(at, at + deleted);
          if (deleted > 0) ops.push({ p: ['text', at], sd: old });
          if (inserted !== '') ops.push({ p: ['text', at], si: inserted });
          await settled((done) => doc.submitOp(ops, {}, done));
        }
      },
      copies: (side) =>
        [pages[side], ...pages.filter((_, i) => i !== side)].map(
          (page) => page?.docs[side].data.text ?? '',
        ),
      close: () => {
        for (const { socket } of pages) socket.terminate();
      },
    };
  },
};

function settled(work: (done: (error?: unknown) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    work((error) => {
      if (error === undefined || error === null) resolve();
      else reject(error instanceof Error ? error : new Error(JSON.stringify(error)));
    });
  });
}
