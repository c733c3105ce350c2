import type { RoomName } from '../base/ids.ts';
import { visibleName } from '../base/visible-text.ts';
import { ok, refused, type Result } from '../base/result.ts';
import { longestRoomName } from './limits.ts';

/**
 * One room name, as `RoomName` promises (R1). Letters of any script count, with their marks, but no frames
 * around one: a key cap looks the same with the sign for pictures and without.
 */
const pattern = /^(?!\p{M})[\p{L}\p{Mn}\p{Mc}\p{N}_-]+$/u;

/**
 * Reads a room name as it may stand in a URL or a message (R1); answers its one form, which is form C. A
 * letter that nobody sees is none, and nothing piles up on one.
 */
export function parseRoomName(input: unknown): Result<RoomName, 'bad-room-name'> {
  if (typeof input !== 'string') return refused('bad-room-name');
  // Looked at before anything is made of it: to put a pile of marks in order takes the square of their number.
  if (input.length > 16 * longestRoomName) return refused('bad-room-name');
  const name = input.normalize('NFC');
  const fits =
    name.length <= 2 * longestRoomName &&
    Array.from(name).length <= longestRoomName &&
    pattern.test(name) &&
    visibleName(name) === name;
  return fits ? ok(name as RoomName) : refused('bad-room-name');
}
