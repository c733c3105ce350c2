import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PersonId, RoomName, Timestamp } from '../../shared/base/ids.ts';
import { mostHeldRooms, parseRoomName, type HeldSeats } from '../../shared/protocol/index.ts';
import type { RoomHost } from '../../shared/room/host/index.ts';
import { inMatch, seatsOf } from '../../shared/room/index.ts';
import type { Allowance } from '../sockets/rate-limit.ts';
import { sendJson } from './send.ts';

export interface HeldSeatParts {
  readonly host: Pick<RoomHost, 'stateOf' | 'storedState'>;
  readonly now: () => Timestamp;
  /** How many rooms may be read from the store, for all who ask: that is dear, and cookies are free. */
  readonly allowance: Allowance;
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
  const held: HeldSeats['rooms'][number][] = [];
  for (const name of person === null ? [] : asked.slice(0, mostHeldRooms)) {
    const room = parseRoomName(name);
    if (!room.ok || person === null) continue;
    const state = await stateOf(parts, room.value);
    if (state === 'too many') return sendJson(response, 503, { code: 'too-fast' });
    if (state === null || seatsOf(state, person).length === 0) continue;
    held.push({ room: room.value, inMatch: inMatch(state) });
  }
  return sendJson(response, 200, { rooms: held } satisfies HeldSeats);
}

async function stateOf({ host, now, allowance }: HeldSeatParts, room: RoomName) {
  const here = await host.stateOf(room);
  if (here !== null) return here;
  return allowance.take('read', now()) ? host.storedState(room) : 'too many';
}
