import type { Logger } from 'pino';
import type { PageSocket } from './door.ts';

/** Does something for one page; where that fails its line ends, and nobody else is the wiser. */
export function keepApart(socket: PageSocket, logger: Logger, work: () => void): void {
  try {
    work();
  } catch (error) {
    logger.error({ error }, 'a page could not be served, its line is cut');
    socket.disconnect(true);
  }
}

/**
 * Lets go of what the request of a connection carried, once its cookie is read: it weighs several KiB,
 * and nobody looks at it again. Engine.IO itself holds on to the emptied request.
 */
export function forgetRequest(socket: PageSocket): void {
  const { request } = socket;
  request.headers = {};
  request.rawHeaders = [];
  const kept = socket as unknown as {
    conn: { request: unknown };
    handshake: { headers: unknown; auth: unknown };
  };
  kept.conn.request = null;
  kept.handshake.headers = {};
  kept.handshake.auth = {};
}
