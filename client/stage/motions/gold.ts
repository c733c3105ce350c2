import { middleOf, towards } from '../compass.ts';
import type { Act } from '../cues.ts';
import type { ThingDrawing } from '../drawings.ts';
import type { Frame } from '../frame.ts';
import { withEffect, withFigure } from './change.ts';
import { arch, easeIn, easeOut, overshoot, part } from './easing.ts';

type Taking = Extract<Act, { kind: 'take gold' }>;

/**
 * Gold leaves the ground, shows its worth above the finder and flies to the counter: S's at the
 * upper left of the field, H's at the upper right.
 */
export function takingGold(frame: Frame, act: Taking, p: number, width: number): Frame {
  const { seat, at, points } = act;
  const start = middleOf(at);
  const above = { x: start.x, y: start.y - 1.05 };
  const counter = { x: seat === 'salesforce' ? 0.2 : width - 0.2, y: -0.4 };
  const rise = easeOut(part(p, 0, 0.3));
  const away = easeIn(part(p, 0.45, 1));
  const lifted = towards(start, above, rise);
  const flying = towards(lifted, counter, away);
  const glad = withFigure(frame, seat, {
    lift: 0.12 * arch(part(p, 0, 0.35)),
    ...(p < 0.6 ? { drawing: 'collect' as const, mirrored: false } : {}),
  });
  const cleared: Frame = {
    ...glad,
    gold: frame.gold.filter((piece) => piece.at.x !== at.x || piece.at.y !== at.y),
  };
  const gold = withEffect(cleared, {
    drawing: drawingOf(points),
    x: flying.x,
    y: flying.y - 0.5 * arch(part(p, 0.45, 1)),
    angle: away * (seat === 'salesforce' ? -0.6 : 0.6),
    scale: 0.92 * (1 - 0.5 * away),
    alpha: 1 - part(p, 0.94, 1),
  });
  const shown = withEffect(gold, {
    drawing: `plus-${tens(points)}`,
    x: start.x + (start.x < width - 1 ? 0.72 : -0.72),
    y: start.y - 0.62 - 0.3 * easeOut(p),
    scale: 0.9 * overshoot(part(p, 0.08, 0.3)),
    alpha: part(p, 0.08, 0.14) * (1 - part(p, 0.75, 1)),
  });
  return withEffect(shown, {
    drawing: 'sparkle',
    x: start.x,
    y: start.y,
    scale: 0.5 + 0.5 * rise,
    alpha: 1 - part(p, 0.3, 0.6),
  });
}

/** The nearest worth there is a drawing for (R8 knows 10, 20 and 30). */
function tens(points: number): 10 | 20 | 30 {
  return points <= 10 ? 10 : points <= 20 ? 20 : 30;
}

function drawingOf(points: number): ThingDrawing {
  return `gold-${tens(points)}`;
}
