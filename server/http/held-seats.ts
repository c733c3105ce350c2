import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PersonId, RoomName, Timestamp } from '../../shared/base/ids.ts';
import { mostHeldRooms, parseRoomName, type HeldSeats } from '../../shared/protocol/index.ts';
import type { RoomHost } from '../../shared/room/host/index.ts';
import { inMatch, seatsOf } from '../../shared/room/index.ts';
import type { Buckets, Pace } from '../limits/buckets.ts';
import type { Allowance } from '../sockets/rate-limit.ts';
import { sendJson } from './send.ts';

export interface HeldSeatParts {
  readonly host: Pick<RoomHost, 'stateOf' | 'storedState'>;
  readonly now: () => Timestamp;
  /** How many rooms may be read from the store, for all who ask: that is dear, and cookies are free. */
  readonly allowance: Allowance;
  readonly addressOf: (request: IncomingMessage) => string;
  /** What the addresses have had read of late. */
  readonly readers: Buckets;
  readonly personOf: (request: IncomingMessage) => PersonId | null;
}

/** Where the start page asks in which of the rooms it remembers its person holds a seat. */
export const heldSeatsPath = '/api/seats';

/**
 * Answers those of the rooms asked for that exist and in which whoever asks holds a seat: of others
 * nothing is said, not even that they exist.
 */
export async function sendHeldSeats(
  parts: HeldSeatParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const person = parts.personOf(request);
  const asked = new URLSearchParams((request.url ?? '').split('?')[1] ?? '').getAll('room');
  const address = parts.addressOf(request);
  const held: HeldSeats['rooms'][number][] = [];
  let complete = true;
  for (const name of person === null ? [] : asked.slice(0, mostHeldRooms)) {
    const room = parseRoomName(name);
    if (!room.ok || person === null) continue;
    const state = await stateOf(parts, room.value, address);
    if (state === 'too many') {
      complete = false;
      continue;
    }
    if (state === null || seatsOf(state, person).length === 0) continue;
    held.push({ room: room.value, inMatch: inMatch(state) });
  }
  return sendJson(response, 200, { rooms: held, complete } satisfies HeldSeats);
}

/** Rooms of this process cost nothing; of the others an address may have so many read, beside all others. */
const readAt: Pace = { burst: 24, refill: 1000 };

async function stateOf(
  { host, now, allowance, readers }: HeldSeatParts,
  room: RoomName,
  address: string,
) {
  const here = await host.stateOf(room);
  if (here !== null) return here;
  if (readers.wait(address, readAt, now()) > 0 || !allowance.take('read', now())) return 'too many';
  readers.take(address, readAt, now());
  return host.storedState(room);
}
