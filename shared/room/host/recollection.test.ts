import { expect, test } from 'vitest';
import { encodeRecord, replayOf } from '../index.ts';
import { anna, RoomStory } from '../testing/story.ts';
import { longestRecollection, Recollection } from './recollection.ts';

function played(): RoomStory {
  const story = new RoomStory().sits(anna, 'heroku').set({ turns: 3 }).starts();
  return story.types(anna, 'heroku', 'p.up()\n').codingEnds().turns();
}

test('A19 what was read and what came after it is written back, with a replay in it', () => {
  const { records, state } = played();
  const early = records.slice(0, 3);
  const recollection = new Recollection({ snapshot: null, records: early });
  for (const record of records.slice(3)) recollection.add(encodeRecord(record), state);
  expect(recollection.stored).toEqual({ snapshot: null, records });
  expect(replayOf(null, recollection.stored.records)?.match).toBe(state.match);
});

test('A5 what lies before a snapshot is not remembered', () => {
  const { records, state } = played();
  const recollection = new Recollection({ snapshot: null, records });
  recollection.beginAt(state);
  expect(recollection.stored).toEqual({ snapshot: { state }, records: [] });
});

test('a room without end is remembered as it stands', () => {
  const { state } = played();
  const recollection = new Recollection({ snapshot: { state }, records: [] });
  const renamed = {
    kind: 'person renamed',
    person: { ...anna, name: 'x'.repeat(60_000) },
  } as const;
  let { seq } = state;
  for (let letters = 0; letters <= longestRecollection; letters += 60_000) {
    seq += 1;
    recollection.add(encodeRecord({ seq, at: 0, entries: [renamed] }), { ...state, seq });
  }
  const { snapshot, records } = recollection.stored;
  expect(records.length).toBeLessThan(2);
  expect((snapshot?.state.seq ?? 0) + records.length).toBe(seq);
});
