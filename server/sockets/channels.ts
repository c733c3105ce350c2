import type { PersonId, RoomName } from '../../shared/base/ids.ts';
import type { ChatMessage, Lane } from '../../shared/protocol/index.ts';
import { inMatch, seatsOf, type RoomState } from '../../shared/room/index.ts';

/** Channel of everybody in a room. */
export function roomChannel(room: RoomName): string {
  return `room ${room}`;
}

/** Channel of all connections of one person in a room. */
export function personChannel(room: RoomName, person: PersonId): string {
  return `person ${person} in ${room}`;
}

/** The lane somebody writes in now (R34): one for all outside a match, one each during it. */
export function laneOf(state: RoomState, person: PersonId): Lane {
  if (!inMatch(state)) return 'all';
  return seatsOf(state, person).length > 0 ? 'players' : 'spectators';
}

/** Whether somebody may read a message now: players do not hear the spectators during a match. */
export function mayRead(state: RoomState, person: PersonId, message: ChatMessage): boolean {
  return message.lane !== 'spectators' || laneOf(state, person) !== 'players';
}
