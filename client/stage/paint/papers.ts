import { randomStream } from '../../../shared/base/random.ts';
import type { Theme, ThingDrawing } from '../drawings.ts';

/** The papers a field may be drawn on. Which one it is depends on the field alone. */
export const papers = ['meadow', 'squared', 'sand'] as const;

export type Paper = (typeof papers)[number];

/** Colours of a paper in one theme. */
export interface Tones {
  readonly ink: string;
  readonly grid: string;
  readonly sheet: string;
  /** The near side of the slab. */
  readonly depth: string;
  readonly shadow: string;
  /** Pools of watercolour, and their strength. */
  readonly washes: readonly string[];
  readonly wash: number;
  /** Every other cell is a breath darker, so that cells can be counted. */
  readonly chequer: string;
}

/** What a paper is besides its colours. */
export interface PaperKind {
  readonly walls: readonly [ThingDrawing, ThingDrawing, ThingDrawing];
  /** Share of the cells with a tuft. */
  readonly tufts: number;
  /** A red line down the left side, as in an exercise book. */
  readonly margin: boolean;
  readonly tones: Readonly<Record<Theme, Tones>>;
}

const day = { ink: '#1b1b1b', shadow: 'rgba(70, 52, 36, 0.055)' };
const night = { ink: '#f1e9da', shadow: 'rgba(0, 0, 0, 0.13)', sheet: '#2b2824' };

export const kinds: Readonly<Record<Paper, PaperKind>> = {
  meadow: {
    walls: ['wall-a', 'wall-b', 'wall-c'],
    tufts: 0.16,
    margin: false,
    tones: {
      light: {
        ...day,
        grid: 'rgba(27, 27, 27, 0.3)',
        sheet: '#fffefa',
        depth: '#c9ab90',
        washes: ['#8cc98a', '#b9d79c', '#e9d9a8'],
        wash: 0.2,
        chequer: 'rgba(122, 142, 88, 0.075)',
      },
      dark: {
        ...night,
        grid: 'rgba(241, 233, 218, 0.24)',
        depth: '#5c4a3c',
        washes: ['#4f8f55', '#66804a', '#7d6a3e'],
        wash: 0.2,
        chequer: 'rgba(200, 220, 160, 0.035)',
      },
    },
  },
  squared: {
    walls: ['crate-a', 'crate-b', 'crate-c'],
    tufts: 0,
    margin: true,
    tones: {
      light: {
        ...day,
        grid: 'rgba(58, 98, 160, 0.42)',
        sheet: '#fffefb',
        depth: '#c3cfdd',
        washes: ['#c8dcef', '#dfe9f4', '#d8d4ec'],
        wash: 0.2,
        chequer: 'rgba(90, 130, 190, 0.06)',
      },
      dark: {
        ...night,
        grid: 'rgba(150, 190, 240, 0.3)',
        depth: '#3c4654',
        washes: ['#3d5873', '#44516b', '#4b4a6b'],
        wash: 0.2,
        chequer: 'rgba(150, 190, 240, 0.045)',
      },
    },
  },
  sand: {
    walls: ['boulder-a', 'boulder-b', 'boulder-c'],
    tufts: 0.05,
    margin: false,
    tones: {
      light: {
        ...day,
        grid: 'rgba(110, 74, 30, 0.32)',
        sheet: '#fffaec',
        depth: '#d5b078',
        washes: ['#ecd29a', '#f2dfb4', '#e2bf90'],
        wash: 0.24,
        chequer: 'rgba(170, 120, 50, 0.07)',
      },
      dark: {
        ...night,
        grid: 'rgba(245, 222, 180, 0.24)',
        depth: '#6a5234',
        washes: ['#7d6636', '#6e5a3a', '#85603a'],
        wash: 0.2,
        chequer: 'rgba(240, 210, 150, 0.04)',
      },
    },
  },
};

/** The paper of a field: everybody sees it on the same one. */
export function paperOf(fieldSeed: string): Paper {
  return papers[randomStream(fieldSeed, 'paper').integer(papers.length)] ?? 'meadow';
}
