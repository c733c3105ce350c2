/**
 * The collaborative editor of CodeMirror's own example over Socket.IO: an authority that holds the
 * text and the list of updates, takes a push of the current version and tells everybody.
 */
import { createServer } from 'node:http';
import { ChangeSet, Text } from '@codemirror/state';
import type { Update } from '@codemirror/collab';
import { Server } from 'socket.io';
import { listenAndSay } from './say-address.ts';

interface Authority {
  doc: Text;
  readonly updates: Update[];
}

interface Push {
  readonly side: number;
  readonly version: number;
  readonly updates: readonly { readonly clientID: string; readonly changes: unknown }[];
}

const http = createServer();
const io = new Server(http, { transports: ['websocket'], perMessageDeflate: false });
const rooms = new Map<string, readonly [Authority, Authority]>();

function newAuthority(): Authority {
  return { doc: Text.empty, updates: [] };
}

io.on('connection', (socket) => {
  let room = '';
  socket.on('join', (name: string, reply: () => void) => {
    room = name;
    if (!rooms.has(room)) rooms.set(room, [newAuthority(), newAuthority()]);
    void socket.join(room);
    reply();
  });
  socket.on('push', (push: Push, reply: (answer: { ok: boolean }) => void) => {
    const authority = rooms.get(room)?.[push.side as 0 | 1];
    if (authority === undefined || push.version !== authority.updates.length) {
      reply({ ok: false });
      return;
    }
    for (const { clientID, changes } of push.updates) {
      const update = { clientID, changes: ChangeSet.fromJSON(changes) };
      authority.updates.push(update);
      authority.doc = update.changes.apply(authority.doc);
    }
    reply({ ok: true });
    socket.to(room).emit('updates', push);
  });
});

listenAndSay(http);
