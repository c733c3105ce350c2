import type { Texts } from './phrase.ts';

/** The start page, and what stands where a page should be and is not. */
export const home = {
  lead: {
    en: 'Two friends, one field, thirty seconds: one clicks a program together, the other types one.',
    ja: 'ふたりで一つのフィールド、30秒の勝負。ひとりはボタンで、ひとりはキーボードでプログラムを書きます。',
  },
  leadMore: {
    en: 'Then both programs run, line by line, and everybody watches who gets the gold.',
    ja: 'そのあと両方のプログラムが一行ずつ動き、金を多く取ったほうの勝ち。みんなで見守りましょう。',
  },
  drawing: {
    en: 'Salesforce with a mouse on its cable and Heroku with a keyboard look at a bag of gold; between them crawls a fat orange ladybug.',
    ja: 'マウスを持った Salesforce とキーボードを抱えた Heroku が金の袋をねらい、あいだを太ったてんとう虫が歩いている絵。',
  },
  backTitle: { en: 'You hold a seat', ja: 'あなたの席があります' },
  backToMatch: {
    en: (room: string) => `Back to your match in ${room}`,
    ja: (room: string) => `試合中の部屋「${room}」へ戻る`,
  },
  backToRoom: {
    en: (room: string) => `Back to your seat in ${room}`,
    ja: (room: string) => `席のある部屋「${room}」へ戻る`,
  },
  roomName: { en: 'Name of the room', ja: '部屋の名前' },
  roomHint: {
    en: 'Letters, digits, - and _, up to 40. Whoever opens the same name is in the same room.',
    ja: '文字・数字・-・_ で40字まで。同じ名前を開いた人は同じ部屋に入ります。',
  },
  another: { en: 'Another name', ja: 'ほかの名前' },
  enter: { en: 'Enter the room', ja: '部屋に入る' },
  badName: {
    en: 'A room name has 1 to 40 letters, digits, - or _, and no blanks.',
    ja: '部屋の名前は、空白を入れずに文字・数字・-・_ で1〜40字にしてください。',
  },
  learnLink: { en: 'Learn it in one minute', ja: '1分で覚える' },
  learnTitle: { en: 'Never played?', ja: 'はじめてですか？' },
  ways: { en: 'Three ways to begin', ja: '三つの始めかた' },
  together: { en: 'Two of you', ja: 'ふたりで' },
  togetherMore: {
    en: 'Enter a room and send its link to a friend. Each takes a side.',
    ja: '部屋に入り、リンクを友だちに送ります。ひとりずつ席につきます。',
  },
  alone: { en: 'Play alone', ja: 'ひとりで' },
  aloneMore: {
    en: 'Take one side and start, or take both and play against yourself.',
    ja: '片方の席で始めるか、両方の席について自分と対戦します。',
  },
  watch: { en: 'Watch', ja: '見る' },
  watchMore: {
    en: 'Open the room of others and take no seat. You see every letter as it is typed.',
    ja: 'ほかの人の部屋を開き、席につかないで見ます。打たれる文字がそのまま見えます。',
  },
  how: { en: 'How it is played', ja: '遊びかた' },
  step1: {
    en: 'Both take a seat. Salesforce has arrow buttons, Heroku a keyboard.',
    ja: 'ふたりが席につきます。Salesforce は矢印ボタン、Heroku はキーボード。',
  },
  step2: {
    en: 'In coding time both write commands, a cell each. Everybody sees every letter.',
    ja: 'コーディング時間に命令を書きます。一つで一マス。一字ずつ全員に見えます。',
  },
  step3: {
    en: 'Collect the gold. What a bag with ? holds is known when it is taken.',
    ja: '金を集めます。「?」の袋の中身は、取ったときにわかります。',
  },
  step4: {
    en: 'Mind the edge, the rival and the ladybug: a fall or a bite loses the match.',
    ja: 'ふち、相手、てんとう虫に注意。落ちるか、かまれると負けです。',
  },
  step5: {
    en: 'Keep writing while it runs: each line that has not been read yet may change.',
    ja: '動いているあいだも書けます。まだ読まれていない行は変えられます。',
  },
  language: { en: 'The language, with examples to try', ja: 'プログラムの言語と試せる例' },
  allRules: { en: 'All the rules', ja: 'ルールをぜんぶ読む' },
  badRoomTitle: { en: 'There is no room of this name', ja: 'この名前の部屋は作れません' },
  badRoom: {
    en: (name: string) =>
      `“${name}” cannot be the name of a room: it takes 1 to 40 letters, digits, - or _, and no blanks. Choose another one below.`,
    ja: (name: string) =>
      `「${name}」は部屋の名前に使えません。空白を入れず、文字・数字・-・_ で1〜40字にしてください。下で選び直せます。`,
  },
  notFoundTitle: { en: 'Nothing is drawn here', ja: 'ここには何も描かれていません' },
  notFound: {
    en: 'This address leads nowhere. Enter a room below, or read the rules.',
    ja: 'このアドレスにはページがありません。下から部屋に入るか、ルールをお読みください。',
  },
} as const satisfies Texts;
