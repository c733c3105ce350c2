import type { Texts } from './phrase.ts';

/** The talk of a room (R34). */
export const chat = {
  title: { en: 'Talk', ja: '会話' },
  news: {
    en: (count: number) => (count === 1 ? '1 new message' : `${count} new messages`),
    ja: (count: number) => `新しい発言 ${count}件`,
  },
  message: { en: 'Message', ja: '発言' },
  placeholder: { en: 'Say something …', ja: 'ひとこと…' },
  send: { en: 'Send', ja: '送る' },
  nickname: { en: 'Your name', ja: 'あなたの名前' },
  nameless: { en: 'Guest', ja: 'ゲスト' },
  empty: { en: 'Nobody has said anything yet.', ja: 'まだ発言はありません。' },
  mute: { en: (name: string) => `Mute ${name}`, ja: (name: string) => `${name} さんを隠す` },
  unmute: {
    en: (name: string) => `Hear ${name} again`,
    ja: (name: string) => `${name} さんをまた表示`,
  },
  muted: {
    en: (count: number) => (count === 1 ? '1 message hidden' : `${count} messages hidden`),
    ja: (count: number) => `隠した発言 ${count}件`,
  },
  lanePlayers: { en: 'players', ja: '選手' },
  laneSpectators: { en: 'spectators', ja: '観客どうし' },
  laneNowPlayers: {
    en: 'Players and spectators read this. What spectators say reaches you after the match.',
    ja: '選手も観客も読めます。観客どうしの会話は試合のあとで届きます。',
  },
  laneNowSpectators: {
    en: 'During the match only spectators read this.',
    ja: '試合中の発言は観客だけが読みます。',
  },
  tooLong: {
    en: (over: number) => `${over} characters too many`,
    ja: (over: number) => `${over} 字多すぎます`,
  },
} as const satisfies Texts;
