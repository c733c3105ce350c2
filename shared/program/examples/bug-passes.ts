import type { Example } from './example.ts';

export const bugPasses: Example = {
  id: 'bug-passes',
  title: { en: 'Let the bug pass', ja: '虫をやりすごす' },
  lesson: {
    en: 'Never go where the ladybug is or can be in the next turn: wait until the crossing is free.',
    ja: 'てんとう虫がいるマスや、次に来るマスには入りません。通れるようになるまで待ちます。',
  },
  program: `const near = (x, y) => Math.abs(bug.x - x) + Math.abs(bug.y - y) <= 1;

while (field.gold().length > 0) {
  if (near(p.x + 1, p.y)) p.wait();
  else p.right();
}
`,
  board: `
    turn 0/12, S 0, H 0
    . . # . # . .
    . . # . # . .
    . H . . . 2 .
    . . # ^ # . .
    S . # . # . .
  `,
  outcome: { points: 20, turns: 7 },
};
