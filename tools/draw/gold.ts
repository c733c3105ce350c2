import { ellipse, points, type Point } from './line.ts';
import type { Pen } from './pen.ts';
import { question, written } from './signs.ts';

/** An ingot in two strokes of yellow: one for its front, one for its top. */
export function bar(pen: Pen, [x, y]: Point, size: number, thick = 1): string {
  const at = (dx: number, dy: number): Point => [x + dx * size, y + dy * size];
  const front = [at(-25, -6), at(22, -6), at(26, 15), at(-30, 15)];
  const lid = [at(-25, -6), at(-16, -15), at(28, -15), at(22, -6)];
  const end = [at(22, -6), at(28, -15), at(33, 4), at(26, 15)];
  return [
    pen.patch(
      [at(-30, 15), at(-25, -6), at(-16, -15), at(28, -15), at(33, 4), at(26, 15)],
      'paper',
      3,
    ),
    pen.wash([at(-23, -3), at(21, -4), at(27, 12), at(-25, 13)], 'gold', { stray: 2, blooms: 1 }),
    pen.wash([at(-20, -8), at(-14, -14), at(29, -14), at(29, 2)], 'gold', {
      stray: 1.4,
      blooms: 0,
      opacity: 0.75,
    }),
    pen.line([...lid, at(-25, -6)], { width: 0.72 * thick, corner: 2 }),
    pen.line(end.slice(1), { width: 0.72 * thick, corner: 2 }),
    pen.outline(front, { width: 0.86 * thick, corner: 3 }),
  ].join('');
}

/** One, two or three ingots with their worth, so that a glance and a reading agree. */
export function gold(pen: Pen, points: '10' | '20' | '30'): string {
  const pile: Record<typeof points, readonly (readonly [number, number, number])[]> = {
    '10': [[62, 74, 1.6]],
    '20': [
      [66, 52, 1.24],
      [60, 86, 1.52],
    ],
    '30': [
      [66, 32, 1.04],
      [62, 60, 1.34],
      [60, 94, 1.62],
    ],
  };
  const bars = pile[points];
  const [x, y, size] = bars.at(-1) as readonly [number, number, number];
  return [
    ...bars.map(([bx, by, s]) => bar(pen, [bx, by], s)),
    written(pen, points, [x - 2 * size, y + 5 * size], 0.5 * size, 0.85, 'deep'),
  ].join('');
}

/** A parcel of paper, tied up, with a question mark: the worth is not known. */
export function sealed(pen: Pen): string {
  const bag: Point[] = points('28,62 46,44 80,44 100,62 108,104 90,114 36,114 20,102');
  return [
    pen.patch(bag, 'paper', 12),
    pen.wash(points('32,66 50,50 82,50 98,68 102,100 86,108 40,108 26,98'), 'gold', {
      stray: 2.4,
    }),
    pen.outline(bag, { corner: 12, tremble: 1.1 }),
    pen.curve(points('46,44 40,28 52,33 62,24 72,32 86,26 80,44'), { width: 0.85 }),
    pen.curve(points('44,44 62,48 82,43'), { width: 1 }),
    question(pen, [63, 80], 1.24, 1.15, 'deep'),
  ].join('');
}

export function smallSealed(pen: Pen): string {
  const bag = ellipse([64, 66], 54, 50, 14);
  return [
    pen.patch(bag, 'paper', 2),
    pen.wash(bag, 'gold'),
    pen.loop(bag, { width: 2 }),
    question(pen, [64, 60], 2, 2.6, 'deep'),
  ].join('');
}
