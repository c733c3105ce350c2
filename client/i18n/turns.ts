import type { Direction } from '../../shared/battle/index.ts';
import type { Phrase, Texts } from './phrase.ts';

/** The four ways as words. */
export const ways = {
  up: { en: 'up', ja: '上' },
  right: { en: 'right', ja: '右' },
  down: { en: 'down', ja: '下' },
  left: { en: 'left', ja: '左' },
} as const satisfies Record<Direction, Phrase>;

/** What is told of each turn, under the field and to screen readers. */
export const turns = {
  notePushed: {
    en: (name: string) => `pushed back by ${name}`,
    ja: (name: string) => `${name} にはね返された`,
  },
  noteWall: { en: 'wall', ja: '壁' },
  noteFell: { en: 'over the edge', ja: 'ふちの外' },
  noteCaught: { en: 'bitten', ja: 'かまれた' },
  noteGold: {
    en: (points: number) => `+${points} points`,
    ja: (points: number) => `+${points} 点`,
  },
  turn: { en: (turn: number) => `Turn ${turn}:`, ja: (turn: number) => `${turn} ターン目：` },
  moved: {
    en: (name: string, way: string) => `${name} goes ${way}`,
    ja: (name: string, way: string) => `${name} は${way}へ`,
  },
  waited: { en: (name: string) => `${name} waits`, ja: (name: string) => `${name} は待つ` },
  erred: {
    en: (name: string) => `${name} stumbles over an error`,
    ja: (name: string) => `${name} はエラーで足踏み`,
  },
  bumped: {
    en: (name: string) => `${name} bumps into a wall`,
    ja: (name: string) => `${name} は壁にぶつかる`,
  },
  fell: {
    en: (name: string) => `${name} falls off the field!`,
    ja: (name: string) => `${name} はフィールドから落ちた！`,
  },
  caught: {
    en: (name: string) => `${name} is bitten by the bug!`,
    ja: (name: string) => `${name} はてんとう虫にかまれた！`,
  },
  pushed: { en: 'both meet and are thrown back!', ja: 'ふたりがぶつかり、はね返された！' },
  collected: {
    en: (name: string, points: number) => `${name} takes ${points} points`,
    ja: (name: string, points: number) => `${name} が ${points} 点を取った`,
  },
  unsealed: {
    en: (name: string, points: number) => `${name} opens the bag: ${points} points`,
    ja: (name: string, points: number) => `${name} が袋を開けた。${points} 点`,
  },
} as const satisfies Texts;

/** What stands between the clauses of a sentence, and at its end. A cry ends a clause by itself. */
export const joints = {
  between: { en: ', ', ja: '、' },
  afterCry: { en: ' ', ja: '' },
  end: { en: '.', ja: '。' },
} as const satisfies Texts;
