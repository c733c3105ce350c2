import { expect, it } from 'vitest';
import { createReferee } from './referee.ts';
import { anna, RoomStory } from './testing/story.ts';

it('L5 A8 a program is rebuilt one turn at a time, and makes the same steps', () => {
  const story = new RoomStory().sits(anna, 'heroku').set({ turns: 30 }).starts();
  story.types(anna, 'heroku', 'let n = 0;\nfor (;;) { n++; if (n % 3) p.wait(); else p.up(); }\n');
  story.codingEnds().turns(12);
  const { state } = story;
  const { version } = state.documents.heroku;
  const whole = createReferee();
  const sliced = createReferee();
  let slices = 1;
  while (!sliced.advance(state, 'heroku', version)) slices++;
  expect(slices).toBeGreaterThan(state.turns.length);
  expect(sliced.step(state, 'heroku', version)).toEqual(whole.step(state, 'heroku', version));
  story.turns(3);
  // What was made ready before is led on through the turns that came since.
  while (!sliced.advance(story.state, 'heroku', version)) slices++;
  expect(sliced.step(story.state, 'heroku', version)).toEqual(
    createReferee().step(story.state, 'heroku', version),
  );
});
