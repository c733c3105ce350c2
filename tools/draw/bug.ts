import { ellipse, points, type Point } from './line.ts';
import type { Pen } from './pen.ts';

/** The ladybug from above, looking up; fat. */
export function bug(pen: Pen, step: number, biting: boolean): string {
  const body = ellipse([64, 72], 39, 40, 18);
  const skull: Point[] = points('40,42 46,26 64,20 82,26 88,42');
  const legs = [-1, 1].flatMap((side) =>
    [50, 72, 94].map((y, i) => {
      const swing = (i + (side > 0 ? 1 : 0) + step) % 2 === 0 ? -8 : 5;
      return pen.curve(
        [
          [64 + side * 34, y],
          [64 + side * 49, y + swing * 0.5 - 2],
          [64 + side * 58, y + swing + 7],
        ],
        { width: 0.9, taper: 0.2 },
      );
    }),
  );
  const jaws = [-1, 1].map((side) =>
    pen.curve(
      biting
        ? [
            [64 + side * 9, 22],
            [64 + side * 22, 10],
            [64 + side * 14, 0],
            [64 + side * 5, 3],
          ]
        : [
            [64 + side * 12, 24],
            [64 + side * 16, 12],
            [64 + side * 24, 7 + step],
          ],
      { width: biting ? 1.2 : 0.72, taper: 0.2 },
    ),
  );
  const spots = (
    [
      [48, 60, 6.5],
      [80, 58, 7],
      [44, 82, 6],
      [84, 82, 6.5],
      [55, 100, 5],
      [75, 99, 4.6],
    ] as const
  ).map(([x, y, r]) => pen.dot([x, y], r, 'deep'));
  return [
    ...legs,
    ...jaws,
    pen.patch(skull, 'deep', 9),
    pen.outline(skull, { corner: 9, width: 0.8 }),
    pen.dot([54, 29], 3.4, 'eye'),
    pen.dot([75, 29], 3.4, 'eye'),
    pen.patch(body, 'paper', 1),
    pen.wash(ellipse([66, 74], 37, 38, 16), 'red', { opacity: 0.35, blooms: 0 }),
    pen.wash(ellipse([65, 73], 36, 37, 16), 'orange', { stray: 3, blooms: 3 }),
    pen.curve(points('64,34 63,70 64,111'), { width: 0.9, colour: 'deep' }),
    ...spots,
    pen.loop(body, { width: 1.08 }),
  ].join('');
}
