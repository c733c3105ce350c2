import type { Details } from '../../shared/base/result.ts';
import type { OpenRefusalCode } from '../replay/open-replay.ts';
import { refusalText, type Refused } from './refusals.ts';

/** Refusals that are met where replays are shown, and nowhere else. */
export type ReplayPageRefusalCode =
  | 'replay-not-found'
  | 'replay-gone'
  | 'notes-full'
  | OpenRefusalCode;

/** What each says: what is wrong, and what to do (A17, R35). */
export const replayRefusals: Readonly<Record<ReplayPageRefusalCode, Refused>> = {
  'replay-not-found': {
    en: 'This replay does not exist, or is not kept any more. Look at the link again.',
    ja: 'このリプレイはないか、もう保存されていません。リンクをお確かめください。',
  },
  'replay-gone': {
    en: ({ why }) =>
      why === 'space'
        ? 'This replay is not kept any more: there is room for so many on this server, and it made place for newer ones. Whoever saved it as a file can open that.'
        : 'This replay is not kept any more: this server keeps matches for a limited time. Whoever saved it as a file can open that.',
    ja: ({ why }) =>
      why === 'space'
        ? 'このリプレイはもう保存されていません。このサーバーに置ける量には限りがあり、新しい試合に場所をゆずりました。ファイルに保存した人は、それを開けます。'
        : 'このリプレイはもう保存されていません。このサーバーが試合を保存する期間は限られています。ファイルに保存した人は、それを開けます。',
  },
  'replay-too-large': {
    en: 'This file is larger than any match can be. Choose a replay file of this game.',
    ja: 'このファイルはどんな試合よりも大きいものです。このゲームのリプレイのファイルを選んでください。',
  },
  'replay-not-json': {
    en: 'This is no replay file, or it was cut off on its way. Save it once more and try again.',
    ja: 'リプレイのファイルではないか、途中で切れています。保存し直してから、もう一度お試しください。',
  },
  'replay-unreadable': {
    en: ({ at }) =>
      at === undefined || at === ''
        ? 'What stands here does not read as a match. Choose another file.'
        : `What stands here does not read as a match: ${at} is not as it should be. Choose another file.`,
    ja: ({ at }) =>
      at === undefined || at === ''
        ? '試合として読めません。別のファイルを選んでください。'
        : `試合として読めません（${at} がおかしい）。別のファイルを選んでください。`,
  },
  'replay-too-new': {
    en: ({ format, known }) =>
      `This replay was written by a newer version of the game (format ${format}, here ${known} is known). Load the page again, or update the game.`,
    ja: ({ format, known }) =>
      `このリプレイは新しい版のゲームで書かれています（形式 ${format}、ここで読めるのは ${known} まで）。ページを読み込み直すか、ゲームを更新してください。`,
  },
  'replay-inconsistent': {
    en: ({ record }) =>
      `This match does not follow the rules from record ${record} on: the file was changed or damaged. Choose another file.`,
    ja: ({ record }) =>
      `この試合は記録 ${record} からルールに合いません。ファイルが書き換えられたか壊れています。別のファイルを選んでください。`,
  },
  'replay-too-slow': {
    en: 'Opening this took too long and was stopped. Choose another file, or try it on a faster machine.',
    ja: '開くのに時間がかかりすぎたので止めました。別のファイルを選ぶか、速い機械でお試しください。',
  },
  'replay-failed': {
    en: 'The replay could not be opened here. Load the page again and try once more.',
    ja: 'ここではリプレイを開けませんでした。ページを読み込み直して、もう一度お試しください。',
  },
  'notes-full': {
    en: 'This match has as many notes as it can hold. Its authors can take some away.',
    ja: 'この試合のメモはいっぱいです。書いた人が消すと空きができます。',
  },
};

/** The words for a refusal, where replays are shown. */
export function replayRefusalText(code: string, details: Details): string {
  return refusalText(code, details, replayRefusals);
}
