import { io, type Socket } from 'socket.io-client';
import type { Milliseconds } from '../../shared/base/ids.ts';
import { refused, unreachable } from '../../shared/base/result.ts';
import type { ClientToServer, RoomMessage, ServerToClient } from '../../shared/protocol/index.ts';
import type { Line, LineEvents } from './line.ts';
import { refusalIn } from './connect-refusal.ts';
import type { ClientAnswer } from './types.ts';

/** A transport that has not opened by then is given up: a slow phone needs about two seconds. */
const openPatience: Milliseconds = 5000;

/** An answer that takes longer will hardly come: a store that hangs is refused sooner. */
const answerPatience: Milliseconds = 5000;

/** Where there is no page: the server to go to, and the session cookie a browser would send. */
export interface SocketServer {
  readonly url: string;
  readonly cookie: string;
}

/** A line over Socket.IO to the page's own server, or to another where there is no page. */
export function socketLine(events: LineEvents, server?: SocketServer): Line {
  const options = {
    autoConnect: false,
    forceNew: true,
    reconnection: false,
    timeout: openPatience,
    tryAllTransports: true,
    transports: ['websocket', 'polling'],
  };
  const socket: Socket<ServerToClient, ClientToServer> =
    server === undefined
      ? io(options)
      : io(server.url, { ...options, extraHeaders: { cookie: server.cookie } });
  const notOpened = (error: Error): void => {
    socket.disconnect();
    const refusal = refusalIn(error);
    if (refusal === null) events.dropped();
    else events.refused(refusal.code, refusal.retryAfter);
  };
  socket.on('connect', events.opened);
  socket.on('disconnect', events.dropped);
  socket.on('connect_error', notOpened);
  socket.io.on('open', () => socket.io.engine.on('packet', events.heard));
  socket.on('record', events.record);
  socket.on('chat', events.chat);
  socket.on('cursor', events.cursor);
  socket.on('presence', events.presence);
  socket.on('overall', events.overall);
  socket.on('batch', (messages) => {
    for (const message of messages) hear(events, message);
  });
  socket.on('missed', events.missed);
  socket.on('storing', events.storing);
  socket.on('filling', events.filling);
  socket.on('closing', events.closing);
  const patient = (): typeof socket => socket.timeout(answerPatience);
  return {
    open(transports) {
      socket.io.opts.transports = [...transports];
      socket.connect();
    },
    drop: () => void socket.disconnect(),
    join: (join) => answered(patient().emitWithAck('join', join)),
    wish: (wish) => answered(patient().emitWithAck('wish', wish)),
    since: (seq) => answered(patient().emitWithAck('since', seq)),
    say: (text) => answered(patient().emitWithAck('say', text)),
    chatSince: (id) => answered(patient().emitWithAck('chatSince', id)),
    time: (patience) => answered(socket.timeout(patience).emitWithAck('time')),
    cursor: (cursor) => void socket.volatile.emit('cursor', cursor),
  };
}

/** One event of a batch, as if it had come by itself. */
function hear(events: LineEvents, message: RoomMessage): void {
  switch (message[0]) {
    case 'record':
      return events.record(message[1]);
    case 'chat':
      return events.chat(message[1]);
    case 'cursor':
      return events.cursor(message[1]);
    case 'presence':
      return events.presence(message[1]);
    case 'overall':
      return events.overall(message[1]);
    default:
      return unreachable(message);
  }
}

async function answered<T>(answer: Promise<ClientAnswer<T>>): Promise<ClientAnswer<T>> {
  try {
    return await answer;
  } catch {
    // Socket.IO rejects for two reasons only: the line broke, or the answer did not come in time.
    return refused('offline');
  }
}
