import type { PersonId, RoomName } from '../../shared/base/ids.ts';
import type { Audience } from '../../shared/room/host/index.ts';
import type { LogRecord, RoomState } from '../../shared/room/index.ts';
import type { Metrics } from '../metrics.ts';
import type { Traffic } from '../traffic.ts';
import { playersChannel, roomChannel } from './channels.ts';
import type { CursorTrails } from './cursor-trails.ts';
import type { PageServer } from './door.ts';
import type { FanOut } from './fan-out.ts';

/**
 * Tells the people of this process. Other processes read the same log and tell theirs, so that every
 * page hears of records in their order.
 */
export function audienceOf(
  io: PageServer,
  fanOut: FanOut,
  trails: CursorTrails,
  { metrics, traffic }: { readonly metrics: Metrics; readonly traffic: Traffic },
): Audience {
  return {
    record(room, record, seats) {
      fanOut.tell(room, ['record', record], playersOf(room, seats), 'at once');
      count(metrics, traffic, record);
    },
    turn(lateness) {
      metrics.turnLateness.observe(lateness / 1000);
      traffic.turnLateness = Math.max(traffic.turnLateness, lateness);
    },
    cursor(room, sample) {
      trails.keep(room, sample);
      const { at: _at, ...cursor } = sample;
      fanOut.tell(room, ['cursor', cursor], null, 'at once');
    },
    presence: (room, presence) => fanOut.tell(room, ['presence', presence], null, 'with all'),
    overall: (room, score) => fanOut.tell(room, ['overall', score], null, 'with all'),
    players: (room, players) => seatPlayers(io, room, players),
    filling: (room, seat, share) =>
      void io.local.to(playersChannel(room)).emit('filling', seat, share),
    startedOver: (room) => void io.local.to(roomChannel(room)).emit('missed'),
  };
}

/** Those who hold a seat hear the players' channel, and nobody else does. */
function seatPlayers(io: PageServer, room: RoomName, players: readonly PersonId[]): void {
  const channel = playersChannel(room);
  const { adapter, sockets } = io.of('/');
  for (const id of adapter.rooms.get(roomChannel(room)) ?? []) {
    const socket = sockets.get(id);
    if (socket === undefined) continue;
    if (players.includes(socket.data.person)) void socket.join(channel);
    else void socket.leave(channel);
  }
}

/** The channel of those who hold the seats of a room, if anybody does. */
export function playersOf(room: RoomName, { salesforce, heroku }: RoomState['seats']): string[] {
  return salesforce === null && heroku === null ? [] : [playersChannel(room)];
}

function count(metrics: Metrics, traffic: Traffic, record: LogRecord): void {
  for (const entry of record.entries) {
    if (entry.kind === 'turn played') metrics.turns.inc();
    if (entry.kind === 'step read' && entry.confirmed === false) {
      metrics.mismatches.inc();
      traffic.corrections += 1;
    }
  }
}
