import type { Settings } from '../../shared/battle/index.ts';
import type { Phrase, Texts } from './phrase.ts';

/** Names of the settings as they stand in the form and in refusals (R6). */
export const settingsTexts = {
  width: { en: 'Width', ja: '幅' },
  height: { en: 'Height', ja: '高さ' },
  gold: { en: 'Gold', ja: '金' },
  walls: { en: 'Walls', ja: '壁' },
  codingTime: { en: 'Coding time', ja: 'コーディング時間' },
  turns: { en: 'Turns', ja: 'ターン数' },
  turnTime: { en: 'Turn time', ja: '1ターンの時間' },
  layout: { en: 'Layout', ja: '配置' },
} as const satisfies Record<keyof Settings, Phrase>;

export const settingsForm = {
  title: { en: 'Field and times', ja: 'フィールドと時間' },
  open: { en: 'Settings', ja: '設定' },
  cells: { en: 'cells', ja: 'マス' },
  pieces: { en: 'pieces', ja: '個' },
  seconds: { en: 's', ja: '秒' },
  milliseconds: { en: 'ms', ja: 'ミリ秒' },
  times: { en: 'turns', ja: '回' },
  range: {
    en: (least: number, most: number) => `${least}–${most}`,
    ja: (least: number, most: number) => `${least}〜${most}`,
  },
  mirrored: { en: 'mirrored: fair for both', ja: '対称（どちらにも公平）' },
  random: { en: 'random: as in 2014', ja: 'でたらめ（2014年式）' },
  apply: { en: 'Make this field', ja: 'このフィールドを作る' },
  defaults: { en: 'Usual values', ja: 'ふつうの値' },
  mayNot: {
    en: 'Those who hold a seat choose the settings. Take a seat to change them.',
    ja: '設定は席についている人が決めます。変えるには席についてください。',
  },
  notNow: {
    en: 'The settings can be changed before a match.',
    ja: '設定は試合の前に変えられます。',
  },
} as const satisfies Texts;
