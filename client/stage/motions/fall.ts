import { middleOf, towards, wayOf, type Spot } from '../compass.ts';
import type { Act } from '../cues.ts';
import type { Frame } from '../frame.ts';
import { withEffect, withFigure } from './change.ts';
import { easeIn, easeInOut, part } from './easing.ts';
import { gait } from './walk.ts';

type Falling = Extract<Act, { kind: 'step over' | 'grab edge' | 'drop' }>;

/** Walks over the edge: one step into the air. */
export function steppingOver(frame: Frame, { seat, from, direction }: Falling, p: number): Frame {
  const air = airBeyond(from, direction);
  return withFigure(frame, seat, {
    ...towards(middleOf(from), air, easeInOut(p)),
    ...gait(direction, p),
    shadow: 1 - p,
  });
}

/** Hangs by its hands, legs kicking, while crumbs break off the edge. */
export function grabbing(frame: Frame, { seat, from, direction }: Falling, p: number): Frame {
  const sink = easeInOut(part(p, 0, 0.22));
  const air = airBeyond(from, direction);
  const hang = hangingFrom(from, direction);
  const hanging = withFigure(frame, seat, {
    ...towards(air, hang, sink),
    drawing: sink < 0.5 ? 'fall' : 'grab',
    angle: reachBack(direction) * sink + kicking(p),
    behind: direction === 'up',
    shadow: 0,
  });
  return crumbling(hanging, edgeOf(from, direction), p);
}

/** Lets go: spins, gets smaller and is gone. */
export function dropping(frame: Frame, { seat, from, direction }: Falling, p: number): Frame {
  const hang = hangingFrom(from, direction);
  const way = wayOf(direction);
  const down = easeIn(p);
  return withFigure(frame, seat, {
    x: hang.x + way.x * 0.2 * p,
    y: hang.y + down * 1.5,
    drawing: 'fall',
    angle: reachBack(direction) + (way.x < 0 ? -1 : 1) * down * 2.4 * Math.PI,
    scale: 1 - 0.78 * down,
    alpha: 1 - part(p, 0.7, 1),
    behind: direction === 'up',
    shadow: 0,
    spinning: true,
  });
}

function airBeyond(from: Spot, direction: Falling['direction']): Spot {
  const [middle, way] = [middleOf(from), wayOf(direction)];
  return { x: middle.x + way.x * 0.72, y: middle.y + way.y * 0.66 };
}

/** Where the feet of somebody are who holds on to the edge; whoever went up hangs behind the sheet. */
function hangingFrom(from: Spot, direction: Falling['direction']): Spot {
  const [middle, way] = [middleOf(from), wayOf(direction)];
  const low = direction === 'down' ? 1.24 : direction === 'up' ? -0.3 : 0.5;
  return { x: middle.x + way.x * 1.08, y: middle.y + low };
}

/** Leans so that the hands above the head reach the edge beside it. */
function reachBack(direction: Falling['direction']): number {
  return -0.55 * wayOf(direction).x;
}

function kicking(p: number): number {
  return 0.12 * Math.sin(part(p, 0.2, 1) * 5 * Math.PI) * part(p, 0.15, 0.3);
}

function edgeOf(from: Spot, direction: Falling['direction']): Spot {
  const [middle, way] = [middleOf(from), wayOf(direction)];
  return { x: middle.x + way.x * 0.55, y: middle.y + way.y * 0.62 };
}

function crumbling(frame: Frame, at: Spot, p: number): Frame {
  return withEffect(frame, {
    drawing: 'crumbs',
    x: at.x,
    y: at.y + easeIn(p) * 0.9,
    scale: 0.7,
    alpha: 1 - part(p, 0.5, 1),
  });
}
