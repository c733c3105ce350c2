import { withSeat, type Seat } from '../../../shared/base/ids.ts';
import type { BugFrame, EffectFrame, FigureFrame, Frame } from '../frame.ts';

/** The frame with a figure changed. */
export function withFigure(frame: Frame, seat: Seat, change: Partial<FigureFrame>): Frame {
  return {
    ...frame,
    figures: withSeat(frame.figures, seat, { ...frame.figures[seat], ...change }),
  };
}

/** The frame with the bug changed. */
export function withBug(frame: Frame, change: Partial<BugFrame>): Frame {
  return { ...frame, bug: { ...frame.bug, ...change } };
}

/** The frame with one more effect; angle 0, scale 1 and full ink unless said otherwise. */
export function withEffect(
  frame: Frame,
  effect: Pick<EffectFrame, 'drawing' | 'x' | 'y'> & Partial<EffectFrame>,
): Frame {
  return { ...frame, effects: [...frame.effects, { angle: 0, scale: 1, alpha: 1, ...effect }] };
}
