import { expect, it } from 'vitest';
import { parseRoomName } from '../../shared/protocol/index.ts';
import { inventRoomName } from './room-names.ts';

it.each([0, 0.37, 0.999999])('R1 an invented name is a room name (chance %s)', (chance) => {
  const name = inventRoomName(() => chance);
  expect(parseRoomName(name)).toEqual({ ok: true, value: name });
  expect(name).toMatch(/^[a-z]+-[a-z]+-\d{3}$/);
});
