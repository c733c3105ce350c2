import type { Example } from './example.ts';

export const sensor: Example = {
  id: 'sensor',
  title: { en: 'Look before you go', ja: '見てから進む' },
  lesson: {
    en: 'p.look tells what is in the next cell. Here: on to the wall, however far it is.',
    ja: 'p.look はとなりのマスにあるものを教えます。ここでは壁に着くまで進みます。',
  },
  program: "while (p.look('right') !== 'wall') {\n  p.right();\n}\np.down();\n",
  board: `
    turn 0/7, S 0, H 0
    S # ^ # . . .
    # # # # # # #
    H . 2 . . 1 #
    # # # # . 3 .
  `,
  outcome: { points: 60, turns: 7 },
};
