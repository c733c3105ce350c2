import type { Seat } from '../../shared/base/ids.ts';
import type { Phrase, Texts } from './phrase.ts';

/** Words that every screen uses. */
export const common = {
  switchLanguage: { en: '日本語', ja: 'English' },
  switchLanguageHint: { en: '日本語で読む', ja: 'Read in English' },
  toDark: { en: 'Night', ja: '夜の紙' },
  toDarkHint: { en: 'Dark paper', ja: '暗い紙にする' },
  toLight: { en: 'Day', ja: '白い紙' },
  toLightHint: { en: 'White paper', ja: '白い紙にする' },
  help: { en: 'Rules', ja: 'ルール' },
  home: { en: 'Start page', ja: 'はじめのページ' },
  close: { en: 'Close', ja: '閉じる' },
  cancel: { en: 'Cancel', ja: 'やめる' },
  loading: { en: 'One moment …', ja: '少しお待ちください…' },
  broken: {
    en: 'This page has stumbled over a mistake of ours. Loading it again usually helps; nothing you wrote is lost.',
    ja: 'このページで、こちらの不具合が起きました。読み込み直すとたいてい直ります。書いたものは失われません。',
  },
  reload: { en: 'Load again', ja: '読み込み直す' },
} as const satisfies Texts;

/** Names of the two sides. */
export const seatNames = {
  salesforce: { en: 'Salesforce', ja: 'Salesforce' },
  heroku: { en: 'Heroku', ja: 'Heroku' },
} as const satisfies Record<Seat, Phrase>;
