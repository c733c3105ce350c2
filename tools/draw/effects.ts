import { along, ellipse, points, turned, type Point } from './line.ts';
import type { Pen } from './pen.ts';
import { sparkle } from './signs.ts';

/** The starburst of two who ran into each other. */
export function burst(pen: Pen): string {
  const rays = 11;
  const jag = along(rays * 2, (angle): Point => {
    const far =
      (Math.round((angle / Math.PI) * rays) % 2 === 0 ? 56 : 27) *
      (0.86 + pen.random.fraction() * 0.2);
    return [64 + Math.cos(angle) * far, 64 + Math.sin(angle) * far];
  });
  const inner = jag.map(([x, y]): Point => [64 + (x - 64) * 0.74, 65 + (y - 64) * 0.74]);
  return [
    pen.patch(jag, 'paper', 1),
    pen.wash(inner, 'gold', { stray: 2 }),
    pen.wash(ellipse([64, 66], 15, 14, 9), 'orange', { stray: 3, opacity: 0.8 }),
    pen.outline(jag, { corner: 1, width: 0.95 }),
  ].join('');
}

/** Little strokes that fly off where somebody hit a wall; the wall is to the right. */
export function bonk(pen: Pen): string {
  const rays = [-62, -34, -6, 24, 54].map((degrees) =>
    pen.line(turned(points('84,64 112,64'), [66, 64], degrees + 180), { width: 0.95, taper: 0.7 }),
  );
  return rays.join('') + sparkle(pen, [26, 26], 12) + sparkle(pen, [24, 100], 10);
}

export function dots(pen: Pen): string {
  return [38, 64, 90].map((x) => pen.dot([x, 64], 6.4)).join('');
}

export function ring(pen: Pen): string {
  const box: Point[] = points('10,11 118,9 119,118 9,119');
  return pen.wash(box, 'gold', { opacity: 0.34, blooms: 0 }) + pen.outline(box, { corner: 8 });
}

export function puff(pen: Pen): string {
  return (
    [
      [36, 80, 20],
      [66, 62, 26],
      [96, 82, 18],
    ] as const
  )
    .map(([x, y, r]) => {
      const cloud = ellipse([x, y], r, r * 0.84, 10);
      return (
        pen.patch(cloud, 'paper', 1) + pen.outline(cloud, { width: 0.62, corner: 1, tremble: 1.6 })
      );
    })
    .join('');
}

/** Bits of the edge that break off under a hand. */
export function crumbs(pen: Pen): string {
  return (
    [
      [30, 40, 6],
      [58, 62, 4],
      [84, 36, 7],
      [96, 78, 4],
      [44, 90, 5],
    ] as const
  )
    .map(([x, y, r]) => {
      const bit = along(5, (a): Point => [x + Math.cos(a) * r, y + Math.sin(a) * r]);
      return pen.wash(bit, 'wall', { blooms: 0 }) + pen.outline(bit, { width: 0.5, corner: 1 });
    })
    .join('');
}

export function shadow(pen: Pen): string {
  return [0.9, 0.62]
    .map((grow) => {
      const pool = ellipse([64, 64], 60 * grow, 24 * grow, 14).map(([x, y]): Point => [
        x + pen.random.fraction() * 3,
        y + pen.random.fraction() * 2,
      ]);
      return `<g opacity=".5">${pen.patch(pool, 'ink', 1)}</g>`;
    })
    .join('');
}
