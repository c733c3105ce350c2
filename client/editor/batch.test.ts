import { expect, test } from 'vitest';
import { largestMessage, mostUpdates } from '../../shared/protocol/index.ts';
import { batchOf } from './batch.ts';

const update = (text: string) => ({ clientId: 'c', changes: [[0, text]] as const });

test('a batch holds as many updates as a message may', () => {
  expect(batchOf([])).toEqual([]);
  const many = Array.from({ length: mostUpdates + 5 }, () => update('x'));
  expect(batchOf(many)).toHaveLength(mostUpdates);
});

test('a batch stays below the size of a message, but its first update always goes', () => {
  const big = update('あ'.repeat(largestMessage / 6));
  expect(batchOf([big, big, big])).toHaveLength(1);
  expect(batchOf([update('x'.repeat(largestMessage)), big])).toHaveLength(1);
});
