import { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';

/** A WebSocket as the stream of JSON objects that ShareDB listens to. */
export function jsonStream(socket: WebSocket): Duplex {
  const stream = new Duplex({
    objectMode: true,
    read: () => {},
    write(message: unknown, _encoding, done) {
      if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
      done();
    },
    destroy(error, done) {
      socket.close();
      done(error);
    },
  });
  socket.on('message', (data) => stream.push(JSON.parse((data as Buffer).toString())));
  socket.on('close', () => stream.destroy());
  return stream;
}
