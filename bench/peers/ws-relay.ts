/** Bare `ws`: the first frame names the room, every later one goes to the others, unread. */
import { createServer } from 'node:http';
import { WebSocketServer, type WebSocket } from 'ws';
import { listenAndSay } from './say-address.ts';

const http = createServer();
const sockets = new WebSocketServer({ server: http, perMessageDeflate: false });
const rooms = new Map<string, Set<WebSocket>>();

sockets.on('connection', (socket) => {
  let room: Set<WebSocket> | null = null;
  socket.on('message', (data) => {
    if (room === null) {
      const name = (data as Buffer).toString();
      room = rooms.get(name) ?? new Set();
      rooms.set(name, room);
      room.add(socket);
      socket.send('joined');
      return;
    }
    for (const member of room) if (member !== socket) member.send(data, { binary: false });
  });
  socket.on('close', () => room?.delete(socket));
});

listenAndSay(http);
