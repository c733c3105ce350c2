import { along, ellipse, points, rounded, turned, type Point } from './line.ts';
import type { Pen } from './pen.ts';

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

/** A small star with strokes flying off, where a head met a wall. */
export function bonk(pen: Pen): string {
  const star = along(14, (angle): Point => {
    const far = Math.round((angle / Math.PI) * 7) % 2 === 0 ? 33 : 15;
    return [64 + Math.cos(angle - 0.4) * far, 64 + Math.sin(angle - 0.4) * far];
  });
  const rays = [0, 52, 104, 156, 208, 260, 312].map((degrees) =>
    pen.line(turned(points('106,64 122,64'), [64, 64], degrees), { width: 0.95, taper: 0.7 }),
  );
  return [
    pen.patch(rounded(star, 1, true, 5.2), 'paper', 1),
    pen.wash(
      star.map(([x, y]): Point => [64 + (x - 64) * 0.8, 64 + (y - 64) * 0.8]),
      'gold',
    ),
    pen.outline(star, { corner: 1, width: 0.85 }),
    ...rays,
  ].join('');
}

/** A bubble with three dots: nothing to do. */
export function dots(pen: Pen): string {
  const bubble = ellipse([66, 54], 54, 34, 14);
  const drip = ellipse([22, 102], 10, 8, 8);
  return [
    pen.patch(bubble, 'paper', 1),
    pen.loop(bubble, { width: 0.9 }),
    pen.patch(drip, 'paper', 1),
    pen.loop(drip, { width: 0.8 }),
    ...[40, 66, 92].map((x) => pen.dot([x, 55], 7.4)),
  ].join('');
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
      return pen.patch(cloud, 'paper', 1) + pen.loop(cloud, { width: 0.62, tremble: 1.4 });
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
