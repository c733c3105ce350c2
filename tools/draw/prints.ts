import { ellipse, points, type Point } from './line.ts';
import type { Pen } from './pen.ts';
import { written } from './signs.ts';

/** A pair of prints of somebody walking to the right: S has round soles, H square ones. */
export function steps(pen: Pen, who: 'salesforce' | 'heroku'): string {
  return points('40,46 84,82')
    .map(([x, y]) => {
      const sole: Point[] =
        who === 'salesforce'
          ? ellipse([x, y], 15, 9, 10)
          : [
              [x - 15, y - 8],
              [x + 15, y - 9],
              [x + 15, y + 9],
              [x - 15, y + 8],
            ];
      return (
        pen.wash(sole, who === 'salesforce' ? 'orange' : 'mauve', { blooms: 1, stray: 1 }) +
        (who === 'salesforce'
          ? pen.loop(sole, { width: 0.62 })
          : pen.outline(sole, { width: 0.62, corner: 3 }))
      );
    })
    .join('');
}

/** The end of a planned way: a cross, as on a treasure map. */
export function goal(pen: Pen): string {
  return (
    pen.line(points('38,40 64,66 92,90'), { width: 1.7 }) +
    pen.line(points('90,38 62,66 36,94'), { width: 1.7 })
  );
}

/** The planned way leads over the edge, to the right and down. */
export function drop(pen: Pen): string {
  return (
    pen.curve(points('18,50 56,40 82,58 86,100'), { width: 1.4 }) +
    pen.line(points('66,84 86,106 104,82'), { width: 1.4 })
  );
}

export function gain(pen: Pen, text: string): string {
  const ink = written(pen, text, [62, 64], 1.2, 1.5, 'deep');
  return (
    pen.wash(points('14,52 60,42 114,50 112,84 60,90 16,82'), 'gold', { stray: 4, opacity: 0.8 }) +
    ink
  );
}
