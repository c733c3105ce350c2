import type { MessageWords } from '../lang/index.ts';

/** Cause and remedy of each code of the game's own names; those of the language are its own (L8). */
export const words = {
  'chunk-limit': {
    en: 'Governor limit: more than {limit} lines without a command in one turn. Put some on one line.',
    ja: 'ガバナ制限: 1 ターンに命令のない行が {limit} 行を超えました。何行かを 1 行にまとめてください。',
  },
  'reading-limit': {
    en: 'Governor limit: too many lines without a command that only the next line completes. Put braces around what belongs together.',
    ja: 'ガバナ制限: 命令がなく、次の行まで読まないと終わらない行が多すぎます。まとまりを { } で囲んでください。',
  },
  'count-not-a-number': {
    en: 'The number of steps must be a number, not {given}. Write one, as in p.up(2).',
    ja: '歩数は数でなければなりません({given} は数ではありません)。p.up(2) のように書いてください。',
  },
  'count-negative': {
    en: 'The number of steps cannot be negative ({given}). To go back use the opposite direction.',
    ja: '歩数に負の数({given})は使えません。戻るには反対の方向の命令を使ってください。',
  },
  'count-fraction': {
    en: 'The number of steps must be whole, not {given}. Round it, as with Math.floor.',
    ja: '歩数は整数でなければなりません({given})。Math.floor などで整数にしてください。',
  },
  'count-too-large': {
    en: 'At most {most} steps at once, not {given}. Use a smaller number.',
    ja: '一度に進めるのは {most} 歩までです({given})。小さい数にしてください。',
  },
  'unknown-direction': {
    en: "“{given}” is not a direction. Use 'up', 'down', 'left' or 'right'.",
    ja: "「{given}」は方向ではありません。'up' 'down' 'left' 'right' のどれかにしてください。",
  },
  'coordinate-not-whole': {
    en: 'A cell is named by two whole numbers, not by {given}. Write x and y.',
    ja: 'マスは 2 つの整数で指定します({given} は使えません)。x と y を書いてください。',
  },
} as const satisfies Readonly<Record<string, MessageWords>>;
