import { describe, expect, test } from 'vitest';
import { randomStream } from '../../shared/base/random.ts';
import type { LogRecord, RoomState } from '../../shared/room/index.ts';
import { publicRecord, publicState } from '../../shared/room/index.ts';
import { anna, ben, RoomStory } from '../../shared/room/testing/story.ts';
import * as roomFold from './room-fold.ts';
import { beginFold, hasGap, type RoomFold } from './room-fold.ts';
import { must } from './testing/expected.ts';

const live = (): boolean => true;

const takeRecords = (...args: Parameters<typeof roomFold.takeRecords>): roomFold.FoldStep =>
  must(roomFold.takeRecords(...args));

const takeSnapshot = (
  ...args: Parameters<typeof roomFold.takeSnapshot>
): roomFold.FoldStep & { readonly taken: boolean } => must(roomFold.takeSnapshot(...args));

/** A room that has been played to its end, as everybody may see it. */
function played(): { first: RoomState; last: RoomState; records: LogRecord[] } {
  const story = new RoomStory();
  const first = publicState(story.state);
  story.set({ turns: 5 }).sits(anna, 'salesforce').sits(ben, 'heroku').starts();
  story.types(ben, 'heroku', 'p.up();\np.left();\n').types(anna, 'salesforce', 'p.down(2);\n');
  story.codingEnds().turns();
  return {
    first,
    last: publicState(story.state),
    records: story.records.slice(1).map(publicRecord),
  };
}

test('A5 records in any order and twice are folded once each, in order', () => {
  const { first, last, records } = played();
  for (const seed of ['a', 'b', 'c', 'd', 'e']) {
    const random = randomStream(seed, 'order');
    let fold: RoomFold = beginFold(first);
    const seen: number[] = [];
    for (const record of random.shuffle([...records, ...records])) {
      const step = takeRecords(fold, [record], live);
      fold = step.fold;
      seen.push(...step.folded.map(({ before }) => before.seq + 1));
    }
    expect(fold.state).toEqual(last);
    expect(hasGap(fold)).toBe(false);
    expect(seen).toEqual(records.flatMap(({ seq, entries }) => entries.map(() => seq)));
  }
});

test('each entry is told with the room before and after it', () => {
  const { first, records } = played();
  const { folded } = takeRecords(beginFold(first), records, live);
  folded.forEach(({ before, after }, index) => {
    expect(before).toBe(index === 0 ? first : folded[index - 1]?.after);
    expect(after).not.toBe(before);
  });
});

test('a record after a gap waits for the gap to be filled', () => {
  const { first, records } = played();
  const [one, two, three] = records as [LogRecord, LogRecord, LogRecord];
  const ahead = takeRecords(beginFold(first), [one, three], live);
  expect(ahead.fold.state?.seq).toBe(one.seq);
  expect(hasGap(ahead.fold)).toBe(true);
  const filled = takeRecords(ahead.fold, [two], live);
  expect(filled.fold.state?.seq).toBe(three.seq);
  expect(hasGap(filled.fold)).toBe(false);
});

test('only records whose moment is now are live', () => {
  const { first, records } = played();
  const { folded } = takeRecords(beginFold(first), records, ({ seq }) => seq > 4);
  expect(folded.every((one) => one.live === one.before.seq + 1 > 4)).toBe(true);
});

test('records before the first snapshot wait for it', () => {
  const { first, last, records } = played();
  const early = takeRecords(beginFold(null), records, live);
  expect(early.folded).toEqual([]);
  expect(takeSnapshot(early.fold, first, null).fold.state).toEqual(last);
});

describe('A5 a snapshot', () => {
  const { first, last, records } = played();
  test('replaces what is older', () => {
    const step = takeSnapshot(beginFold(first), last, first.seq);
    expect(step.taken).toBe(true);
    expect(step.fold.state).toBe(last);
  });
  test('that records have overtaken meanwhile is let go', () => {
    const { fold } = takeRecords(beginFold(first), records, live);
    const middle = takeRecords(beginFold(first), records.slice(0, 3), live).fold.state;
    const step = takeSnapshot(fold, middle as RoomState, first.seq);
    expect(step.taken).toBe(false);
    expect(step.fold.state).toEqual(last);
  });
  test('of a server that has lost the end counts, and what it lost is forgotten', () => {
    const { fold } = takeRecords(beginFold(first), records, live);
    const step = takeSnapshot(fold, first, last.seq);
    expect(step.taken).toBe(true);
    expect(step.fold.state).toBe(first);
  });
});

/** Edits a text that is longer than any text here: it belongs to another life of the room. */
function unrelated(seq: number): LogRecord {
  const updates = [{ clientId: 'other', changes: [9999, [0, 'x']] }] as const;
  const entry = { kind: 'program edited', seat: 'heroku', epoch: 1, version: 0, updates } as const;
  return { seq, at: 0, entries: [entry] };
}

describe('A17 what cannot follow is refused, and nothing is thrown', () => {
  const { first, records } = played();
  test('as a whole, with the records before it', () => {
    const [one] = records as [LogRecord];
    const step = roomFold.takeRecords(beginFold(first), [one, unrelated(one.seq + 1)], live);
    expect(step).toMatchObject({ ok: false, refusal: { code: 'does-not-follow' } });
  });
  test('also when it waited for a snapshot', () => {
    const { fold } = takeRecords(beginFold(null), [unrelated(first.seq + 1)], live);
    const step = roomFold.takeSnapshot(fold, first, null);
    expect(step).toMatchObject({ ok: false, refusal: { code: 'does-not-follow' } });
  });
});
