import { describe, expect, it } from 'vitest';
import type { PersonId } from '../../shared/base/ids.ts';
import { replayOf, type Aside, type CursorSample, type Replay } from '../../shared/room/index.ts';
import { anna, ben, RoomStory } from '../../shared/room/testing/story.ts';
import { factsOf } from './facts.ts';
import { highlightLength } from './marks.ts';
import { momentsOf } from './moment.ts';
import { hashOf, stepFrom, timeInHash } from './steps.ts';
import { timelineOf, type Timeline } from './timeline.ts';

function laidOut(replay: Replay | null): Timeline {
  if (replay === null) throw new Error('no finished match');
  const timeline = timelineOf(replay);
  if (!timeline.ok) throw new Error(timeline.refusal.code);
  return timeline.value;
}

function toldUntilRunning(): RoomStory {
  const story = new RoomStory().sits(anna, 'salesforce').sits(ben, 'heroku');
  story.set({ turns: 8, walls: 0, width: 16, height: 16, gold: 0 }).starts();
  story.now += 1000;
  story.types(ben, 'heroku', 'p.wait(3)\np.lefft()\n');
  return story.codingEnds();
}

describe('R32 marks', () => {
  it('an error, and a line that was changed when it was all but read', () => {
    const story = toldUntilRunning().turns(4);
    story.now += 100;
    story.types(ben, 'heroku', 'p.wait()\n');
    const { marks } = factsOf(laidOut(replayOf(null, story.turns().records)));
    expect(marks.map(({ kind, seat, turn }) => `${kind} ${seat} ${turn}`)).toEqual([
      'error heroku 4',
      'late heroku 5',
    ]);
  });

  it('a line typed long before it is read is not late', () => {
    const story = toldUntilRunning().turns(1);
    story.now += 100;
    story.types(ben, 'heroku', 'p.wait()\n');
    const { marks } = factsOf(laidOut(replayOf(null, story.turns().records)));
    expect(marks.filter(({ kind }) => kind === 'late')).toEqual([]);
  });

  it('falling decides a match, and the highlight holds it', () => {
    const story = toldUntilRunning().turns(1);
    story.types(anna, 'salesforce', 'p.up(16)\n');
    const facts = factsOf(laidOut(replayOf(null, story.turns().records)));
    const fall = facts.marks.find(({ kind }) => kind === 'fall');
    if (fall === undefined) {
      expect(facts.marks.some(({ kind }) => kind === 'caught')).toBe(true);
      return;
    }
    expect(facts.highlight.to - facts.highlight.from).toBe(highlightLength);
    expect(fall.at).toBeGreaterThanOrEqual(facts.highlight.from);
    expect(fall.at).toBeLessThan(facts.highlight.to);
    expect(stepFrom(facts, 0, 'mark', 1)).toBe(facts.marks[0]?.at);
  });

  it('quiet stretches are those in which nobody typed, moved or spoke', () => {
    const story = toldUntilRunning();
    const { quiet, runAt, duration } = factsOf(laidOut(replayOf(null, story.turns().records)));
    expect(quiet[0]).toEqual({ from: 1600, to: 29_400 });
    expect(quiet.every(({ from, to }) => from < to && to <= duration)).toBe(true);
    expect(quiet.some(({ from, to }) => from > runAt + 3000 && to < duration - 3000)).toBe(false);
  });
});

describe('R32 A12 carets', () => {
  const caretAt = (cursors: (at: number) => readonly CursorSample[]) => {
    const story = toldUntilRunning();
    const coding = story.records.find(({ entries }) =>
      entries.some(({ kind }) => kind === 'coding started'),
    );
    const aside: Aside = { talk: [], cursors: cursors(coding?.at ?? 0) };
    const timeline = laidOut(replayOf(null, story.turns().records, aside));
    return (time: number) => momentsOf(timeline)(time).programs.heroku.caret;
  };
  const { epoch } = toldUntilRunning().state.documents.heroku;
  const seen = { seat: 'heroku', epoch, anchor: 18, head: 21 } as const;

  it('without any cursor seen, it stands behind what was typed last', () => {
    const caret = caretAt(() => []);
    expect(caret(500)).toBeNull();
    const end = toldUntilRunning().state.documents.heroku.text.length;
    expect(caret(1000)).toEqual({ anchor: end, head: end });
  });

  it('a cursor that was seen is shown with its selection, and is carried along by typing', () => {
    const caret = caretAt((at) => [{ ...seen, at: at + 400, version: 0, anchor: 0, head: 3 }]);
    expect(caret(399)).toBeNull();
    expect(caret(400)).toEqual({ anchor: 0, head: 3 });
    expect(caret(1000)).toEqual({ anchor: 0, head: 3 });
  });

  it('one that came before its text waits for it', () => {
    const caret = caretAt((at) => [{ ...seen, at: at + 900, version: 1 }]);
    expect(caret(950)).toBeNull();
    expect(caret(1000)).toEqual({ anchor: 18, head: 21 });
  });
});

describe('links to a moment', () => {
  it.each([0, 40, 83_400, 3_600_000])('%i ms there and back', (time) => {
    expect(timeInHash(hashOf(time))).toBe(time);
  });

  it.each(['', '#', '#t=', '#t=-3', '#t=1e9', '#t=9999999', '#t=1.2345', '#u=3'])(
    '%s names none',
    (hash) => expect(timeInHash(hash)).toBeNull(),
  );
});

describe('R34 the talk of a match', () => {
  it('comes at its time', () => {
    const story = toldUntilRunning();
    const line = { from: 'x' as PersonId, name: 'X', seat: null, lane: 'all' } as const;
    const talk = [{ ...line, at: story.now - 500, text: 'now' }];
    const timeline = laidOut(replayOf(null, story.turns().records, { talk, cursors: [] }));
    const at = momentsOf(timeline);
    expect(at(timeline.runAt - 501).said).toBe(0);
    expect(at(timeline.runAt - 500).said).toBe(1);
    expect(factsOf(timeline).talk).toEqual([{ ...line, text: 'now', at: timeline.runAt - 500 }]);
  });
});
