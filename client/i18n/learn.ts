import type { Part } from '../screens/learn/lesson.ts';
import type { Phrase, Texts } from './phrase.ts';

/** The guided first match. */
export const learn = {
  title: { en: 'Your first match', ja: 'はじめての試合' },
  skip: { en: 'Skip', ja: 'とばす' },
  run: { en: 'Run', ja: '実行' },
  takeBack: { en: 'Take back', ja: '取り消す' },
  play: { en: 'Play', ja: '遊ぶ' },
  again: { en: 'Once more', ja: 'もう一度' },
  write: { en: 'Write', ja: '書く' },
  missed: { en: 'Not quite. Once more:', ja: 'おしい。もう一度：' },
  fell: {
    en: 'The line was read before it changed. Once more:',
    ja: '変える前に読まれました。もう一度：',
  },
  step: {
    en: (step: number, of: number) => `${step} of ${of}`,
    ja: (step: number, of: number) => `${of} のうち ${step}`,
  },
} as const satisfies Texts;

/** What is asked for in each part, and what is learned by it. */
export const learnParts: Readonly<Record<Part, { readonly task: Phrase; readonly why: Phrase }>> = {
  command: {
    task: {
      en: 'Fetch the gold: press → twice, then Run.',
      ja: '金を取りましょう。→ を2回押して、実行。',
    },
    why: {
      en: 'One line is one command, and one step a turn.',
      ja: '1行がひとつの命令。1ターンに1マス進みます。',
    },
  },
  collision: {
    task: {
      en: 'Ten points! Heroku stands in your way. Press → and Run.',
      ja: '10点！ Heroku が道をふさいでいます。→ を押して、実行。',
    },
    why: {
      en: 'Who runs into the other is thrown back, and so is the other.',
      ja: 'ぶつかると、ふたりともはね返されます。',
    },
  },
  'late edit': {
    task: {
      en: 'Thrown back! This program leads over the edge. Press Run, and while it runs press →.',
      ja: 'はね返された！ このプログラムだとふちから落ちます。実行して、動いているあいだに → を押してください。',
    },
    why: {
      en: 'A line that has not been read yet may still change: here the last one.',
      ja: 'まだ読まれていない行は変えられます。ここでは最後の行です。',
    },
  },
  done: {
    task: {
      en: 'That is all there is to it. Write, collide, change your mind.',
      ja: 'これで全部です。書いて、ぶつかって、考えなおす。',
    },
    why: {
      en: 'In a match both write at once, and everybody sees every letter.',
      ja: '試合ではふたりが同時に書き、一文字ずつ全員に見えます。',
    },
  },
};
