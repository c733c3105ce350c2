import type { Server } from 'node:http';
import { ok, refused, type Result } from '../shared/base/result.ts';

/** Why a server cannot listen. */
export type ListenRefusalCode = 'port-in-use' | 'port-not-allowed' | 'cannot-listen';

/** Begins to listen; answers the port, which was chosen by the system for 0. */
export function listenAt(
  http: Server,
  port: number,
  address: string | null,
): Promise<Result<number, ListenRefusalCode>> {
  return new Promise((resolve) => {
    http.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') {
        resolve(refused('port-in-use', { port, next: port + 1 }));
      } else if (error.code === 'EACCES') {
        resolve(refused('port-not-allowed', { port }));
      } else {
        const where = `${address ?? ''}:${port}`;
        resolve(refused('cannot-listen', { address: where, reason: error.message }));
      }
    });
    http.listen({ port, ...(address === null ? {} : { host: address }) }, () => {
      const bound = http.address();
      resolve(ok(typeof bound === 'object' && bound !== null ? bound.port : port));
    });
  });
}
