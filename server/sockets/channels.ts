import type { PersonId, RoomName } from '../../shared/base/ids.ts';
import type { ChatMessage, Lane } from '../../shared/protocol/index.ts';
import { inMatch, seatsOf, type RoomState } from '../../shared/room/index.ts';

/** Channel of everybody in a room. */
export function roomChannel(room: RoomName): string {
  return `everybody in the room ${room}`;
}

/** Channel of those in a room who hold a seat there. */
export function playersChannel(room: RoomName): string {
  return `the players in the room ${room}`;
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
