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
  ['let 名前 = 1; let x = 名前', ['名前'], true],
  ['let número = 1; número', ['número'], true],
  ['let número = 1; núm', ['número'], false],
  ['const o = {v: 1}; let k = o.v', ['valueOf'], true],
  ["p.look('up", ['up', 'down'], true],
])('R22 %s among %o typed whole: %s', (before, labels, whole) => {
  expect(isTypedWhole(before, labels)).toBe(whole);
});

test('R22 what the program says behind the cursor counts, too', () => {
  expect(isTypedWhole('let k = o.v', ['valueOf'], '\no.v = 1;')).toBe(true);
  expect(isTypedWhole('let k = o.v', ['valueOf'], 'alue;')).toBe(false);
});
