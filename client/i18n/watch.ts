import type { Texts } from './phrase.ts';

/** The panel beside the editor that shows a program while it runs. */
export const watch = {
  title: { en: 'Inside the program', ja: 'プログラムの中' },
  variables: { en: 'Variables', ja: '変数' },
  log: { en: 'Log', ja: 'ログ' },
  line: { en: (line: number) => `line ${line}`, ja: (line: number) => `${line} 行目` },
  turn: { en: (turn: number) => `Turn ${turn}`, ja: (turn: number) => `${turn} ターン目` },
  noVariables: {
    en: 'Variables show here: let\u00a0n\u00a0=\u00a00',
    ja: '変数はここに出ます：let\u00a0n\u00a0=\u00a00',
  },
  noLog: { en: 'log(…) writes here', ja: 'log(…) はここに書きます' },
  language: { en: 'Language', ja: '言語' },
} as const satisfies Texts;
