import { points, type Point } from './line.ts';
import type { Pen } from './pen.ts';

/** Bricks washed in brown with a lit top, filling its cell so that neighbours make one wall. */
export function wall(pen: Pen, variant: number): string {
  const block: Point[] = points('7,22 121,20 122,120 6,121');
  const top: Point[] = points('7,22 17,8 112,7 121,20');
  const courses = [54, 87];
  const joints = [
    [
      [48, 22, 54],
      [84, 54, 87],
      [34, 54, 87],
      [58, 87, 120],
    ],
    [
      [72, 22, 54],
      [30, 54, 87],
      [92, 87, 120],
      [46, 87, 120],
    ],
    [
      [38, 22, 54],
      [92, 22, 54],
      [64, 54, 87],
      [78, 87, 120],
    ],
  ][variant] as number[][];
  return [
    pen.patch([...block], 'paper', 4),
    pen.patch(top, 'paper', 4),
    pen.wash(points('9,24 118,22 119,118 10,118'), 'wall', { blooms: 4, stray: 2.2 }),
    pen.wash(points('14,20 20,10 110,9 116,19'), 'wall', { opacity: 0.34, blooms: 0 }),
    ...courses.map((y) =>
      pen.curve(
        [
          [9, y + 1],
          [64, y - 1.5],
          [120, y],
        ],
        { width: 0.62, taper: 0.5 },
      ),
    ),
    ...joints.map(([x = 0, from = 0, to = 0]) =>
      pen.line(
        [
          [x, from + 3],
          [x + 1, to - 3],
        ],
        { width: 0.6, taper: 0.5 },
      ),
    ),
    pen.line(points('7,22 17,8 112,7 121,20'), { width: 0.85, corner: 3 }),
    pen.outline(block, { corner: 3, tremble: 1.2 }),
    variant === 1 ? blades(pen, [104, 121], 3) : '',
  ].join('');
}

/** A wooden crate, for the squared paper of an exercise book. */
export function crate(pen: Pen, variant: number): string {
  const box: Point[] = points('8,12 120,10 121,120 7,121');
  const brace =
    [points('26,104 104,30'), points('24,30 104,104'), points('26,68 102,67')][variant] ?? [];
  return [
    pen.patch(box, 'paper', 4),
    pen.wash(points('10,14 118,13 118,118 10,118'), 'plank', { blooms: 3, stray: 2.2 }),
    pen.outline(box, { corner: 3, tremble: 1.2 }),
    pen.outline(points('24,28 104,27 105,104 23,105'), { corner: 3, width: 0.7 }),
    pen.line(brace, { width: 0.8, taper: 0.2 }),
    ...points('16,19 112,18 113,113 15,113').map((at) => pen.dot(at, 2.2)),
  ].join('');
}

/** A boulder, for sand. */
export function boulder(pen: Pen, variant: number): string {
  const rock =
    [
      points('8,96 14,54 40,20 78,12 108,36 121,84 114,116 62,122 16,117'),
      points('7,88 26,34 64,10 104,24 120,70 118,112 70,121 20,119'),
      points('8,102 8,62 34,40 52,14 92,16 116,52 121,98 100,121 40,121'),
    ][variant] ?? [];
  const crack =
    [points('44,40 56,58 50,76'), points('82,34 74,56 88,70'), points('66,30 62,50 76,60')][
      variant
    ] ?? [];
  return [
    pen.patch([...rock], 'paper', 12),
    pen.wash([...rock], 'stone', { blooms: 4, stray: 2.4 }),
    pen.outline([...rock], { corner: 12, tremble: 1.3 }),
    pen.curve(crack, { width: 0.62, taper: 0.7 }),
    pen.curve(points('30,104 48,110 66,108'), { width: 0.55, taper: 0.7 }),
  ].join('');
}

/** For cells of a few pixels: fewer and thicker strokes. */
export function smallWall(pen: Pen): string {
  const block: Point[] = points('5,8 123,6 123,123 5,122');
  return [
    pen.patch(block, 'paper', 3),
    pen.wash(block, 'wall', { blooms: 3 }),
    pen.line(points('8,64 120,63'), { width: 1.5 }),
    pen.line(points('64,10 64,60'), { width: 1.4 }),
    pen.outline(block, { width: 2.2, corner: 4 }),
  ].join('');
}

function blades(pen: Pen, [x, y]: Point, count: number): string {
  return Array.from({ length: count }, (_, i) => {
    const lean = (i - (count - 1) / 2) * 9;
    const tall = 22 - Math.abs(lean) * 0.5;
    return pen.curve(
      [
        [x + lean * 0.4, y],
        [x + lean * 0.7, y - tall * 0.6],
        [x + lean * 1.3, y - tall],
      ],
      { width: 0.7, taper: 0.8, colour: 'grassShade' },
    );
  }).join('');
}

export function tuft(pen: Pen, count: number): string {
  return (
    pen.wash(points('34,98 62,84 94,96 84,112 44,112'), 'grass', {
      stray: 4,
      blooms: 1,
      opacity: 0.62,
    }) + blades(pen, [64, 108], count)
  );
}
