import type { Example } from './example.ts';

export const nearestGold: Example = {
  id: 'nearest-gold',
  title: { en: 'The nearest gold first', ja: '近い金から' },
  lesson: {
    en: 'field.gold() is a list: sorted by distance its first item is the nearest. log writes for you alone.',
    ja: 'field.gold() は配列です。距離で並べると先頭がいちばん近い金です。log は自分だけに見えます。',
  },
  program: `const distance = (gold) => Math.abs(gold.x - p.x) + Math.abs(gold.y - p.y);

function goTo(x, y) {
  while (p.x < x) p.right();
  while (p.x > x) p.left();
  while (p.y < y) p.down();
  while (p.y > y) p.up();
}

while (field.gold().length > 0) {
  const [next] = field.gold().sort((a, b) => distance(a) - distance(b));
  log('to', next.x, next.y);
  goTo(next.x, next.y);
}
`,
  board: `
    turn 0/25, S 0, H 0
    # ^ # . 2 . .
    S # . . . . 1
    . . . H . . .
    1 . . . . ?2 .
    . . 3 . . . .
  `,
  outcome: { points: 90, turns: 17 },
};
