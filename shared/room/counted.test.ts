import { describe, expect, test } from 'vitest';
import type { Seat } from '../base/ids.ts';
import { applyRecord } from './apply.ts';
import type { Person } from './entries.ts';
import { summaryOf, replayOf } from './replay.ts';
import { isCounted } from './counted.ts';
import { anna, ben, RoomStory } from './testing/story.ts';

const nothing = { salesforce: 0, heroku: 0, draws: 0 };

/** A room in which a match is under way between two people, or of one with themselves. */
function underWay(salesforce: Person | null, heroku: Person | null, turns = 3): RoomStory {
  const story = new RoomStory();
  if (salesforce !== null) story.sits(salesforce, 'salesforce');
  if (heroku !== null) story.sits(heroku, 'heroku');
  const by = salesforce ?? heroku ?? anna;
  return story.set({ turns, walls: 0, gold: 0 }, by).starts(by);
}

const leaves = (story: RoomStory, person: Person, seat: Seat): RoomStory =>
  story.does({ kind: 'leave seat', seat, by: person.id });

/** Out of the field by the shortest way, which is a cell a turn. */
const outside = 'p.left(9);\n';

describe('R62 a match counts that two people have played', () => {
  test.each([
    ['by points after the last turn', (story: RoomStory) => story.codingEnds().turns()],
    [
      'by leaving after a turn',
      (s: RoomStory) => leaves(s.codingEnds().turns(1), anna, 'salesforce'),
    ],
    ['by a fall', (s: RoomStory) => s.types(anna, 'salesforce', outside).codingEnds().turns()],
    [
      'by both out',
      (s: RoomStory) =>
        s.types(anna, 'salesforce', outside).types(ben, 'heroku', outside).codingEnds().turns(),
    ],
  ])('%s', (_, end) => {
    const { state } = end(underWay(anna, ben, 9));
    expect(state.phase).toMatchObject({ kind: 'result', counted: true });
    const { salesforce, heroku, draws } = state.score;
    expect(salesforce + heroku + draws).toBe(1);
  });

  test('by a rival who came in coding time', () => {
    const story = underWay(anna, null).sits(ben, 'heroku').codingEnds().turns(1);
    expect(leaves(story, ben, 'heroku').state.score).toEqual({ ...nothing, salesforce: 1 });
  });
});

describe('R62 nothing counts', () => {
  test.each([
    ['given up in coding time', (s: RoomStory) => leaves(s, anna, 'salesforce')],
    [
      'given up before the first turn',
      (s: RoomStory) => leaves(s.codingEnds(), anna, 'salesforce'),
    ],
  ])('of a match %s', (_, end) => {
    const { state } = end(underWay(anna, ben));
    expect(state.phase).toMatchObject({ kind: 'result', counted: false });
    expect(state.score).toEqual(nothing);
  });

  test.each([
    ['played to the end', (s: RoomStory) => s.codingEnds().turns()],
    ['given up on one side', (s: RoomStory) => leaves(s.codingEnds().turns(1), anna, 'heroku')],
    [
      'given up on the other',
      (s: RoomStory) => leaves(s.codingEnds().turns(1), anna, 'salesforce'),
    ],
    ['ended by a fall', (s: RoomStory) => s.types(anna, 'heroku', outside).codingEnds().turns()],
  ])('of a match against oneself, %s', (_, end) => {
    expect(end(underWay(anna, anna, 9)).state.score).toEqual(nothing);
  });

  test.each(['salesforce', 'heroku'] as const)('of a match alone at %s', (seat) => {
    const alone = (): RoomStory =>
      seat === 'salesforce' ? underWay(anna, null) : underWay(null, anna);
    expect(alone().codingEnds().turns().state.score).toEqual(nothing);
    expect(leaves(alone().codingEnds().turns(1), anna, seat).state.score).toEqual(nothing);
  });

  test('of a seat that was left and taken again: who leaves has lost, and the next match is another', () => {
    const story = leaves(underWay(anna, ben), anna, 'salesforce');
    expect(story.tries({ kind: 'take seat', seat: 'salesforce', by: anna })).toBeNull();
    expect(story.state.score).toEqual(nothing);
  });
});

test('R62 the archive counts what the room counts, whatever the match', () => {
  for (const [s, h] of [
    [anna, ben],
    [anna, anna],
    [anna, null],
    [null, ben],
  ] as const) {
    for (const turns of [0, 1, 3]) {
      const story = underWay(s, h).codingEnds().turns(turns);
      const seat = s === null ? 'heroku' : 'salesforce';
      if (turns < 3) leaves(story, s ?? ben, seat);
      const replay = replayOf(null, story.records);
      if (replay === null) throw new Error('a match has ended');
      const summary = summaryOf(replay);
      expect(story.state.phase).toMatchObject({
        counted: isCounted(summary.players, summary.turns),
      });
      const folded = story.records.reduce<RoomStory['state'] | null>(applyRecord, null);
      expect(folded?.score).toEqual(story.state.score);
    }
  }
});
