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
    expect(guestName(id)).toMatch(/^guest-[1-9]\d{3}$/);
    expect(guestName(id).length).toBeLessThanOrEqual(longestNickname);
  }
});

test('R34 it stays the same, and few of many guests share one', () => {
  expect(ids.map(guestName)).toEqual(ids.map(guestName));
  const names = new Set(ids.map(guestName));
  // Of 9,000 names 2,000 guests fill about 1,790.
  expect(names.size).toBeGreaterThan(1700);
});
