import type { Point } from './line.ts';
import type { Colour } from './palette.ts';
import type { Pen } from './pen.ts';

/** Handwritten signs on a box of 20 × 30 units, as strokes. */
const strokes: Readonly<Record<string, readonly (readonly Point[])[]>> = {
  '0': [
    [
      [11, 1],
      [3, 6],
      [2, 17],
      [6, 28],
      [13, 28],
      [18, 18],
      [17, 7],
      [10, 1],
    ],
  ],
  '1': [
    [
      [4, 8],
      [11, 1],
      [10, 15],
      [11, 29],
    ],
  ],
  '2': [
    [
      [3, 8],
      [8, 1],
      [15, 3],
      [16, 11],
      [9, 20],
      [2, 28],
      [10, 27],
      [18, 28],
    ],
  ],
  '3': [
    [
      [3, 4],
      [10, 1],
      [16, 5],
      [14, 12],
      [8, 14],
      [16, 17],
      [17, 24],
      [10, 29],
      [2, 26],
    ],
  ],
  '+': [
    [
      [2, 16],
      [18, 15],
    ],
    [
      [10, 7],
      [10, 24],
    ],
  ],
  '?': [
    [
      [2, 9],
      [4, 2],
      [12, 0],
      [18, 5],
      [16, 12],
      [10, 16],
      [10, 21],
    ],
  ],
};

/** Writes a text of digits and `+` with its middle at the point; `size` 1 is 30 units high. */
export function written(
  pen: Pen,
  text: string,
  [x, y]: Point,
  size: number,
  width = 1,
  colour: Colour = 'ink',
): string {
  const advance = 23 * size;
  const left = x - (advance * text.length - 3 * size) / 2;
  return text
    .split('')
    .flatMap((sign, i) =>
      (strokes[sign] ?? []).map((stroke) =>
        pen.curve(
          stroke.map(([sx, sy]): Point => [left + i * advance + sx * size, y + (sy - 15) * size]),
          { width, taper: 0.15, tremble: size, colour },
        ),
      ),
    )
    .join('');
}

/** A question mark with its dot. */
export function question(
  pen: Pen,
  [x, y]: Point,
  size: number,
  width = 0.9,
  colour: Colour = 'ink',
): string {
  return (
    written(pen, '?', [x, y], size, width, colour) +
    pen.dot([x, y + 14 * size], 2.6 * width, colour)
  );
}

/** A four-pointed sparkle of two thin strokes. */
export function sparkle(pen: Pen, [x, y]: Point, radius: number): string {
  const thin = { width: 0.6, taper: 1, tremble: 0.4 };
  return (
    pen.line(
      [
        [x - radius * 0.8, y],
        [x, y + 0.3],
        [x + radius * 0.8, y],
      ],
      thin,
    ) +
    pen.line(
      [
        [x, y - radius],
        [x + 0.3, y],
        [x, y + radius],
      ],
      thin,
    )
  );
}
