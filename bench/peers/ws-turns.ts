/** A clock over bare `ws`: the first frame says how long a turn is, then one frame comes in each turn. */
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';
import { listenAndSay } from './say-address.ts';

const http = createServer();
const sockets = new WebSocketServer({ server: http, perMessageDeflate: false });

sockets.on('connection', (socket) => {
  let timer: NodeJS.Timeout | undefined;
  socket.on('message', (data) => {
    const turnTime = Number((data as Buffer).toString());
    let dueAt = Date.now() + turnTime;
    const play = (): void => {
      const playedFor = dueAt;
      dueAt += turnTime;
      timer = setTimeout(play, dueAt - Date.now());
      socket.send(JSON.stringify({ playedFor, dueAt }));
    };
    timer = setTimeout(play, turnTime);
  });
  socket.on('close', () => clearTimeout(timer));
});

listenAndSay(http);
