import type { Texts } from './phrase.ts';

/** Room, seats, phases, clock, buttons. */
export const game = {
  room: { en: 'Room', ja: '部屋' },
  invite: { en: 'Invite', ja: '招待' },
  inviteHint: { en: 'Link, name and code of this room', ja: 'この部屋のリンク・名前・QR コード' },
  copied: {
    en: 'The link is copied. Send it to your rival.',
    ja: 'リンクをコピーしました。相手に送ってください。',
  },
  watching: {
    en: (count: number) => (count === 1 ? '1 watching' : `${count} watching`),
    ja: (count: number) => `観客 ${count}人`,
  },

  connecting: { en: 'Going into the room …', ja: '部屋に入っています…' },
  offline: {
    en: 'Connection lost. It comes back by itself; what you type is kept.',
    ja: '接続が切れました。自動で戻ります。入力したものは残ります。',
  },
  storingDelayed: {
    en: 'Storing is delayed. What you type is kept here until it can be stored.',
    ja: '保存が遅れています。入力したものは、保存できるまでここに残ります。',
  },
  lostTitle: { en: 'This room was lost', ja: 'この部屋のデータが失われました' },
  lostWhy: {
    en: 'The server has lost what this room held and has opened it anew: seats, field, talk and the match are gone. This page still has both programs as they last were.',
    ja: 'サーバーがこの部屋のデータを失い、部屋を新しく開き直しました。席、フィールド、会話、試合は残っていません。最後のプログラムはまだこのページにあります。',
  },
  copyProgram: {
    en: (seat: string) => `Copy the program of ${seat}`,
    ja: (seat: string) => `${seat} のプログラムをコピー`,
  },
  programCopied: { en: 'The program is copied.', ja: 'プログラムをコピーしました。' },
  programNotCopied: {
    en: 'The browser does not let the page copy. Select the text and copy it yourself.',
    ja: 'ブラウザーがコピーを許可していません。文字を選んでコピーしてください。',
  },
  refusedTitle: { en: 'The server does not let this page in', ja: 'このページは部屋に入れません' },

  pointsWord: { en: 'points', ja: '点' },
  points: { en: (points: number) => `${points} points`, ja: (points: number) => `${points} 点` },
  you: { en: 'you', ja: 'あなた' },
  here: { en: 'here', ja: '在席' },
  away: { en: 'away', ja: '離席中' },
  freeSeat: { en: 'free seat', ja: '空席' },
  takeSeat: { en: 'Take this seat', ja: 'この席につく' },
  takeSeatOf: {
    en: (seat: string) => `Take this seat: ${seat}`,
    ja: (seat: string) => `この席につく：${seat}`,
  },
  leaveSeat: { en: 'Leave', ja: '退席' },
  leaveSeatOf: {
    en: (seat: string) => `Leave: ${seat}`,
    ja: (seat: string) => `退席：${seat}`,
  },
  readyMark: { en: 'ready', ja: '準備よし' },
  outFallen: { en: 'fell off', ja: '落下' },
  outCaught: { en: 'caught', ja: 'かまれた' },
  forfeitTitle: { en: 'Give up the match?', ja: '試合を放棄しますか？' },
  forfeit: {
    en: 'Leaving your seat now loses the match. Closing the page does not: your program goes on without you.',
    ja: 'いま席を立つと負けになります。ページを閉じるだけなら負けにはならず、プログラムは動きつづけます。',
  },
  awayTitle: { en: 'Leave this page?', ja: 'このページを離れますか？' },
  awayWhat: {
    en: 'The match goes on without you: your seat stays yours, and your program is read as it stands. The start page shows the way back.',
    ja: '試合はそのまま進みます。席はあなたのままで、プログラムは今の内容で読まれます。はじめのページから戻れます。',
  },
  awayYes: { en: 'Leave the page', ja: 'ページを離れる' },
  awayNo: { en: 'Stay', ja: 'とどまる' },
  forfeitYes: { en: 'Give up', ja: '放棄する' },
  forfeitNo: { en: 'Play on', ja: '続ける' },

  entry: { en: 'Before the match', ja: '試合の前' },
  coding: { en: 'Coding time', ja: 'コーディング時間' },
  starting: { en: 'Get set', ja: '位置について' },
  running: { en: 'Running', ja: '実行中' },
  result: { en: 'Result', ja: '結果' },
  turnOf: {
    en: (turn: number, of: number) => `Turn ${turn} of ${of}`,
    ja: (turn: number, of: number) => `${of} ターン中 ${turn}`,
  },
  timeLeft: { en: 'Time left', ja: '残り時間' },
  secondsLeft: {
    en: (seconds: number) => (seconds === 1 ? '1 second left' : `${seconds} seconds left`),
    ja: (seconds: number) => `残り ${seconds} 秒`,
  },
  startShout: { en: 'Start!', ja: 'はじめ！' },
  codingShout: { en: 'Write!', ja: '書け！' },

  takeTheSeat: {
    en: (seat: string) => `Play ${seat}`,
    ja: (seat: string) => `${seat} で遊ぶ`,
  },
  start: { en: 'Start', ja: 'はじめる' },
  ready: { en: 'Ready', ja: '準備よし' },
  notReady: { en: 'Not ready yet', ja: 'やっぱりまだ' },
  playAgain: { en: 'Play again', ja: 'もう一度遊ぶ' },
  swapSeats: { en: 'Swap seats', ja: '席を替わる' },
  swapHint: { en: 'The same field with the sides changed', ja: '同じフィールドで席を入れ替える' },

  hintTakeSeat: {
    en: 'Take one of the two seats, or stay and watch.',
    ja: 'どちらかの席につくか、そのまま見ていてください。',
  },
  hintWatch: {
    en: 'Both seats are taken: you are watching, and see everything the players see.',
    ja: '両方の席がうまっています。あなたは観客です。選手と同じものが見えます。',
  },
  hintAlone: {
    en: 'Start alone, or invite a rival first: the other seat is free.',
    ja: 'このままひとりで始めるか、空いている席に相手を招いてください。',
  },
  hintBoth: {
    en: 'Both seats are taken. Any of the two may start.',
    ja: 'ふたりがそろいました。どちらからでも始められます。',
  },
  hintWrite: {
    en: 'Write your program now. Ready ends the coding time when both say so.',
    ja: 'いまプログラムを書いてください。ふたりとも「準備よし」なら、すぐ始まります。',
  },
  hintWaitRival: {
    en: 'You are ready. The other side is still writing; so may you.',
    ja: '準備よし。相手はまだ書いています。あなたも書き足せます。',
  },
  hintRun: {
    en: 'Write on: every line that has not been read yet may change.',
    ja: '書きつづけられます。まだ読まれていない行は変えられます。',
  },
  hintWatchCoding: {
    en: 'Both are writing. You see every letter.',
    ja: 'ふたりが書いています。一文字ずつ見えます。',
  },
  hintWatchRun: {
    en: 'The programs are running, a line at a time.',
    ja: 'プログラムが一行ずつ動いています。',
  },
  hintResult: {
    en: 'Play again on a new field, swap seats on this one, or watch it once more.',
    ja: '新しいフィールドでもう一度、席を替えて、またはリプレイを見る。',
  },
  hintResultWatch: {
    en: 'The players decide how it goes on.',
    ja: '続きは選手が決めます。',
  },

  tryHint: {
    en: 'On your screen only; everything returns afterwards.',
    ja: '自分の画面だけで動き、終わると元に戻ります。',
  },
  testSalesforce: { en: 'Try S', ja: 'S を試す' },
  testHeroku: { en: 'Try H', ja: 'H を試す' },
  testBug: { en: 'Try bug', ja: '虫を試す' },
  testEmpty: {
    en: 'Nothing to walk yet: the program is empty. Programs are written in coding time.',
    ja: 'プログラムがまだ空です。コーディング時間に書いてください。',
  },
  testFailed: {
    en: 'The program took too long to be tried out. Does a loop never end?',
    ja: '試し歩きに時間がかかりすぎました。終わらないループはありませんか。',
  },
  testStop: { en: 'Stop', ja: '止める' },

  field: { en: 'Field', ja: 'フィールド' },
  program: { en: 'Program', ja: 'プログラム' },
  programOf: {
    en: (seat: string) => `Program of ${seat}`,
    ja: (seat: string) => `${seat} のプログラム`,
  },
  fieldAsText: { en: 'The field as text', ja: '文字で読むフィールド' },
  fieldLegend: {
    en: 'S and H: the characters. # wall, . free, 1 2 3 gold of 10, 20, 30 points, ? sealed gold, ^ > v < the bug and where it looks. Small letters: out.',
    ja: 'S と H: 登場人物。# 壁、. 空き、1 2 3 は 10・20・30 点の金、? は封をした金、^ > v < はてんとう虫と向き。小文字は脱落。',
  },
  fieldFailed: {
    en: 'The drawing of the field could not be loaded. The field stands here as text; loading the page again usually helps.',
    ja: 'フィールドの絵を読み込めませんでした。文字で表示しています。ページを読み込み直すとたいてい直ります。',
  },

  winner: { en: (name: string) => `${name} wins`, ja: (name: string) => `${name} の勝ち` },
  draw: { en: 'A draw', ja: '引き分け' },
  byPoints: { en: 'by points', ja: '得点で' },
  byRivalOut: { en: 'the rival is out', ja: '相手が脱落' },
  byForfeit: { en: 'the rival gave up', ja: '相手が放棄' },
  byBothOut: { en: 'both are out', ja: '両方が脱落' },
  byEqualPoints: { en: 'equal points', ja: '同点' },
  byForfeitAlone: { en: 'the match was given up', ja: '試合が放棄されました' },
  notCounted: {
    en: 'Not counted: a match counts when two people have played at least one turn.',
    ja: 'この試合は数えません。ふたりで 1 ターン以上遊んだ試合だけを数えます。',
  },
  thisRoom: { en: 'This room', ja: 'この部屋' },
  allRooms: { en: 'All rooms ever', ja: '全体' },
  wins: {
    en: (name: string, count: number) => `${name} ${count}`,
    ja: (name: string, count: number) => `${name} ${count}勝`,
  },
  draws: { en: (count: number) => `draws ${count}`, ja: (count: number) => `引き分け ${count}` },
  replayTitle: { en: 'The match once more', ja: '試合のリプレイ' },
  showReplay: { en: 'Watch again', ja: 'リプレイを見る' },
  replayLink: { en: 'Lasting link', ja: '残るリンク' },
  showResult: { en: 'Show the result', ja: '結果を見る' },
  mutterSalesforce: {
    en: '“I have hit a governor limit.”',
    ja: '「ガバナ制限に引っかかった…」',
  },
  mutterHeroku: {
    en: '“It was the region latency.”',
    ja: '「リージョンが遠くて遅延が…」',
  },
  matchBegins: {
    en: 'A new match begins: the replay is closed.',
    ja: '新しい試合が始まるので、リプレイを閉じました。',
  },
} as const satisfies Texts;
