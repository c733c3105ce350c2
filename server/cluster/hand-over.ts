import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** The part of a connection that reads; Node has no public way to stop it. */
interface Reader {
  readonly _handle: { readStop(): void } | null;
}

/** How the library tells requests whose later pieces the primary passes on one by one. */
const inPieces = /\r\n(content-length|transfer-encoding):/i;

/**
 * Keeps a primary from reading connections that it hands to a worker. Node would go on reading, and drop
 * what it reads, until the worker has confirmed that it has the connection: a busy primary would swallow
 * the first messages of a page (https://github.com/nodejs/node/issues/8353). To be called once the
 * listeners that hand over are set up.
 */
export function readFirstPieceOnly(http: Server): void {
  http.on('connection', (socket: Socket) => {
    socket.prependOnceListener('data', (piece: Buffer) => {
      const end = piece.indexOf('\r\n\r\n');
      const head = piece.toString('latin1', 0, end < 0 ? piece.length : end);
      const { _handle: reader } = socket as unknown as Reader;
      if (!inPieces.test(head)) reader?.readStop();
    });
  });
}
