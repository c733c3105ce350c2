import { unreachable } from '../../shared/base/result.ts';
import { ellipse, turned, type Point } from './line.ts';
import type { Pen } from './pen.ts';
import type { Pose } from './poses.ts';

export type Who = 'salesforce' | 'heroku';

/** The head is a box: S a wide one, H a tall one with glasses, so that they differ without colour. */
export const heads = {
  salesforce: { width: 60, height: 43, colour: 'orange' },
  heroku: { width: 45, height: 51, colour: 'mauve' },
} as const;

/** Box and face of a figure in a pose. */
export function head(pen: Pen, who: Who, pose: Pose): string {
  const { width, height, colour } = heads[who];
  const [x, y] = [pose.neck[0], pose.neck[1] - height / 2];
  const turn = (points: readonly Point[]): Point[] => turned(points, pose.neck, pose.tilt);
  const box = (grow: number, dx = 0, dy = 0): Point[] =>
    turn([
      [x - width / 2 - grow + dx, y - height / 2 - grow + dy],
      [x + width / 2 + grow + dx, y - height / 2 - grow + dy - 1.5],
      [x + width / 2 + grow + dx - 1, y + height / 2 + grow + dy],
      [x - width / 2 - grow + dx + 1, y + height / 2 + grow + dy],
    ]);
  const corner = who === 'salesforce' ? 11 : 5;
  const slip = pose.view === 'side' ? 4 : 3;
  return [
    pen.patch(box(0), 'paper', corner),
    pen.wash(box(-4, slip, 3.5), colour, { stray: 2.4 }),
    pen.outline(box(0), { corner, tremble: 1.15, width: 1.06 }),
    pose.view === 'back' ? backOfHead(pen, who, turn, [x, y]) : face(pen, who, pose, turn, [x, y]),
  ].join('');
}

function backOfHead(
  pen: Pen,
  who: Who,
  turn: (points: readonly Point[]) => Point[],
  [x, y]: Point,
): string {
  // S has the socket of its cable there, H a label as on a parcel.
  if (who === 'salesforce') {
    return pen.loop(turn(ellipse([x, y + 5], 4.5, 4.5, 8)), { width: 0.7 });
  }
  const label: Point[] = [
    [x - 10, y - 8],
    [x + 10, y - 9],
    [x + 10, y + 5],
    [x - 10, y + 5],
  ];
  const rows = [-4, 0].map((dy) =>
    pen.line(
      turn([
        [x - 5, y + dy],
        [x + 5, y + dy],
      ]),
      { width: 0.5 },
    ),
  );
  return pen.outline(turn(label), { width: 0.65, corner: 2 }) + rows.join('');
}

function face(
  pen: Pen,
  who: Who,
  pose: Pose,
  turn: (points: readonly Point[]) => Point[],
  [x, y]: Point,
): string {
  const ahead = pose.view === 'side' ? (who === 'salesforce' ? 10 : 6) : 0;
  const apart = who === 'salesforce' ? 11 : 9;
  const eyeLine = y - (who === 'salesforce' ? 3 : 5);
  const middle = x + ahead;
  const eyesAt: Point[] = [
    [middle - apart, eyeLine],
    [middle + apart, eyeLine],
  ];
  const eyes = eyesAt.map((at) => eye(pen, pose, turn, at));
  const glasses = who === 'heroku' && pose.eyes !== 'crossed' ? spectacles(pen, turn, eyesAt) : '';
  return [
    ...eyes,
    glasses,
    mouth(pen, pose, turn, [middle, y + (who === 'salesforce' ? 10 : 12)]),
  ].join('');
}

function eye(
  pen: Pen,
  pose: Pose,
  turn: (points: readonly Point[]) => Point[],
  [x, y]: Point,
): string {
  const at = (dx: number, dy: number): Point => turn([[x + dx, y + dy]])[0] ?? [x, y];
  const thin = { width: 0.78, taper: 0.3 };
  switch (pose.eyes) {
    case 'open':
      return pen.dot(at(pose.view === 'side' ? 1 : 0, 0), 3.5);
    case 'upward':
      return pen.dot(at(1.5, -2.2), 3.1);
    case 'wide':
      return (
        pen.patch(turn(ellipse([x, y], 6, 6.4, 10)), 'paper', 1) +
        pen.loop(turn(ellipse([x, y], 6, 6.4, 10)), { width: 0.62 }) +
        pen.dot(at(0.6, 0), 2.3)
      );
    case 'happy':
      return pen.curve([at(-5, 2), at(0, -3.6), at(5, 2)], thin);
    case 'shut':
      return pen.curve([at(-5, -2), at(0, 1.2), at(5, -1.4)], thin);
    case 'crossed':
      return pen.line([at(-4, -4), at(4, 4)], thin) + pen.line([at(4, -4), at(-4, 4)], thin);
    default:
      return unreachable(pose.eyes);
  }
}

function spectacles(
  pen: Pen,
  turn: (points: readonly Point[]) => Point[],
  eyes: readonly Point[],
): string {
  const lenses = eyes.map(([x, y]) =>
    pen.outline(
      turn([
        [x - 7.2, y - 6],
        [x + 7.2, y - 6],
        [x + 6.8, y + 6.2],
        [x - 6.8, y + 6.2],
      ]),
      { width: 0.56, corner: 2.5, tremble: 0.6 },
    ),
  );
  return lenses.join('');
}

function mouth(
  pen: Pen,
  pose: Pose,
  turn: (points: readonly Point[]) => Point[],
  [x, y]: Point,
): string {
  const at = (dx: number, dy: number): Point => turn([[x + dx, y + dy]])[0] ?? [x, y];
  const thin = { width: 0.78, taper: 0.4 };
  switch (pose.mouth) {
    case 'smile':
      return pen.curve([at(-6.5, -1), at(0, 3), at(6.5, -1.6)], thin);
    case 'flat':
      return pen.line([at(-5, 1), at(6, 0)], thin);
    case 'wavy':
      return pen.curve([at(-8, 1), at(-4, -2), at(0, 1.5), at(4, -1.5), at(8, 1)], thin);
    case 'round':
      return pen.patch(turn(ellipse([x, y + 0.5], 3.6, 4.6, 9)), 'ink', 1);
    case 'grin': {
      const open = [at(-8, -3), at(8, -3.6), at(6, 3), at(0, 6), at(-6, 3)];
      return (
        pen.patch(open, 'ink', 3) + pen.patch(turn(ellipse([x, y + 3], 3.6, 1.7, 8)), 'red', 1)
      );
    }
    case 'teeth': {
      const box = [at(-9, -3.4), at(9, -3.6), at(8.4, 3.6), at(-8.4, 3.6)];
      return (
        pen.patch(box, 'paper', 3) +
        pen.outline(box, { width: 0.6, corner: 3, tremble: 0.5 }) +
        pen.line([at(-7, 0), at(7, 0)], { width: 0.4 }) +
        pen.line([at(-3, -3), at(-3, 3)], { width: 0.4 }) +
        pen.line([at(3, -3), at(3, 3)], { width: 0.4 })
      );
    }
    default:
      return unreachable(pose.mouth);
  }
}
