import { ellipse, turned, type Point } from './line.ts';
import type { Pen } from './pen.ts';
import type { Pose } from './poses.ts';

/** What S carries: a mouse, held by its cable. */
export function mouseOnCable(pen: Pen, pose: Pose): string {
  const { mouse } = pose;
  // The hand nearer to the mouse holds the cable.
  const left = pose.arms[0][1] ?? pose.neck;
  const right = pose.arms[1][1] ?? pose.neck;
  const near = reach(left, mouse) < reach(right, mouse) ? left : right;
  const sag: Point = [
    (near[0] + mouse[0]) / 2 + (mouse[0] > near[0] ? -4 : 4),
    (near[1] + mouse[1]) / 2 + 5,
  ];
  const cable = pen.curve([near, sag, mouse], { width: 0.52, taper: 0 });
  return cable + mouseBody(pen, mouse, Math.atan2(mouse[1] - sag[1], mouse[0] - sag[0]));
}

function reach(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

/** A computer mouse: its cable enters at `at`, its back points along `angle` in radians. */
export function mouseBody(pen: Pen, at: Point, angle: number): string {
  const degrees = (angle * 180) / Math.PI - 90;
  const [x, y] = [at[0], at[1]];
  const lay = (points: readonly Point[]): Point[] => turned(points, at, degrees);
  const body = lay(ellipse([x, y + 8], 7.4, 9.4, 12));
  return [
    pen.patch(body, 'paper', 1),
    pen.wash(lay(ellipse([x + 1, y + 11], 5.4, 6, 9)), 'orange', { blooms: 0, stray: 1 }),
    pen.loop(body, { width: 0.7, tremble: 0.6 }),
    pen.line(
      lay([
        [x - 6, y + 6],
        [x + 6, y + 6],
      ]),
      { width: 0.46 },
    ),
    pen.line(
      lay([
        [x, y],
        [x, y + 6],
      ]),
      { width: 0.46 },
    ),
  ].join('');
}

/** What H carries. */
export function keyboard(pen: Pen, { at, slope }: Pose['keyboard']): string {
  const [x, y] = at;
  const lay = (points: readonly Point[]): Point[] => turned(points, at, slope);
  const board = lay([
    [x - 27, y - 8.5],
    [x + 27, y - 9],
    [x + 28, y + 8.5],
    [x - 28, y + 9],
  ]);
  const keys = [-3.6, 2.8].flatMap((dy, row) =>
    [-20, -12, -4, 4, 12, 20].flatMap((dx) =>
      lay([[x + dx + row, y + dy]]).map((key) => pen.fleck(key, 6.4, 4.2, slope)),
    ),
  );
  return [
    pen.patch(board, 'paper', 4),
    pen.wash(
      lay([
        [x - 22, y - 4],
        [x + 25, y - 5],
        [x + 25, y + 7],
        [x - 20, y + 7],
      ]),
      'mauve',
      {
        opacity: 0.7,
        blooms: 1,
        stray: 1.4,
      },
    ),
    pen.outline(board, { width: 0.74, corner: 4, tremble: 0.7 }),
    ...keys,
  ].join('');
}
