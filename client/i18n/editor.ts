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

/** Words of the pad with which S writes (R22). */
export const padWords: Readonly<Record<PadWord, Phrase>> = {
  pad: { en: 'Pad of Salesforce', ja: 'Salesforce のボタン' },
  'pad-keys': {
    en: 'Keys here: arrows write, Shift + arrows move, Del removes a line, O changes the mode. A click on the field writes the way there.',
    ja: 'ここでのキー：矢印で書く、Shift＋矢印で移動、Del で行を消す、O で切り替え。フィールドのマスを選ぶと道が書かれます。',
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
};
