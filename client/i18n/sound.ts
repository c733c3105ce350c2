import type { Texts } from './phrase.ts';

/** The switch of the sounds. */
export const sound = {
  on: { en: 'Sound on', ja: '音あり' },
  off: { en: 'Sound off', ja: '音なし' },
  toOn: { en: 'Turn the sounds on', ja: '音を出す' },
  toOff: { en: 'Turn the sounds off', ja: '音を消す' },
} as const satisfies Texts;
