import type { Texts } from './phrase.ts';

/** Lists of finished matches. */
export const matchTexts = {
  recent: { en: 'Recent matches', ja: '最近の試合' },
  mine: { en: 'My matches', ja: '自分の試合' },
  nobody: { en: 'nobody', ja: '空席' },
  versus: {
    en: (s: string, h: string) => `${s} vs. ${h}`,
    ja: (s: string, h: string) => `${s} 対 ${h}`,
  },
  turnsPlayed: {
    en: (turns: number) => (turns === 1 ? '1 turn' : `${turns} turns`),
    ja: (turns: number) => `${turns} ターン`,
  },
  alone: { en: 'one person alone', ja: 'ひとりで' },
  openFile: { en: 'Watch a match from a file', ja: 'ファイルから試合を見る' },
} as const satisfies Texts;
