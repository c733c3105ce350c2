import type { Example } from './example.ts';

export const firstStep: Example = {
  id: 'first-step',
  title: { en: 'One step', ja: '一歩' },
  lesson: {
    en: 'A command is a line. It takes one turn.',
    ja: '命令は一行に一つ。一ターンかかります。',
  },
  program: 'p.up();\n',
  board: `
    turn 0/2, S 0, H 0
    S . 1 # ^
    . . H . #
    . . . . .
  `,
  outcome: { points: 10, turns: 2 },
};
