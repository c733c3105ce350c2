import { expect, test } from 'vitest';
import { lineInWords, type Joint } from './block-words.ts';
import { headText } from './blocks.ts';

const words = (joint: Joint): string =>
  typeof joint === 'string' ? joint : `${joint.kind} ${Object.values(joint).slice(1).join(' ')}`;

test.each([
  ['for (let i = 0; i < 3; i++) {', 'repeat 3'],
  ['    for (let w = 0; w < 99; w++) {', 'repeat 99'],
  ["  if (p.look('up') === 'gold') {", 'if up gold'],
  ['  } else {', 'else'],
  ['}', 'end'],
])('R22 %s is said in words', (line, said) => {
  expect(lineInWords(line, words)).toBe(said);
});

test.each(['p.up();', '', '// }', 'for (const x of list) {', 'while (true) {', '});'])(
  'R22 %s stays as it is',
  (line) => {
    expect(lineInWords(line, words)).toBeNull();
  },
);

test('R22 every block the pad can write has words', () => {
  for (const times of [1, 42, 99]) {
    expect(lineInWords(headText({ kind: 'repeat', times }, 'j'), words)).toBe(`repeat ${times}`);
  }
});
