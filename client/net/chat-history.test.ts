import { expect, test } from 'vitest';
import type { PersonId } from '../../shared/base/ids.ts';
import type { ChatMessage } from '../../shared/protocol/index.ts';
import { mergeChat } from './chat-history.ts';

const message = (id: number): ChatMessage => ({
  id,
  at: id,
  from: 'anna' as PersonId,
  name: 'Anna',
  seat: null,
  lane: 'all',
  text: `${id}`,
});
const messages = (...ids: number[]): ChatMessage[] => ids.map(message);
const merged = (known: number[], more: number[]): number[] =>
  mergeChat(messages(...known), messages(...more)).map(({ id }) => id);

test('R34 messages stand in order, each once, however they come', () => {
  expect(merged([1, 2], [3, 4])).toEqual([1, 2, 3, 4]);
  expect(merged([1, 4], [2, 3, 4])).toEqual([1, 2, 3, 4]);
  expect(merged([], [3, 1, 3])).toEqual([1, 3]);
});

test('R34 nothing new leaves the list as it is', () => {
  const known = messages(1, 2);
  expect(mergeChat(known, [])).toBe(known);
});

test('a long talk keeps its latest messages', () => {
  const many = Array.from({ length: 700 }, (_, index) => index + 1);
  const kept = merged([], many);
  expect(kept.length).toBeLessThan(700);
  expect(kept.at(-1)).toBe(700);
});
