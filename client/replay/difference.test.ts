import { describe, expect, it } from 'vitest';
import { seats } from '../../shared/base/ids.ts';
import { randomStream } from '../../shared/base/random.ts';
import { botMatch } from '../../tests/support/bot-match.ts';
import { momentFrom, newsOf } from './difference.ts';
import { momentsOf, type Moment } from './moment.ts';
import { timelineOf, type Timeline } from './timeline.ts';

function laidOut(): Timeline {
  const timeline = timelineOf(botMatch('news', { turns: 40, codingStrokes: 200, turnStrokes: 3 }));
  if (!timeline.ok) throw new Error(timeline.refusal.code);
  return timeline.value;
}

/** As it goes over to the page: nothing stays the same object. */
function sent<Value>(value: Value): Value {
  return structuredClone(value);
}

describe('R32 moments told by their differences', () => {
  const timeline = laidOut();
  const at = momentsOf(timeline);

  it('come out whole, forwards, backwards and by leaps', () => {
    const random = randomStream('moments', 'news');
    let told: Moment | null = null;
    let known: Moment | null = null;
    for (let i = 0; i < 200; i++) {
      const step = random.integer(3);
      const from = known?.time ?? 0;
      const time =
        step === 0
          ? random.fraction() * timeline.duration
          : Math.max(0, from + (step === 1 ? 1 : -1) * random.integer(400));
      const now = at(time);
      known = momentFrom(known, sent(newsOf(told, now)));
      told = now;
      expect(known).toEqual(now);
    }
  });

  it('keep what stays: within a turn neither the field nor the marks are told again', () => {
    const turn = timeline.turns[5];
    if (turn === undefined) throw new Error('a match of six turns');
    const [first, second] = [at(turn.at), at(turn.at + 1)];
    const known = momentFrom(null, sent(newsOf(null, first)));
    const news = sent(newsOf(first, second));
    expect(news.field).toBeNull();
    const after = momentFrom(known, news);
    expect(after.battle).toBe(known.battle);
    expect(after.turn).toBe(known.turn);
    for (const seat of seats) {
      expect(news.programs[seat].text).toBeNull();
      expect(after.programs[seat].facts.marks).toBe(known.programs[seat].facts.marks);
    }
  });
});
