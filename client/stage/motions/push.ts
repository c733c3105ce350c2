import { directionTo, middleOf, towards } from '../compass.ts';
import type { Act } from '../cues.ts';
import type { Frame } from '../frame.ts';
import { withEffect, withFigure } from './change.ts';
import { arch, easeIn, easeOut, overshoot, part } from './easing.ts';
import { gait } from './walk.ts';

type Of<Kind extends Act['kind']> = Extract<Act, { kind: Kind }>;

/** Runs towards the other, faster and faster. */
export function runningUp(frame: Frame, { seat, from, spot }: Of<'run up'>, p: number): Frame {
  const start = middleOf(from);
  const direction = directionTo(start, spot);
  if (!direction) return frame;
  return withFigure(frame, seat, {
    ...towards(start, spot, easeIn(p)),
    ...gait(direction, p),
  });
}

/** The starburst stamps itself on the paper, trembles and fades. */
export function burst(frame: Frame, { at }: Of<'starburst'>, p: number): Frame {
  return withEffect(frame, {
    drawing: 'burst',
    x: at.x,
    y: at.y - 0.35,
    angle: 0.12 * Math.sin(p * 20) * (1 - p),
    scale: 1.5 * overshoot(part(p, 0, 0.4)),
    alpha: 1 - part(p, 0.6, 1),
  });
}

/** Flies back in an arch, head over heels for a moment, and lands with a squash. */
export function thrownBack(frame: Frame, { seat, from, to }: Of<'thrown back'>, p: number): Frame {
  const goal = middleOf(to);
  const flight = part(p, 0, 0.72);
  const landed = part(p, 0.72, 1);
  const way = directionTo(from, goal);
  const sideways = way === 'left' ? -1 : way === 'right' ? 1 : seat === 'salesforce' ? -1 : 1;
  const flying = withFigure(frame, seat, {
    ...towards(from, goal, easeOut(flight)),
    drawing: landed > 0.6 ? 'stand' : 'pushed',
    // Drawn as thrown to the left.
    mirrored: sideways > 0,
    lift: 0.55 * arch(flight),
    angle: sideways * 0.5 * arch(flight),
    squash: 0.16 * arch(landed),
  });
  return landed > 0 ? dust(flying, goal.x, goal.y, landed) : flying;
}

function dust(frame: Frame, x: number, y: number, p: number): Frame {
  return withEffect(frame, {
    drawing: 'puff',
    x,
    y: y + 0.3,
    scale: 0.4 + 0.3 * p,
    alpha: 0.8 * (1 - p),
  });
}
