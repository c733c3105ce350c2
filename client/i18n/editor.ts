import type { Seat } from '../../shared/base/ids.ts';
import type { PadWord } from '../editor/index.ts';
import type { Phrase, Texts } from './phrase.ts';

/** What stands on and around the editors. */
export const editor = {
  wayOut: {
    en: 'Leave the editor: Escape, then Tab',
    ja: 'エディタから出る：Esc のあと Tab',
  },
  helpKey: {
    en: 'Help for the name at the cursor: F1.',
    ja: 'カーソルの名前の説明：F1。',
  },
  readIn: {
    en: (turn: number) => `Read in turn ${turn}`,
    ja: (turn: number) => `${turn} ターン目に読まれた行`,
  },
  filling: {
    en: (percent: number) =>
      `${percent} % of what may be written in one match is used up. At 100 % no more is taken; the match goes on.`,
    ja: (percent: number) =>
      `一試合に書ける量の ${percent} % を使いました。100 % になるともう書けませんが、試合は続きます。`,
  },
  tooLate: { en: 'too late: already read', ja: 'もう読まれました' },
  tokens: { en: 'Words to tap', ja: '押して書く言葉' },
  nextLine: { en: 'Next line', ja: '次の行' },
  reference: { en: 'All of the language', ja: '言語のすべて' },
  typingLost: {
    en: (unsent: string) =>
      unsent === ''
        ? 'The room has moved on too far while the connection was down; your last letters could not be joined.'
        : `The room has moved on too far while the connection was down. Not joined: ${unsent}`,
    ja: (unsent: string) =>
      unsent === ''
        ? '接続が切れているあいだに部屋が先へ進み、最後の入力は入りませんでした。'
        : `接続が切れているあいだに部屋が先へ進みました。入らなかった入力：${unsent}`,
  },
  tooLong: {
    en: (maximum: number) =>
      `A program has at most ${maximum} characters; the rest was held back. Delete some, or write a loop.`,
    ja: (maximum: number) =>
      `プログラムは${maximum}字までなので、残りは入りませんでした。消すか、くり返しを使ってください。`,
  },
  kitMissing: {
    en: 'Colours and suggestions could not be loaded. Writing works without them; loading the page again usually brings them back.',
    ja: '色分けと候補を読み込めませんでした。書くことはできます。ページを読み込み直すとたいてい戻ります。',
  },
  noWay: {
    en: 'No way leads to that cell: walls are in between.',
    ja: 'そのマスへの道がありません。壁にさえぎられています。',
  },
  wayFalls: {
    en: 'The program leads off the field before its end. Mend that first.',
    ja: 'プログラムは途中でフィールドから落ちます。先に直してください。',
  },
} as const satisfies Texts;

/** Lines of a listing that hold its blocks together. */
export const blockTexts = {
  repeat: {
    en: (times: number) => (times === 1 ? 'repeat once' : `repeat ${times} times`),
    ja: (times: number) => `${times}回くり返す`,
  },
  when: {
    en: (direction: string, sight: string) => `if ${direction.toLowerCase()} is ${sight}`,
    ja: (direction: string, sight: string) => `もし${direction}が${sight}なら`,
  },
  else: { en: 'else', ja: 'ちがえば' },
  end: { en: 'end', ja: 'ここまで' },
} as const satisfies Texts;

/** What stands in a program in which nothing stands yet. */
export const emptyProgram = {
  salesforce: {
    writer: { en: 'Press an arrow: one line, one step.', ja: '矢印を押すと、1行で1歩。' },
    watcher: { en: 'Arrows will write here.', ja: 'ここに矢印ボタンで書かれます。' },
  },
  heroku: {
    writer: { en: 'Type p. and choose a step.', ja: 'p. と打つと、命令を選べます。' },
    watcher: { en: 'A keyboard will write here.', ja: 'ここにキーボードで書かれます。' },
  },
} as const satisfies Readonly<Record<Seat, Readonly<Record<'writer' | 'watcher', Phrase>>>>;

/** Words of the pad with which S writes (R22). */
export const padWords: Readonly<Record<PadWord, Phrase>> = {
  pad: { en: 'Pad of Salesforce', ja: 'Salesforce のボタン' },
  'pad-keys': {
    en: 'Keys: arrows write, R repeats, I is if; + − 1–9 change it, E else, D done. Shift + arrows move, Del removes, O overwrites. A click on the field writes the way there.',
    ja: 'キー：矢印で書く、R くり返す、I もし、＋−と1〜9で変える、E ちがえば、D ここまで。Shift＋矢印で移動、Del で消す、O で上書き。マスを選ぶと道が書かれます。',
  },
  'pad-up': { en: 'Up', ja: '上' },
  'pad-right': { en: 'Right', ja: '右' },
  'pad-down': { en: 'Down', ja: '下' },
  'pad-left': { en: 'Left', ja: '左' },
  'pad-insert': { en: 'Insert', ja: '挿入' },
  'pad-overwrite': { en: 'Overwrite', ja: '上書き' },
  'pad-delete-line': { en: 'Delete line', ja: '行を消す' },
  'pad-undo': { en: 'Undo', ja: '元に戻す' },
  'pad-redo': { en: 'Redo', ja: 'やり直す' },
  'pad-repeat': { en: 'Repeat', ja: 'くり返す' },
  'pad-if': { en: 'If', ja: 'もし' },
  'block-fewer': { en: 'Fewer times', ja: '回数を減らす' },
  'block-more': { en: 'More times', ja: '回数を増やす' },
  'block-times': { en: '×', ja: '回' },
  'block-direction': { en: 'Where to look', ja: '見る方向' },
  'block-is': { en: 'is', ja: 'が' },
  'block-sight': { en: 'What to look for', ja: '探すもの' },
  'sight-gold': { en: 'gold', ja: '金' },
  'sight-wall': { en: 'a wall', ja: '壁' },
  'sight-edge': { en: 'the edge', ja: '外' },
  'sight-bug': { en: 'the bug', ja: '虫' },
  'sight-rival': { en: 'the rival', ja: '相手' },
  'sight-empty': { en: 'free', ja: '空き' },
  'block-else': { en: 'Else', ja: 'ちがえば' },
  'block-done': { en: 'Done', ja: 'ここまで' },
};
