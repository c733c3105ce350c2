import { ChangeSet } from '@codemirror/state';
import { expect, test } from 'vitest';
import { largestMessage, mostUpdates } from '../../shared/protocol/index.ts';
import { batchOf } from './batch.ts';

const insert = (text: string, before = 0) => ({
  clientID: 'c',
  changes: ChangeSet.of({ from: 0, insert: text }, before, '\n'),
});

test('a batch holds as many updates as a message may', () => {
  expect(batchOf('', [])).toEqual([]);
  const many = Array.from({ length: mostUpdates + 5 }, (_, before) => insert('x', before));
  expect(batchOf('', many)).toHaveLength(mostUpdates);
});

test('a batch stays below the size of a message, and what does not fit is not in it', () => {
  const half = 'あ'.repeat(largestMessage / 7);
  const big = [0, 1, 2].map((before) => insert(half, before * half.length));
  expect(batchOf('', big)).toHaveLength(2);
  expect(batchOf('', [insert('x'.repeat(largestMessage))])).toEqual([]);
});

test('changes in too many places go as one, whose ends stay as they are', () => {
  const text = `begin\n${'ab'.repeat(5000)}end`;
  const changes = [];
  for (let at = 6; at < 10_006; at += 2) changes.push({ from: at, to: at + 1, insert: '\n' });
  const [update] = batchOf(text, [
    { clientID: 'c', changes: ChangeSet.of(changes, text.length, '\n') },
  ]);
  const lines = '\nb'.repeat(4999).concat('\n').split('\n');
  expect(update?.changes).toEqual([6, [9999, ...lines], 4]);
});
