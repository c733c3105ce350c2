import type { Example } from './example.ts';

export const answers: Example = {
  id: 'answers',
  title: { en: 'What a command answers', ja: '命令の答え' },
  lesson: {
    en: 'A command answers how many cells were really moved: 0 at a wall. Then it turns to its right.',
    ja: '命令は実際に動いたマスの数を返します。壁なら 0。そのとき右へ曲がります。',
  },
  program:
    "const ways = ['up', 'right', 'down', 'left'];\nlet n = 0;\nwhile (turn.now <= turn.last) {\n  const way = ways[n % 4];\n  if (p[way]() === 0) n++;\n}\n",
  board: `
    turn 0/14, S 0, H 0
    # # # # # #
    # 1 . . 1 #
    # . # # . #
    # H . . 1 #
    # # # # # #
    S . # ^ # .
  `,
  outcome: { points: 30, turns: 14 },
};
