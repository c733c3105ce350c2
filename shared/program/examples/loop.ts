import type { Example } from './example.ts';

export const loop: Example = {
  id: 'loop',
  title: { en: 'A loop', ja: 'くり返し' },
  lesson: {
    en: 'A for loop does the same again. The program waits inside it until each turn is over.',
    ja: 'for は同じことをくり返します。プログラムはその中で、ターンが終わるのを待ちます。',
  },
  program: 'for (let i = 0; i < 4; i++) {\n  p.right();\n  p.up();\n}\n',
  board: `
    turn 0/9, S 0, H 0
    # ^ # . 1 .
    S # . 1 . .
    . . 1 . . .
    . 1 . . . .
    H . . . . .
  `,
  outcome: { points: 40, turns: 9 },
};
