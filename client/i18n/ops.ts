import type { Phrase } from './phrase.ts';

export const ops = {
  title: { en: 'The server at work', ja: 'サーバーの様子' },
  token: { en: 'Token of the operators', ja: '運用者トークン' },
  open: { en: 'Open', ja: '開く' },
  off: {
    en: 'This view is shut. Start the server with OPS_TOKEN (16 characters or more) to open it.',
    ja: 'この画面は閉じています。OPS_TOKEN（16 文字以上）を設定してサーバーを起動すると開けます。',
  },
  wrong: { en: 'That is not the token.', ja: 'トークンが違います。' },
  unreachable: {
    en: 'The server does not answer; asking again.',
    ja: 'サーバーが応答しません。もう一度たずねています。',
  },
  process: { en: 'Process', ja: 'プロセス' },
  choose: { en: 'Show', ja: '表示' },
  incomplete: {
    en: 'Not every process has answered in time.',
    ja: '時間内に応答しなかったプロセスがあります。',
  },
  time: { en: 'Time', ja: '時刻' },
  since: { en: 'running since', ja: '起動' },
  first: {
    en: 'The first figures come within ten seconds.',
    ja: '最初の数値は10秒以内に届きます。',
  },
} as const satisfies Readonly<Record<string, Phrase>>;

/** Titles of the graphs. */
export const opsGraphs = {
  memory: { en: 'Memory, MiB', ja: 'メモリー（MiB）' },
  loop: { en: 'Event loop: at work, %', ja: 'イベントループの稼働率（%）' },
  late: { en: 'Late, ms', ja: '遅れ（ms）' },
  people: { en: 'Connections', ja: '接続数' },
  rooms: { en: 'Rooms and matches', ja: '部屋と試合' },
  messages: { en: 'Messages and frames per second', ja: '毎秒のメッセージとフレーム' },
  deliveries: { en: 'Deliveries per second', ja: '毎秒の配信' },
  faults: { en: 'Missed and corrected per second', ja: '毎秒の取りこぼしと訂正' },
  store: { en: 'Round trip of the store, ms', ja: 'ストアの往復時間（ms）' },
} as const satisfies Readonly<Record<string, Phrase>>;

/** Names of the lines. */
export const opsLines = {
  rss: { en: 'resident', ja: '常駐' },
  heapCommitted: { en: 'heap committed', ja: 'ヒープ確保' },
  heapUsed: { en: 'heap used', ja: 'ヒープ使用' },
  external: { en: 'external', ja: '外部' },
  busy: { en: 'at work', ja: '稼働' },
  lag: { en: 'event loop, worst 1 %', ja: 'イベントループ（最悪 1 %）' },
  turnLateness: { en: 'worst turn', ja: '最も遅れたターン' },
  connections: { en: 'connections', ja: '接続' },
  rooms: { en: 'rooms', ja: '部屋' },
  matches: { en: 'matches', ja: '試合' },
  messagesIn: { en: 'messages in', ja: '受信' },
  framesOut: { en: 'frames out', ja: '送信フレーム' },
  deliveries: { en: 'deliveries', ja: '配信' },
  missed: { en: 'missed by slow readers', ja: '遅い読み手の取りこぼし' },
  corrections: { en: 'corrected by the referee', ja: '審判の訂正' },
  storeRoundTrip: { en: 'round trip', ja: '往復' },
} as const satisfies Readonly<Record<string, Phrase>>;
