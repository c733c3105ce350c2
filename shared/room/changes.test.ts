import * as fc from 'fast-check';
import { ChangeSet } from '@codemirror/state';
import { describe, expect, test } from 'vitest';
import { applyChanges, lengthBefore, normalChanges, settledUpdates } from './changes.ts';
import type { ChangesJson } from './entries.ts';
import { anna, RoomStory } from './testing/story.ts';

const line = fc.constantFrom('', 'a', 'bc', '\0');
const part = fc.oneof(
  fc.nat(3),
  fc
    .tuple(fc.nat(3), fc.array(line, { maxLength: 3 }))
    .map(([n, lines]) => [n as number | string].concat(lines)),
);
const changes = fc.array(part, { maxLength: 12 }) as unknown as fc.Arbitrary<ChangesJson>;

/** A text of some length in which most letters are alike. */
const textOf = (length: number): string => 'abcab\n'.repeat(length).slice(0, length);

describe('A10 changes in their normal form', () => {
  test.each<[ChangesJson, ChangesJson]>([
    [[5, 0, 0, 0], [5]],
    [[0, 0], []],
    [[2, 3, [0], [0, ''], 1], [6]],
    [[[2, '']], [[2]]],
    [[[2], [3, '']], [[5]]],
    [
      [[0, 'a'], [0, 'b', 'c'], 1, [0, 'd']],
      [[0, 'ab', 'c'], 1, [0, 'd']],
    ],
    [
      [[5], [0, 'x']],
      [[5], [0, 'x']],
    ],
  ])('%j are %j', (from, to) => {
    expect(normalChanges(from)).toEqual(to);
  });

  test('they do the same, are short, stay as they are, and are what CodeMirror writes', () => {
    fc.assert(
      fc.property(changes, (some) => {
        const normal = normalChanges(some);
        const text = textOf(lengthBefore(some));
        expect(applyChanges(text, normal)).toBe(applyChanges(text, some));
        expect(JSON.stringify(normal).length).toBeLessThanOrEqual(JSON.stringify(some).length);
        expect(normalChanges(normal)).toBe(normal);
        const set = ChangeSet.fromJSON(normal);
        expect(set.length).toBe(text.length);
        expect(normalChanges(set.toJSON() as ChangesJson)).toEqual(normal);
      }),
    );
  });
});

test('A10 what is replaced by itself is kept, alone and among neighbours', () => {
  const settle = (text: string, some: ChangesJson) => {
    const settled = settledUpdates(text, [{ clientId: 'c', changes: some }]);
    return settled.ok ? settled.value.updates[0]?.changes : settled.refusal.code;
  };
  expect(settle('hello', [[5, 'hello']])).toEqual([5]);
  expect(settle('hello', [[5], [0, 'hello']])).toEqual([5]);
  expect(
    settle('hello', [
      [0, 'he'],
      [5, 'llo'],
    ]),
  ).toEqual([5]);
  expect(settle('a\nb', [1, [1, '', ''], 1])).toEqual([3]);
  expect(settle('hello', [[5, 'hallo']])).toEqual([[5, 'hallo']]);
  expect(settle('hello', [4])).toBe('bad-change');
});

test('A10 updates that change nothing are stored as short as they are', () => {
  const story = new RoomStory().sits(anna, 'heroku').starts();
  const { epoch, version, text } = story.state.documents.heroku;
  const nothing = Array.from({ length: 4000 }, (_, index) => (index === 0 ? text.length : 0));
  const updates = Array.from({ length: 200 }, () => ({ clientId: 'c', changes: nothing }));
  const edit = { kind: 'edit', by: anna.id, seat: 'heroku', epoch } as const;
  expect(story.tries({ ...edit, version, updates })).toBeNull();
  expect(JSON.stringify(story.records.at(-1)).length).toBeLessThan(200 * 40);
  expect(story.state.documents.heroku).toMatchObject({ text, version: version + 200 });
  const { length } = story.records;
  expect(story.tries({ ...edit, version: version + 200, updates: [] })).toBeNull();
  expect(story.records).toHaveLength(length);
});
