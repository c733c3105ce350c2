/** A chat over bare `ws`: the first frame names the room, every later one goes to everybody in it. */
import { createServer } from 'node:http';
import { WebSocketServer, type WebSocket } from 'ws';
import { listenAndSay } from './say-address.ts';

const http = createServer();
const sockets = new WebSocketServer({ server: http, perMessageDeflate: false });
const rooms = new Map<string, Set<WebSocket>>();

sockets.on('connection', (socket) => {
  let room: Set<WebSocket> | null = null;
  socket.on('message', (data) => {
    const text = (data as Buffer).toString();
    if (room === null) {
      room = rooms.get(text) ?? new Set();
      rooms.set(text, room);
      room.add(socket);
      socket.send('"joined"');
      return;
    }
    const line = JSON.stringify(JSON.parse(text));
    for (const member of room) member.send(line);
  });
  socket.on('close', () => room?.delete(socket));
});

listenAndSay(http);
