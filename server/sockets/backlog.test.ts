import { expect, test } from 'vitest';
import { Backlog } from './backlog.ts';

const megabyte = 1024 * 1024;
const reader = (address: string, waiting: number) => ({ address, waiting });

test('A17 what waits for slow readers is bounded at each address', () => {
  const backlog = new Backlog();
  for (let i = 0; i < 16; i++) backlog.watch(reader('a', 4 * megabyte));
  const last = reader('a', 1 * megabyte);
  const stop = backlog.watch(last);
  expect(backlog.isFull(last)).toBe(true);
  // Elsewhere, and with little, nobody notices.
  expect(backlog.isFull(reader('b', 4 * megabyte))).toBe(false);
  expect(backlog.isFull(reader('a', 100_000))).toBe(false);
  stop();
  expect(backlog.isFull(reader('a', 1 * megabyte))).toBe(false);
});

test('A17 and in all', () => {
  const backlog = new Backlog();
  for (let i = 0; i < 64; i++) backlog.watch(reader(`address ${i}`, 4 * megabyte));
  expect(backlog.isFull(reader('new', 1 * megabyte))).toBe(false);
  const one = reader('new', 1 * megabyte);
  backlog.watch(one);
  expect(backlog.isFull(one)).toBe(true);
});
