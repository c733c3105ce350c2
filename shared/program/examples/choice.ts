import type { Example } from './example.ts';

export const choice: Example = {
  id: 'choice',
  title: { en: 'A choice', ja: '場合分け' },
  lesson: {
    en: 'if and else choose by what is there. turn.now and turn.last tell how long there is left.',
    ja: 'if と else は、そこにあるものによって選びます。残りは turn.now と turn.last でわかります。',
  },
  program:
    "while (turn.now <= turn.last) {\n  if (p.look('up') === 'gold') {\n    p.up();\n  } else if (p.look('right') === 'edge') {\n    p.wait();\n  } else {\n    p.right();\n  }\n}\n",
  board: `
    turn 0/10, S 0, H 0
    # ^ # S . .
    # # # . . 2
    . . . 1 . .
    . 1 . . . .
    H . . . . .
  `,
  outcome: { points: 40, turns: 10 },
};
