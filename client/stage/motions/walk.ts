import type { Direction } from '../../../shared/battle/types.ts';
import { directionTo, middleOf, towards, wayOf, type Spot } from '../compass.ts';
import type { Act } from '../cues.ts';
import type { FigureFrame, Frame } from '../frame.ts';
import { withEffect, withFigure } from './change.ts';
import { arch, easeInOut, easeOut, part, shiver } from './easing.ts';

type Of<Kind extends Act['kind']> = Extract<Act, { kind: Kind }>;

/** Half steps on the way through one cell. */
const halfSteps = 4;

/** Legs, bobbing and sway of somebody on the way; `p` from 0 to 1 is one cell. */
export function gait(direction: Direction, p: number): Partial<FigureFrame> {
  const half = Math.floor(p * halfSteps);
  const foot = half % 2 === 0 ? 'a' : 'b';
  // From the side all four steps differ: each leg is in front once, with the other arm.
  const side = (['a', 'b', 'c', 'd'] as const)[half % 4] ?? 'a';
  const bob = Math.abs(Math.sin(p * halfSteps * Math.PI));
  const view = direction === 'up' ? 'back' : direction === 'down' ? 'front' : 'side';
  return {
    drawing: view === 'side' ? `side-${side}` : `${view}-${foot}`,
    mirrored: direction === 'left',
    lift: bob * 0.07,
    squash: -bob * 0.03,
    angle: view === 'side' ? 0 : (foot === 'a' ? -1 : 1) * 0.05,
  };
}

/** Walks from cell to cell. */
export function walking(frame: Frame, { seat, from, to }: Of<'walk'>, p: number): Frame {
  const direction = directionTo(from, to);
  if (!direction) return frame;
  return withFigure(frame, seat, {
    ...towards(middleOf(from), middleOf(to), easeInOut(p)),
    ...gait(direction, p),
  });
}

/** Looks about, taps a foot, and three dots appear. */
export function waiting(frame: Frame, { seat }: Of<'wait'>, p: number): Frame {
  const figure = frame.figures[seat];
  const breath = withFigure(frame, seat, {
    drawing: p < 0.12 || p > 0.9 ? 'stand' : tapping(p) ? 'wait-b' : 'wait-a',
    squash: 0.03 * arch(part(p, 0, 0.6)),
  });
  const fade = Math.min(part(p, 0.05, 0.25), 1 - part(p, 0.75, 1));
  return withEffect(breath, {
    drawing: 'dots',
    x: figure.x + 0.44,
    y: figure.y - 0.74,
    scale: 0.44,
    alpha: fade,
  });
}

/** The foot is down: three taps in the time of a wait. */
function tapping(p: number): boolean {
  return Math.floor(p * 6) % 2 === 1;
}

/** Scratches its head: the hand goes up and down. */
export function scratching(frame: Frame, { seat }: Of<'scratch'>, p: number): Frame {
  const up = Math.floor(p * 7) % 2 === 0;
  return withFigure(frame, seat, {
    drawing: up ? 'scratch-a' : 'scratch-b',
    angle: 0.02 * shiver(p, 3),
  });
}

/** Walks against a wall, is flattened, staggers back. */
export function bumping(frame: Frame, { seat, at, direction }: Of<'bump'>, p: number): Frame {
  const way = wayOf(direction);
  const middle = middleOf(at);
  const hit = 0.36;
  const reach = p < hit ? 0.34 * easeInOut(p / hit) : 0.34 * (1 - easeOut(part(p, 0.52, 1)));
  const place: Spot = { x: middle.x + way.x * reach, y: middle.y + way.y * reach };
  if (p < hit) return withFigure(frame, seat, { ...place, ...gait(direction, p / hit) });
  const stunned = p < 0.84;
  const flat = withFigure(frame, seat, {
    ...place,
    ...(stunned ? { drawing: 'bump', mirrored: way.x < 0 } : {}),
    squash: 0.2 * (1 - part(p, hit, 0.6)),
    angle: 0.1 * shiver(part(p, hit, 1), 2) * (way.x < 0 ? -1 : 1),
  });
  const out = part(p, hit, 0.8);
  return withEffect(flat, {
    drawing: 'bonk',
    x: middle.x + way.x * 0.62,
    y: middle.y + (way.y < 0 ? -0.85 : way.y * 0.45) - (way.y === 0 ? 0.62 : 0),
    angle: 0.3 * out,
    scale: 0.3 + 0.5 * easeOut(out),
    alpha: 1 - part(out, 0.6, 1),
  });
}
