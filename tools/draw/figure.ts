import { unreachable } from '../../shared/base/result.ts';
import { keyboard, mouseBody, mouseOnCable } from './belongings.ts';
import { head, heads, type Who } from './face.ts';
import { points, type Point } from './line.ts';
import { penFor, type Pen } from './pen.ts';
import { poses, type Pose } from './poses.ts';
import { question, sparkle } from './signs.ts';

/** All frames of one figure by name. */
export function figureFrames(who: Who): Record<string, string> {
  const frames: Record<string, string> = {};
  for (const [name, pose] of Object.entries(poses)) {
    frames[name] = figure(penFor(`${who} ${name}`), who, pose);
  }
  frames['gone'] = leftBehind(penFor(`${who} gone`), who);
  return frames;
}

function figure(pen: Pen, who: Who, pose: Pose): string {
  const thing = who === 'salesforce' ? mouseOnCable(pen, pose) : keyboard(pen, pose.keyboard);
  const hidden = pose.view === 'back' || pose === poses.win || pose === poses.lose;
  return [
    hidden ? thing : '',
    ...pose.legs.map((leg) => limb(pen, pose.hip, leg)),
    pen.curve([pose.neck, between(pose.neck, pose.hip), pose.hip], { taper: 0.1 }),
    ...pose.arms.map((arm) => limb(pen, shoulder(pose), arm)),
    hidden ? '' : thing,
    head(pen, who, pose),
    ...(raised(pose) ? pose.arms.map((arm) => hand(pen, arm)) : []),
    marks(pen, who, pose),
  ].join('');
}

function raised(pose: Pose): boolean {
  return pose.marks === 'puzzled' || pose.marks === 'sweat';
}

function shoulder(pose: Pose): Point {
  const [nx, ny] = pose.neck;
  return [nx + (pose.hip[0] - nx) * 0.24, ny + (pose.hip[1] - ny) * 0.24];
}

function between(a: Point, b: Point): Point {
  return [(a[0] + b[0]) / 2 + 1, (a[1] + b[1]) / 2];
}

function limb(pen: Pen, from: Point, joints: readonly Point[]): string {
  return pen.curve([from, ...joints], { taper: 0.15 });
}

/** The part of a raised arm that is seen in front of the head. */
function hand(pen: Pen, arm: readonly Point[]): string {
  const [elbow, end] = arm;
  if (!elbow || !end || end[1] > 60) return '';
  return pen.curve([elbow, end], { taper: 0.15 }) + pen.dot(end, 3.6);
}

function leftBehind(pen: Pen, who: Who): string {
  const thing =
    who === 'salesforce'
      ? pen.curve(points('32,96 44,106 58,100 66,106 76,104'), { width: 0.52 }) +
        mouseBody(pen, [76, 104], 0.1)
      : keyboard(pen, { at: [64, 104], slope: -9 });
  const puffs = (
    [
      [38, 84, 10],
      [88, 80, 12],
      [64, 70, 8],
    ] as const
  ).map(([x, y, r]) =>
    pen.curve(
      [
        [x - r, y + 3],
        [x - r * 0.6, y - r * 0.7],
        [x + r * 0.4, y - r * 0.8],
        [x + r, y],
      ],
      { width: 0.55, taper: 0.8, opacity: 0.6 },
    ),
  );
  return thing + puffs.join('');
}

function marks(pen: Pen, who: Who, pose: Pose): string {
  const top = pose.neck[1] - heads[who].height;
  const side = heads[who].width / 2;
  const [x] = pose.neck;
  switch (pose.marks) {
    case 'puzzled':
      return question(pen, [x - side - 12, Math.max(top - 2, 15)], 0.72);
    case 'sparkles':
      return [
        [12, 78, 7],
        [117, 70, 8],
        [14, 20, 6],
        [108, 102, 5],
      ]
        .map(([sx = 0, sy = 0, r = 0]) => sparkle(pen, [sx, sy], r))
        .join('');
    case 'gloom':
      return [0, 1, 2]
        .map((i) =>
          pen.line(
            [
              [x - 12 + i * 11, top - 15],
              [x - 14 + i * 11, top - 4 - (i % 2) * 3],
            ],
            { width: 0.5, taper: 0.6 },
          ),
        )
        .join('');
    case 'sweat':
      return [-1, 1]
        .map((s) =>
          pen.curve(
            [
              [x + s * (side + 7), top + 8],
              [x + s * (side + 12), top + 15],
            ],
            { width: 0.6, taper: 0.9 },
          ),
        )
        .join('');
    case 'speed':
      return [52, 70, 88]
        .map((y, i) =>
          pen.line(
            [
              [104 + (i % 2) * 6, y + 16],
              [122, y + 15],
            ],
            { width: 0.5, taper: 1 },
          ),
        )
        .join('');
    case undefined:
      return '';
    default:
      return unreachable(pose.marks);
  }
}
