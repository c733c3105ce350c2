import { expect, test } from 'vitest';
import { LateFrames } from './late-frames.ts';

test('A15 late frames are written in order, so many at a time, each page once', () => {
  const late = new LateFrames<string, object>();
  const [first, second] = [{}, {}];
  for (const page of ['a', 'b', 'c']) late.add(page, ['one'], first);
  for (const page of ['a', 'c']) late.add(page, ['two'], second);
  const written: string[] = [];
  const write = (page: string, [packet]: readonly (string | Buffer)[]): void => {
    written.push(`${page} ${String(packet)}`);
  };
  expect(late.take(2, write)).toBe(2);
  late.add('b', ['three'], {});
  expect(late.take(2, write)).toBe(2);
  expect(late.waiting).toBe(2);
  expect(late.take(9, write)).toBe(2);
  expect(late.take(9, write)).toBe(0);
  expect(late.waiting).toBe(0);
  expect(written).toEqual(['a one', 'b one', 'c one', 'a two', 'c two', 'b three']);
});
