import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { counted } from './counted.ts';
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
  const open = new Map<string, number>();
  let all = 0;
  http.on('connection', (socket: Socket) => {
    const network = networkOf(socket);
    const own = network === null ? 0 : (open.get(network) ?? 0);
    if (all >= most.inAll || own >= most.perAddress) {
      socket.destroy();
      return;
    }
    all += 1;
    const gone = network === null ? null : counted(open, network);
    socket.once('close', () => {
      all -= 1;
      gone?.();
    });
  });
}
