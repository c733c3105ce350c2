import { expect, test } from 'vitest';
import { jsonBytes, type CatchUp } from '../../shared/room/host/index.ts';
import { anna, RoomStory } from '../../shared/room/testing/story.ts';
import { readingBytes } from './prices.ts';

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
