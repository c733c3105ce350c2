import type { Texts } from './phrase.ts';

/** Playing a match again (R32). */
export const replayTexts = {
  title: { en: 'The match once more', ja: '試合のリプレイ' },
  play: { en: 'Play', ja: '再生' },
  pause: { en: 'Pause', ja: '一時停止' },
  restart: { en: 'From the start', ja: '最初から' },
  back: { en: 'One turn back', ja: '1ターン戻る' },
  forward: { en: 'One turn on', ja: '1ターン進む' },
  toRun: { en: 'To the run', ja: '実行から見る' },
  speed: { en: 'Speed', ja: '速さ' },
  position: { en: 'Position', ja: '位置' },
  loading: { en: 'Fetching the match …', ja: '試合を読み込んでいます…' },
  brokenTitle: { en: 'This replay cannot be played', ja: 'このリプレイは再生できません' },
  markGold: { en: 'gold', ja: '金' },
  markPush: { en: 'push', ja: '衝突' },
  markFall: { en: 'fall', ja: '落下' },
  markCaught: { en: 'bite', ja: 'かみつき' },
  markError: { en: 'error', ja: 'エラー' },
} as const satisfies Texts;
