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
 * does in case somebody is in two of the rooms, and without looking each of them up by name. That
 * cost a quarter of what the frame itself costs.
 */
export function findQuickly(adapter: Adapter): void {
  const members = new Map<string, Set<unknown>>();
  adapter.on('join-room', (room, id) => {
    const socket = adapter.nsp.sockets.get(id);
    // Everybody is alone in a room of their own name, which is no room of ours.
    if (room === id || socket === undefined) return;
    const among = members.get(room) ?? new Set();
    members.set(room, among.add(socket));
  });
  adapter.on('leave-room', (room, id) => members.get(room)?.delete(adapter.nsp.sockets.get(id)));
  adapter.on('delete-room', (room) => members.delete(room));
  const applying = adapter as unknown as Applying;
  const usual = applying.apply.bind(adapter);
  applying.apply = (options, callback) => {
    const [room] = options.rooms;
    const among = room === undefined ? undefined : members.get(room);
    if (among === undefined || options.rooms.size > 1 || (options.except?.size ?? 0) > 0) {
      usual(options, callback);
      return;
    }
    for (const socket of among) callback(socket);
  };
}
