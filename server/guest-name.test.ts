import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import type { PersonId } from '../shared/base/ids.ts';
import { longestNickname } from '../shared/protocol/index.ts';
import { guestName } from './guest-name.ts';

const ids = [
  '-VZ0aaaaaaaaaaaa',
  '----------------',
  '________________',
  '_-_-abcdefghijkl',
  ...Array.from({ length: 2000 }, () => randomBytes(12).toString('base64url')),
] as PersonId[];

test('R34 a guest has a name that can be read aloud, whatever their id is made of', () => {
  for (const id of ids) {
    expect(guestName(id)).toMatch(/^guest-[a-z]{3,5}-[1-9]\d{2}$/);
    expect(guestName(id).length).toBeLessThanOrEqual(longestNickname);
  }
});

test('R34 it stays the same, and few of many guests share one', () => {
  expect(ids.map(guestName)).toEqual(ids.map(guestName));
  const names = new Set(ids.map(guestName));
  // 2,000 of 28,800 names: one in thirty meets another.
  expect(names.size).toBeGreaterThan(1850);
});
