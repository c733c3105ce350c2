import { angleOf, middleOf, towards } from '../compass.ts';
import type { Act } from '../cues.ts';
import { sitHigh, type Frame } from '../frame.ts';
import { withBug, withEffect, withFigure } from './change.ts';
import { arch, easeInOut, easeOut, part, shiver } from './easing.ts';

type Of<Kind extends Act['kind']> = Extract<Act, { kind: Kind }>;

/** Turns on the spot by the shorter way round. */
export function bugTurning(frame: Frame, { from, to }: Of<'bug turn'>, p: number): Frame {
  const start = angleOf(from);
  const full = 2 * Math.PI;
  const gap = angleOf(to) - start;
  const short = ((gap + Math.PI + full) % full) - Math.PI;
  return withBug(frame, { angle: start + short * easeInOut(p), drawing: legs(p * 2) });
}

/** Crawls with six busy legs. */
export function bugWalking(frame: Frame, { from, to, facing }: Of<'bug walk'>, p: number): Frame {
  return withBug(frame, {
    ...towards(middleOf(from), middleOf(to), easeInOut(p)),
    angle: angleOf(facing) + 0.07 * Math.sin(p * 4 * Math.PI),
    drawing: legs(p * 6),
  });
}

/** Nowhere to go: shakes itself. */
export function bugStuck(frame: Frame, p: number): Frame {
  return withBug(frame, {
    angle: frame.bug.angle + 0.22 * shiver(p, 3),
    drawing: legs(p * 4),
  });
}

/** Lunges, bites and shakes its victim, which goes down. */
export function biting(frame: Frame, { seat, from, at }: Of<'bite'>, p: number): Frame {
  const victim = middleOf(at);
  const home = middleOf(from);
  const near = from.x === at.x && from.y === at.y;
  const lunge = near ? 0 : 0.55 * arch(part(p, 0, 0.7));
  const grip = shiver(part(p, 0.12, 1), 5);
  const bitten = p > 0.12;
  const spot = towards(home, victim, lunge);
  const bug = withBug(frame, {
    x: spot.x,
    y: spot.y - (near ? sitHigh * easeInOut(part(p, 0.55, 0.95)) : 0),
    drawing: p < 0.86 ? 'bug-bite' : 'bug-a',
    scale: 1 + 0.3 * arch(part(p, 0, 0.5)),
    angle: frame.bug.angle + 0.3 * grip,
  });
  if (!bitten) return bug;
  const shaken = withFigure(bug, seat, {
    x: frame.figures[seat].x + 0.13 * grip,
    drawing: p < 0.55 ? 'fall' : 'caught',
    lift: 0.3 * arch(part(p, 0.12, 0.6)),
    angle: 0.35 * grip,
    shadow: 0,
  });
  return withEffect(shaken, {
    drawing: 'bonk',
    x: victim.x,
    y: victim.y - 0.55,
    scale: 0.4 + 0.5 * easeOut(part(p, 0.12, 0.6)),
    alpha: 1 - part(p, 0.45, 0.8),
  });
}

function legs(steps: number): 'bug-a' | 'bug-b' {
  return Math.floor(steps) % 2 === 0 ? 'bug-b' : 'bug-a';
}
