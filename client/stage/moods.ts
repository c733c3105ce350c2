import type { Seat } from '../../shared/base/ids.ts';
import { unreachable } from '../../shared/base/result.ts';
import type { Frame, Mood } from './frame.ts';
import { withEffect, withFigure } from './motions/change.ts';
import { arch, easeOut, part, shiver } from './motions/easing.ts';

/** Milliseconds in which a figure shows a new mood before it keeps still again. */
export const moodTime = 1100;

/** The resting frame of a new mood with its little scene at `time` from 0 to 1. */
export function moodFrame(frame: Frame, seat: Seat, mood: Mood, time: number): Frame {
  const figure = frame.figures[seat];
  if (time >= 1 || figure.drawing === 'gone' || figure.drawing === 'caught') return frame;
  switch (mood) {
    case 'calm':
      return frame;
    case 'scratching':
      return withFigure(frame, seat, {
        drawing: Math.floor(time * 8) % 2 === 0 ? 'scratch-b' : 'scratch-a',
        angle: 0.03 * shiver(time, 4),
      });
    case 'losing':
      return withFigure(frame, seat, {
        squash: 0.12 * arch(part(time, 0.1, 0.5)),
        angle: 0.04 * shiver(part(time, 0.4, 1), 3),
      });
    case 'winning': {
      const hop = (time * 3) % 1;
      const hopping = withFigure(frame, seat, {
        drawing: hop < 0.82 ? 'win' : 'stand',
        lift: 0.34 * arch(Math.min(1, hop / 0.82)),
        squash: hop < 0.82 ? 0 : 0.1,
      });
      return withEffect(hopping, {
        drawing: 'sparkle',
        x: figure.x + (Math.floor(time * 3) % 2 === 0 ? -0.6 : 0.6),
        y: figure.y - 0.7,
        scale: 0.7 * easeOut(hop),
        alpha: 1 - part(hop, 0.5, 1),
      });
    }
    default:
      return unreachable(mood);
  }
}
