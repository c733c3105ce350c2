import type { Example } from './example.ts';

export const ownFunction: Example = {
  id: 'own-function',
  title: { en: 'A command of your own', ja: '自分の命令' },
  lesson: {
    en: 'A function gives several lines a name. It can be called again with another number.',
    ja: '関数は何行かに名前をつけます。数を変えて何度でも呼べます。',
  },
  program:
    'function row(width) {\n  p.right(width);\n  p.down();\n  p.left(width);\n}\n\nrow(4);\np.down();\nrow(3);\n',
  board: `
    turn 0/18, S 0, H 0
    H . 1 . . # ^
    . . . 1 . . #
    1 . . . . S .
    . . 1 . . . .
  `,
  outcome: { points: 40, turns: 18 },
};
