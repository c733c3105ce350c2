import { expect, test } from 'vitest';
import { CursorRelay } from './cursor-relay.ts';

test('A12 the first move is told at once, the others at most ten times a second, the last one always', () => {
  const sent: number[] = [];
  let timers: (() => void)[] = [];
  let head = 0;
  const relay = new CursorRelay({
    clock: {
      now: () => 0,
      after: (_delay, callback) => (timers.push(callback), () => (timers = [])),
    },
    cursor: () => ({ seat: 'heroku', epoch: 1, version: 1, anchor: head, head }),
    send: (cursor) => sent.push(cursor.head),
  });
  const rest = (): void => timers.splice(0).forEach((callback) => callback());
  for (head = 1; head <= 5; head++) relay.moved();
  expect(sent).toEqual([1]);
  head = 5;
  rest();
  expect(sent).toEqual([1, 5]);
  rest();
  expect(sent).toEqual([1, 5]);
  head = 7;
  relay.moved();
  expect(sent).toEqual([1, 5, 7]);
  relay.moved();
  relay.stop();
  rest();
  expect(sent).toEqual([1, 5, 7]);
});
