import { expect, test } from 'vitest';
import { isTypedWhole } from './completion-keys.ts';

test.each([
  ['let count = 1; count', ['count'], true],
  ['p.up', ['up', 'unshift'], true],
  ['for', ['for', 'forEach', 'for'], true],
  ['coun', ['count'], false],
  ['Count', ['count'], false],
  ['p.', ['up', 'down'], false],
  ['', ['p'], false],
  ['1 + $total', ['$total'], true],
  ["p.look('up", ['up', 'down'], true],
])('R22 %s among %o typed whole: %s', (before, labels, whole) => {
  expect(isTypedWhole(before, labels)).toBe(whole);
});
