import { mostHeldRooms, parseRoomName } from '../../shared/protocol/index.ts';
import type { RoomName } from '../../shared/base/ids.ts';
import { recallJson, remember } from './memory.ts';

/** The rooms in which this browser's person was last seen on a seat, the latest first. */
export function heldRooms(): readonly RoomName[] {
  return recallJson('rooms', readRooms) ?? [];
}

/** Remembers whether a seat is held in a room. */
export function noteHeld(room: RoomName, held: boolean): void {
  const known = heldRooms();
  const others = known.filter((other) => other !== room);
  const now = held ? [room, ...others].slice(0, mostHeldRooms) : others;
  if (now.join(' ') !== known.join(' ')) remember('rooms', JSON.stringify(now));
}

function readRooms(value: unknown): RoomName[] | null {
  if (!Array.isArray(value)) return null;
  const rooms = value.map(parseRoomName).flatMap((room) => (room.ok ? [room.value] : []));
  return [...new Set(rooms)].slice(0, mostHeldRooms);
}
