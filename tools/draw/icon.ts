import { points, type Point } from './line.ts';
import { penFor } from './pen.ts';
import { document } from './sheet.ts';

/** The picture in the tab: the two boxes nose to nose, thick enough for 16 pixels. */
export function icon(): string {
  const pen = penFor('icon');
  const left: Point[] = points('6,44 62,40 64,92 8,96');
  const right: Point[] = points('74,26 121,30 120,96 72,92');
  const thick = { width: 2.1, corner: 9 };
  const eyes = points('38,64 54,63 84,56 100,57').map((at) => pen.dot(at, 6));
  const body = [
    pen.patch(left, 'paper', 9),
    pen.patch(right, 'paper', 9),
    pen.wash(left, 'orange'),
    pen.wash(right, 'mauve'),
    pen.outline(left, thick),
    pen.outline(right, { ...thick, corner: 4 }),
    ...eyes,
    pen.curve(points('6,118 62,114 122,119'), { width: 1.8 }),
  ].join('');
  return document(128, 128, body);
}
