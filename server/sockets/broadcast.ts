import type { Namespace } from 'socket.io';

type Adapter = Namespace['adapter'];

interface BroadcastOptions {
  readonly rooms: ReadonlySet<string>;
  readonly except?: ReadonlySet<string>;
}

/** What Socket.IO's in-memory adapter, and with it every other, does to find who hears a broadcast. */
interface Applying {
  apply(options: BroadcastOptions, callback: (socket: unknown) => void): void;
}

/**
 * Lets an adapter find the members of one room without first making a set of them all, which it
 * does in case somebody is in two of the rooms. That cost a quarter of what the frame itself costs.
 */
export function findQuickly(adapter: Adapter): void {
  const applying = adapter as unknown as Applying;
  const usual = applying.apply.bind(adapter);
  applying.apply = (options, callback) => {
    const [room] = options.rooms;
    if (room === undefined || options.rooms.size > 1 || (options.except?.size ?? 0) > 0) {
      usual(options, callback);
      return;
    }
    for (const id of adapter.rooms.get(room) ?? []) {
      const socket = adapter.nsp.sockets.get(id);
      if (socket !== undefined) callback(socket);
    }
  };
}
