import { STATUS_CODES, type Server } from 'node:http';
import { readPath } from './address.ts';

/** Where Socket.IO answers. */
export const socketPath = '/socket.io/';

/** Answers requests that would become something else than HTTP where nothing of the kind is. */
export function refuseUpgrades(http: Server): void {
  http.on('upgrade', ({ url = '' }, socket) => {
    if (url.startsWith(socketPath)) return;
    const status = readPath(url) === null ? 400 : 404;
    socket.on('error', () => socket.destroy());
    socket.end(
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
      () => socket.destroy(),
    );
  });
}
