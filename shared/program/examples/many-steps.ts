import type { Example } from './example.ts';

export const manySteps: Example = {
  id: 'many-steps',
  title: { en: 'Several steps', ja: '何歩も' },
  lesson: {
    en: 'A number says how many steps, a turn each. Lines are read from top to bottom.',
    ja: '数で歩数を決めます(一歩で一ターン)。行は上から順に読まれます。',
  },
  program: 'p.up(2);\np.right();\np.down();\np.right(2);\n',
  board: `
    turn 0/7, S 0, H 0
    S . . # ^
    . 2 . . #
    . . . 1 .
    H . . . .
  `,
  outcome: { points: 30, turns: 7 },
};
