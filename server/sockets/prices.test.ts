import { expect, test } from 'vitest';
import { jsonBytes, type CatchUp } from '../../shared/room/host/index.ts';
import type { ChangesJson } from '../../shared/room/index.ts';
import { anna, RoomStory } from '../../shared/room/testing/story.ts';
import { editPrice, readingBytes } from './prices.ts';

/** What a catch-up weighs on the wire, beside what it costs whoever asks for it. */
function compared(catchUp: CatchUp): { readonly weight: number; readonly price: number } {
  return { weight: jsonBytes(catchUp), price: readingBytes(catchUp) };
}

function writing(letter: string): RoomStory {
  const story = new RoomStory().sits(anna, 'heroku').starts();
  for (let i = 0; i < 3; i++) story.types(anna, 'heroku', letter.repeat(5000));
  return story;
}

test.each([
  ['control characters', '\0'],
  ['Japanese letters', '語'],
  ['Latin letters', 'a'],
  ['line breaks', '\n'],
])(
  'A17 a room full of %s is paid for by what it weighs on the wire, however it is sent',
  (_what, letter) => {
    const { state, records } = writing(letter);
    for (const catchUp of [
      { kind: 'snapshot', state },
      { kind: 'records', records },
    ] as const) {
      const { weight, price } = compared(catchUp);
      expect(price).toBeGreaterThan(0.8 * weight);
      expect(price).toBeLessThan(weight + 20_000);
    }
  },
);

test.each<[string, ChangesJson]>([
  ['a letter in the middle', [10, [0, 'x'], 20]],
  ['lines', [[3, 'one', '', 'two']]],
  ['many small parts', Array.from({ length: 400 }, (_, at) => (at % 2 ? [1] : 1))],
  ['Japanese letters', [[0, '語語語']]],
  ['nothing', []],
])('A17 before the room is asked an edit of %s costs no more than it stores', (_what, changes) => {
  const updates = [{ clientId: 'c', changes }];
  const { letters, bytes } = editPrice(updates);
  expect(bytes).toBeGreaterThan(0.25 * jsonBytes(updates));
  expect(bytes).toBeLessThanOrEqual(jsonBytes(updates));
  expect(letters).toBeGreaterThanOrEqual(changes.length === 0 ? 0 : 1);
});
