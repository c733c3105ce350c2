import type { Random } from '../../../shared/base/random.ts';
import type { Spot } from '../compass.ts';

/** Draws trembling lines and washes on a canvas, in its own pixels. */
export interface Brush {
  /** An ink line that trembles by about a tenth of `width` and presses unevenly. */
  line(from: Spot, to: Spot, width: number, colour: string): void;
  /** A pool of watercolour with a soft uneven edge; `alpha` is its strength in the middle. */
  pool(at: Spot, rx: number, ry: number, colour: string, alpha: number): void;
  /** A small round drop of watercolour. */
  drop(at: Spot, radius: number, colour: string, alpha: number): void;
  /** A filled sheet with hand-cut edges. */
  sheet(left: number, top: number, right: number, bottom: number, rough: number): Path2D;
}

/** A brush for a canvas; `random` decides every tremor. */
export function brushOn(context: CanvasRenderingContext2D, random: Random): Brush {
  const between = (low: number, high: number): number => low + (high - low) * random.fraction();

  function line(from: Spot, to: Spot, width: number, colour: string): void {
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    const steps = Math.max(2, Math.round(length / Math.max(9, width * 5)));
    const normal = { x: -(to.y - from.y) / length, y: (to.x - from.x) / length };
    const sway = drift(between, width * 0.85);
    const press = drift(between, 0.3);
    context.strokeStyle = colour;
    context.lineCap = 'round';
    let last = from;
    for (let i = 1; i <= steps; i++) {
      const share = i / steps;
      const aside = sway();
      const next = {
        x: from.x + (to.x - from.x) * share + normal.x * aside,
        y: from.y + (to.y - from.y) * share + normal.y * aside,
      };
      context.lineWidth = width * (1 + press());
      context.beginPath();
      context.moveTo(last.x, last.y);
      context.lineTo(next.x, next.y);
      context.stroke();
      last = next;
    }
  }

  function pool(at: Spot, rx: number, ry: number, colour: string, alpha: number): void {
    soak(frayed(between, ring(between, at, rx, ry, 0.28), 2, 0.3), 0.34, 7, colour, alpha);
  }

  function drop(at: Spot, radius: number, colour: string, alpha: number): void {
    soak(ring(between, at, radius, radius, 0.1), 0.07, 3, colour, alpha);
  }

  /** Each layer of water dries with another edge; together they make a soft one. */
  function soak(
    shape: readonly Spot[],
    fray: number,
    layers: number,
    colour: string,
    alpha: number,
  ): void {
    context.fillStyle = colour;
    context.globalAlpha = alpha / layers;
    for (let i = 0; i < layers; i++) context.fill(pathOf(frayed(between, shape, 2, fray)));
    context.globalAlpha = 1;
  }

  function sheet(left: number, top: number, right: number, bottom: number, rough: number): Path2D {
    const path = new Path2D();
    const corners: Spot[] = [
      { x: left, y: top },
      { x: right, y: top },
      { x: right, y: bottom },
      { x: left, y: bottom },
    ];
    corners.forEach((corner, i) => {
      const next = corners[(i + 1) % 4] as Spot;
      const steps = 14;
      for (let k = 0; k < steps; k++) {
        const share = k / steps;
        const x = corner.x + (next.x - corner.x) * share + between(-rough, rough);
        const y = corner.y + (next.y - corner.y) * share + between(-rough, rough);
        if (i === 0 && k === 0) path.moveTo(x, y);
        else path.lineTo(x, y);
      }
    });
    path.closePath();
    return path;
  }

  return { line, pool, drop, sheet };
}

type Between = (low: number, high: number) => number;

/** A random walk that is drawn back to zero and stays within about `reach`. */
function drift(between: Between, reach: number): () => number {
  let value = between(-reach, reach) * 0.5;
  return () => {
    value = value * 0.72 + between(-reach, reach) * 0.5;
    return value;
  };
}

/** Points of an uneven ellipse. */
function ring(between: Between, at: Spot, rx: number, ry: number, uneven: number): Spot[] {
  const count = 11;
  return Array.from({ length: count }, (_, i): Spot => {
    const angle = (i / count) * 2 * Math.PI;
    const far = between(1 - uneven, 1 + uneven * 0.45);
    return { x: at.x + Math.cos(angle) * rx * far, y: at.y + Math.sin(angle) * ry * far };
  });
}

/** Breaks every side in two, `rounds` times, and moves the new corner by up to `share` of it. */
function frayed(between: Between, shape: readonly Spot[], rounds: number, share: number): Spot[] {
  if (rounds === 0) return [...shape];
  const next = shape.flatMap((point, i): Spot[] => {
    const other = shape[(i + 1) % shape.length] ?? point;
    const long = Math.hypot(other.x - point.x, other.y - point.y) * share;
    return [
      point,
      {
        x: (point.x + other.x) / 2 + between(-long, long),
        y: (point.y + other.y) / 2 + between(-long, long),
      },
    ];
  });
  return frayed(between, next, rounds - 1, share * 0.8);
}

function pathOf(shape: readonly Spot[]): Path2D {
  const path = new Path2D();
  shape.forEach(({ x, y }, i) => (i === 0 ? path.moveTo(x, y) : path.lineTo(x, y)));
  path.closePath();
  return path;
}
