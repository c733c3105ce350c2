import type { Phrase } from './phrase.ts';

/** One section of the rules. */
export interface HelpSection {
  readonly title: Phrase;
  readonly lines: readonly Phrase[];
}

export const helpTitle: Phrase = { en: 'All the rules', ja: 'ルールのすべて' };

export const helpLanguage: Phrase = {
  en: 'The whole language, with examples to try',
  ja: '言語のすべてと、試せる例',
};

export const helpBack: Phrase = { en: 'Back to the start page', ja: 'はじめのページへ' };

/** The rules as people need them, in the order in which they meet them. */
export const helpSections: readonly HelpSection[] = [
  {
    title: { en: 'The room', ja: '部屋' },
    lines: [
      {
        en: 'Whoever opens the same address is in the same room. It has two seats, Salesforce and Heroku. One person may take both.',
        ja: '同じアドレスを開いた人は同じ部屋に入ります。席は Salesforce と Heroku の二つ。ひとりで両方につくこともできます。',
      },
      {
        en: 'Everybody else watches: they see every letter, may talk and try out programs, and can change nothing.',
        ja: 'ほかの人は観客です。一文字ずつ見え、会話や試し歩きもできますが、何も変えられません。',
      },
      {
        en: 'Leaving a seat during a match gives it up. A lost connection does not: your program runs on, and the page comes back by itself.',
        ja: '試合中に席を立つと放棄になります。接続が切れても放棄にはならず、プログラムは動きつづけ、ページは自動で戻ります。',
      },
      {
        en: 'Those who hold a seat choose the settings: size, gold, walls, times, turns, and whether the field is mirrored (fair for both) or random.',
        ja: '席についている人が設定を選びます。広さ、金、壁、時間、ターン数、そして対称（公平）かでたらめか。',
      },
    ],
  },
  {
    title: { en: 'The match', ja: '試合' },
    lines: [
      {
        en: 'In coding time both write. When both say “ready”, or the time is over, the programs start.',
        ja: 'コーディング時間にふたりが書きます。ふたりとも「準備よし」か時間切れで、プログラムが動きだします。',
      },
      {
        en: 'Each turn both characters take one step at once. You may go on writing: only lines that were read are locked.',
        ja: '毎ターン、ふたりが同時に一歩進みます。書きつづけられます。読まれた行だけが固定されます。',
      },
      {
        en: 'A line with an error costs one turn of waiting and is marked with its reason. With nothing left to read, the character waits.',
        ja: '誤りのある行は一ターン休みになり、理由がつきます。読む行がなければ待ちます。',
      },
    ],
  },
  {
    title: { en: 'On the field', ja: 'フィールド' },
    lines: [
      {
        en: 'A step off the field is a fall: you are out. A wall holds you where you are.',
        ja: 'フィールドの外へ出ると落ちて負けです。壁に向かうとその場にとどまります。',
      },
      {
        en: 'If both meet in a cell or swap cells, both are thrown back to where they came from.',
        ja: 'ふたりが同じマスに入るか入れ替わると、どちらも元のマスにはね返されます。',
      },
      {
        en: 'The ladybug goes straight while it can; at a wall or the edge it tries its right, then its left, then back. Whoever shares its cell or swaps cells with it is caught: out.',
        ja: 'てんとう虫はまっすぐ進み、壁やふちでは右、左、うしろの順に試します。同じマスに入るか入れ替わるとかまれて負けです。',
      },
      {
        en: 'Gold is worth 10, 20 or 30 points. One fifth of it is sealed (?): its worth is known when it is taken.',
        ja: '金は10・20・30点。五分の一は封がしてあり（?）、取ったときに点がわかります。',
      },
      {
        en: 'Who is out loses, whatever the points; both out is a draw. After the last turn more points win.',
        ja: '脱落すると得点にかかわらず負け、両方脱落なら引き分け。最後のターンのあとは得点の多いほうが勝ちです。',
      },
    ],
  },
];

export const commandsTitle: Phrase = { en: 'Commands', ja: '命令' };

/** The commands of a program, each with what it does (R21). */
export const commands: readonly (readonly [string, Phrase])[] = [
  [
    'p.up(n)',
    {
      en: 'n steps up, one turn each; without n one step',
      ja: '上へ n 歩（一歩で一ターン）。n を省くと一歩',
    },
  ],
  ['p.down(n)', { en: 'n steps down', ja: '下へ n 歩' }],
  ['p.left(n)', { en: 'n steps left', ja: '左へ n 歩' }],
  ['p.right(n)', { en: 'n steps right', ja: '右へ n 歩' }],
  ['p.wait(n)', { en: 'wait n turns', ja: 'n ターン待つ' }],
];

export const writingTitle: Phrase = { en: 'Writing', ja: '書きかた' };

/** How each side writes (R22). */
export const writing: readonly Phrase[] = [
  {
    en: 'Salesforce does not type: the arrow buttons write commands at the cursor line; Repeat and If write a block, and what follows goes inside until Done. Or click a cell, and the way there is written.',
    ja: 'Salesforce は打ちません。矢印ボタンでカーソルの行に命令が入ります。「くり返す」と「もし」はまとまりを書き、「ここまで」を押すまで続きはその中に入ります。マスを選ぶと、そこまでの道が書かれます。',
  },
  {
    en: 'Heroku types, with suggestions after “p.”. Escape, then Tab leads out of the editor.',
    ja: 'Heroku は打ちます。「p.」のあとに候補が出ます。エディタから出るには Esc のあと Tab。',
  },
];
