import type { Texts } from './phrase.ts';

/** The field in words, for whoever hears it. Columns and rows count from 1, top left. */
export const fieldWords = {
  figure: {
    en: (name: string, column: number, row: number, points: number) =>
      `${name} stands in column ${column}, row ${row} and has ${points} points.`,
    ja: (name: string, column: number, row: number, points: number) =>
      `${name} は ${column} 列 ${row} 行、${points} 点。`,
  },
  fallen: {
    en: (name: string, points: number) =>
      `${name} has fallen off the field, with ${points} points.`,
    ja: (name: string, points: number) => `${name} は落ちて脱落、${points} 点。`,
  },
  caught: {
    en: (name: string, points: number) => `${name} was caught by the bug, with ${points} points.`,
    ja: (name: string, points: number) => `${name} はつかまって脱落、${points} 点。`,
  },
  bug: {
    en: (column: number, row: number, way: string) =>
      `The bug is in column ${column}, row ${row}, looking ${way}.`,
    ja: (column: number, row: number, way: string) =>
      `てんとう虫は ${column} 列 ${row} 行、${way}向き。`,
  },
  left: {
    en: (pieces: number, sealed: number) => `Gold left: ${pieces}, of which sealed: ${sealed}.`,
    ja: (pieces: number, sealed: number) => `残りの金は ${pieces} 個、うち封印 ${sealed} 個。`,
  },
  rows: {
    en: (width: number, height: number) => `What lies in the ${height} rows of ${width} columns:`,
    ja: (width: number, height: number) => `${width} 列 ${height} 行のようす：`,
  },
  row: {
    en: (row: number, things: string) => `Row ${row}: ${things}.`,
    ja: (row: number, things: string) => `${row} 行目：${things}。`,
  },
  emptyRow: { en: 'empty', ja: '何もない' },
  and: { en: ', ', ja: '、' },
  thing: {
    en: (name: string, column: number) => `${name} in column ${column}`,
    ja: (name: string, column: number) => `${column} 列に${name}`,
  },
  wall: { en: 'wall', ja: '壁' },
  walls: {
    en: (from: number, to: number) => `walls in columns ${from} to ${to}`,
    ja: (from: number, to: number) => `${from}〜${to} 列に壁`,
  },
  gold: { en: (points: number) => `${points} points`, ja: (points: number) => `${points} 点の金` },
  sealed: { en: 'sealed gold', ja: '封印された金' },
  theBug: { en: 'the bug', ja: 'てんとう虫' },
} as const satisfies Texts;
