import type { Texts } from './phrase.ts';

/** Playing a match again (R32). */
export const replayTexts = {
  play: { en: 'Play', ja: '再生' },
  pause: { en: 'Pause', ja: '一時停止' },
  restart: { en: 'From the start', ja: '最初から' },
  turnBack: { en: 'One turn back', ja: '1ターン戻る' },
  turnOn: { en: 'One turn on', ja: '1ターン進む' },
  strokeBack: { en: 'One keystroke back', ja: '1打鍵戻る' },
  strokeOn: { en: 'One keystroke on', ja: '1打鍵進む' },
  markBack: { en: 'To the last mark', ja: '前の目印へ' },
  markOn: { en: 'To the next mark', ja: '次の目印へ' },
  speed: { en: 'Speed', ja: '速さ' },
  position: { en: 'Position', ja: '位置' },
  transport: { en: 'Playing', ja: '再生の操作' },
  shorten: { en: 'Skip quiet', ja: '短縮' },
  shortenMore: {
    en: 'Stretches in which nothing happens pass quickly',
    ja: '動きのない所を早送りする',
  },
  reveal: { en: 'Open bags', ja: '袋の中身' },
  revealMore: {
    en: 'Sealed gold shows what it holds; else it is shown as it was then',
    ja: '袋の中身を見せる。ふだんは試合のときのまま',
  },
  copyLink: { en: 'Copy link', ja: 'リンク' },
  copyLinkMore: { en: 'Copy the link to this moment', ja: 'この場面のリンクをコピー' },
  linkCopied: {
    en: 'The link to this moment is copied.',
    ja: 'この場面のリンクをコピーしました。',
  },
  loading: { en: 'Fetching the match …', ja: '試合を読み込んでいます…' },
  opening: { en: 'Laying out the match …', ja: '試合を並べています…' },
  brokenTitle: { en: 'This replay cannot be played', ja: 'このリプレイは再生できません' },
  ended: {
    en: (verdict: string, points: string) => `The replay is over. ${verdict} (${points})`,
    ja: (verdict: string, points: string) => `リプレイはここまでです。${verdict}（${points}）`,
  },
  markFall: { en: (seat: string) => `${seat} falls`, ja: (seat: string) => `${seat} 落下` },
  markCaught: {
    en: (seat: string) => `${seat} is caught`,
    ja: (seat: string) => `${seat} かまれる`,
  },
  markPush: { en: () => 'both are pushed back', ja: () => '衝突' },
  markGold: {
    en: (seat: string, points: number) => `${seat} takes ${points}`,
    ja: (seat: string, points: number) => `${seat} 金 ${points}`,
  },
  markError: {
    en: (seat: string) => `error in the program of ${seat}`,
    ja: (seat: string) => `${seat} プログラムのエラー`,
  },
  markLate: {
    en: (seat: string) => `${seat} changed the line at the last moment`,
    ja: (seat: string) => `${seat} 直前の書きかえ`,
  },
  atTurn: {
    en: (turn: number, what: string) => `Turn ${turn}: ${what}`,
    ja: (turn: number, what: string) => `ターン ${turn}：${what}`,
  },
  graphPoints: { en: 'Points', ja: '得点' },
  graphTyping: { en: 'Typing', ja: '入力' },
  graphPointsMore: {
    en: (s: number, h: number) => `Points over the turns: S ${s}, H ${h} at the end`,
    ja: (s: number, h: number) => `ターンごとの得点：最後は S ${s}、H ${h}`,
  },
  graphTypingMore: {
    en: (s: number, h: number) => `Typing over time: S ${s} letters, H ${h} letters`,
    ja: (s: number, h: number) => `入力の様子：S ${s} 文字、H ${h} 文字`,
  },
  keys: { en: 'Keys', ja: 'キー操作' },
  keyList: {
    en: 'Space plays and pauses · ← → one turn · , . one keystroke · [ ] one mark · Home End · − + speed · Q quiet stretches · G sealed gold · N note · L link',
    ja: 'スペース 再生と一時停止 · ← → 1ターン · , . 1打鍵 · [ ] 目印 · Home End · − + 速さ · Q 短縮 · G 袋の中身 · N メモ · L リンク',
  },
  check: { en: 'Referee again', ja: '審判をやり直す' },
  checking: { en: 'Both programs run again …', ja: '両方のプログラムを実行し直しています…' },
  checkedSame: {
    en: (turns: number) => `Played again here: all ${turns} turns come out the same.`,
    ja: (turns: number) => `ここで実行し直しました。${turns} ターンすべて同じ結果です。`,
  },
  checkedOther: {
    en: (turn: number) => `Played again here: turn ${turn} comes out otherwise than stored.`,
    ja: (turn: number) => `ここで実行し直すと、ターン ${turn} が記録と違います。`,
  },
  checkMissing: {
    en: 'The referee cannot be fetched now. Try again when the server can be reached.',
    ja: '審判を読み込めません。サーバーにつながるときにもう一度お試しください。',
  },
  more: { en: 'Save …', ja: '保存…' },
  talk: { en: 'Talk', ja: '会話' },
  noTalk: { en: 'Nobody said a word.', ja: '会話はありませんでした。' },
  openFile: { en: 'Open a replay file', ja: 'リプレイのファイルを開く' },
  openTitle: { en: 'Watch a match from a file', ja: 'ファイルから試合を見る' },
  openHint: {
    en: 'Choose a replay file or drop it anywhere on this page. It stays in this browser: nothing is sent.',
    ja: 'リプレイのファイルを選ぶか、このページに落としてください。ブラウザーの中だけで開き、どこにも送りません。',
  },
  dropHere: { en: 'Drop the replay file here', ja: 'ここにファイルを落とす' },
} as const satisfies Texts;

/** Notes on a line of a program at a moment. */
export const noteTexts = {
  notes: { en: 'Notes', ja: 'メモ' },
  none: {
    en: 'No notes yet. Double-click a line of a program, or press N, to leave the first.',
    ja: 'まだメモはありません。プログラムの行をダブルクリックするか N を押して書けます。',
  },
  write: { en: 'Leave a note', ja: 'メモを書く' },
  about: {
    en: (seat: string, line: number, time: string) => `${seat}, line ${line}, at ${time}`,
    ja: (seat: string, line: number, time: string) => `${seat} ${line} 行目（${time}）`,
  },
  seat: { en: 'Program', ja: 'プログラム' },
  line: { en: 'Line', ja: '行' },
  name: { en: 'Your name', ja: '名前' },
  text: { en: 'Note', ja: 'メモ' },
  send: { en: 'Leave it here', ja: '残す' },
  cancel: { en: 'Cancel', ja: 'やめる' },
  remove: { en: 'Take away', ja: '消す' },
  player: {
    en: (seat: string) => `played ${seat}`,
    ja: (seat: string) => `${seat} の選手`,
  },
  left: { en: 'The note is left at this line.', ja: 'この行にメモを残しました。' },
  onlyHere: {
    en: 'Notes on a file stay here; save the file again to keep them.',
    ja: 'ファイルへのメモはここだけに残ります。保存し直すと一緒に書き出されます。',
  },
} as const satisfies Texts;

/** Films and files of a match. */
export const filmTexts = {
  title: { en: 'Save the match', ja: '試合を保存' },
  what: { en: 'What', ja: '範囲' },
  whole: { en: 'the whole match', ja: '試合全体' },
  run: { en: 'the run only', ja: '実行だけ' },
  highlight: { en: 'the highlight', ja: '見どころ' },
  kind: { en: 'As', ja: '形式' },
  video: { en: 'video', ja: '動画' },
  picture: { en: 'animated picture', ja: '動く画像' },
  begin: { en: 'Make it', ja: '作る' },
  takes: {
    en: (time: string) => `takes ${time}, the length of the film`,
    ja: (time: string) => `${time} かかります（長さと同じ）`,
  },
  atMost: {
    en: 'small enough for a chat: 2 MB at most',
    ja: 'チャットに貼れる大きさ（2 MB まで）',
  },
  making: {
    en: (percent: number) => `Making … ${percent} %`,
    ja: (percent: number) => `作成中… ${percent} %`,
  },
  cancel: { en: 'Cancel', ja: 'やめる' },
  cancelled: { en: 'Cancelled, nothing was saved.', ja: 'やめました。何も保存していません。' },
  saved: {
    en: (name: string, size: string) => `Saved as ${name} (${size}).`,
    ja: (name: string, size: string) => `${name} として保存しました（${size}）。`,
  },
  playHighlight: { en: 'Highlight', ja: '見どころ' },
  playHighlightMore: {
    en: 'Play the 20 seconds with the biggest swings',
    ja: 'いちばん動いた20秒を再生',
  },
  file: { en: 'Save replay file', ja: 'リプレイをファイルに保存' },
  fileMore: {
    en: 'One JSON file with everything, notes too; it opens here without any server.',
    ja: 'メモも含めて1つの JSON ファイルに。サーバーなしでここで開けます。',
  },
  noVideo: {
    en: 'This browser cannot record videos; the animated picture works.',
    ja: 'このブラウザーは動画を記録できません。動く画像なら作れます。',
  },
  failed: {
    en: 'The film could not be made here. Try again, or make the animated picture.',
    ja: '動画を作れませんでした。もう一度試すか、動く画像にしてください。',
  },
  turn: {
    en: (turn: number, turns: number) => `turn ${turn}/${turns}`,
    ja: (turn: number, turns: number) => `ターン ${turn}/${turns}`,
  },
} as const satisfies Texts;
