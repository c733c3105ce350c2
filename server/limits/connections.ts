import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Limits } from './settings.ts';

/** So many connections may stand for each line that may: pages fetch their files beside it. */
export const perLine = 4;

/**
 * Bounds the connections of a server, in all and of each address, whether or not anything is said on them:
 * one too many is ended at once. `networkOf` answers null where connections are not told apart: behind
 * proxies all of them are the proxies'.
 */
export function boundConnections(
  http: Server,
  { inAll, perAddress }: Pick<Limits, 'inAll' | 'perAddress'>,
  networkOf: (socket: Socket) => string | null,
): void {
  const most = { inAll: perLine * inAll.sockets, perAddress: perLine * perAddress.sockets };
  const open = new Map<string | null, number>();
  let all = 0;
  http.on('connection', (socket: Socket) => {
    const network = networkOf(socket);
    const own = open.get(network) ?? 0;
    if (all >= most.inAll || (network !== null && own >= most.perAddress)) {
      socket.destroy();
      return;
    }
    all += 1;
    open.set(network, own + 1);
    socket.once('close', () => {
      all -= 1;
      const left = (open.get(network) ?? 0) - 1;
      if (left > 0) open.set(network, left);
      else open.delete(network);
    });
  });
}
