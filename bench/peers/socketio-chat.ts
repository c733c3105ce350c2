/** A plain Socket.IO chat, as its own guide writes it: join a room, emit to the room. */
import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { listenAndSay } from './say-address.ts';

const http = createServer();
const io = new Server(http, { transports: ['websocket'], perMessageDeflate: false });

io.on('connection', (socket) => {
  let room = '';
  socket.on('join', (name: string, reply: () => void) => {
    room = name;
    void socket.join(room);
    reply();
  });
  socket.on('say', (message: { text: string }, reply: (answer: { ok: boolean }) => void) => {
    io.to(room).emit('chat', message);
    reply({ ok: true });
  });
});

listenAndSay(http);
