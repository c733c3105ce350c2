import { expect, test } from 'vitest';
import type { PersonId } from '../../base/ids.ts';
import { Members } from './members.ts';

const anna = 'anna' as PersonId;
const ben = 'ben' as PersonId;

type Step = (members: Members) => void;

function ordersOf<T>(steps: readonly T[]): T[][] {
  if (steps.length === 0) return [[]];
  return steps.flatMap((first, index) =>
    ordersOf(steps.filter((_, other) => other !== index)).map((rest) => [first].concat(rest)),
  );
}

/** After these, in whatever order, somebody is there: through one line here, or through another process. */
const returns: Readonly<Record<string, readonly Step[]>> = {
  'a new line here, the old one here goes': [
    (members) => members.join('new', anna),
    (members) => members.leave('old'),
    (members) => members.leave('old'),
    (members) => members.hear([[ben]]),
  ],
  'a new line elsewhere, the old one here goes': [
    (members) => members.hear([[anna, ben]]),
    (members) => members.leave('old'),
    (members) => members.leave('never there'),
  ],
  'three lines, of which two go': [
    (members) => members.join('second', anna),
    (members) => members.join('third', anna),
    (members) => members.leave('old'),
    (members) => members.hear([[], [ben]]),
  ],
};

test.each(Object.keys(returns))('R4 R5 who is there counts by lines: %s', (name) => {
  for (const order of ordersOf(returns[name] ?? [])) {
    const members = new Members();
    members.join('old', anna);
    for (const step of order) step(members);
    expect(members.has(anna)).toBe(true);
  }
});

test('R4 R5 the line that goes last takes its person with it, whichever it is', () => {
  for (const order of ordersOf(['one', 'two', 'three'])) {
    const members = new Members();
    for (const line of ['one', 'two', 'three']) members.join(line, anna);
    const there = order.map((line) => {
      members.leave(line);
      return members.has(anna);
    });
    expect(there).toEqual([true, true, false]);
  }
});
