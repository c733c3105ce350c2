import { randomStream, type Random } from '../../shared/base/random.ts';
import { along, closedPath, rounded, smooth, smoothRing, turned, type Point } from './line.ts';
import { shadeOf, type Colour } from './palette.ts';

/** Every frame is drawn on a square of this many units; one unit is a quarter pixel of the source. */
export const frameSize = 128;

/** The one stroke width of the hand that draws everything, in units of the frame. */
export const nib = 4.4;

/** Units between two points of a stroke: finer is seen by nobody and makes the files larger. */
const grain = 5.2;

interface Stroke {
  /** Share of the nib; 1 is the stroke width of outlines. */
  readonly width?: number;
  /** Share of the usual trembling. */
  readonly tremble?: number;
  readonly colour?: Colour;
  readonly opacity?: number;
  /** How much the ends thin out, 0 (blunt) to 1 (pointed). */
  readonly taper?: number;
}

interface Wash {
  readonly opacity?: number;
  /** How far the colour strays from the outline it was meant for, in units. */
  readonly stray?: number;
  /** Spots where the pigment pooled. */
  readonly blooms?: number;
}

/**
 * A hand with a brush pen and a box of watercolours. Every call answers SVG markup and tremors a
 * little differently; the same purpose always gives the same drawing.
 */
export interface Pen {
  /** A free curve through the points. */
  curve(points: readonly Point[], stroke?: Stroke): string;
  /** Straight strokes with corners of the given radius. */
  line(points: readonly Point[], stroke?: Stroke & { readonly corner?: number }): string;
  /** A closed outline that overlaps its own start a little, as a hand does. */
  outline(points: readonly Point[], stroke?: Stroke & { readonly corner?: number }): string;
  /** A closed round line through the points, overlapping its start. */
  loop(points: readonly Point[], stroke?: Stroke): string;
  /** A filled dot that is never quite round. */
  dot(at: Point, radius: number, colour?: Colour): string;
  /** A short stroke across, too small to tremble. */
  fleck(at: Point, width: number, height: number, degrees: number): string;
  /** A flat shape without an edge, for paper under a drawing. */
  patch(points: readonly Point[], colour: Colour, corner?: number): string;
  /** Watercolour inside (and a little outside) of the shape. */
  wash(points: readonly Point[], colour: Colour, wash?: Wash): string;
  readonly random: Random;
}

/** A pen whose tremor depends on `purpose` alone. */
export function penFor(purpose: string): Pen {
  const random = randomStream('ink and watercolour', purpose);
  const between = (low: number, high: number): number => low + (high - low) * random.fraction();
  const ink = (path: readonly Point[], stroke: Stroke): string =>
    inkPath(path, stroke, tremor(between), tremor(between), between);
  return {
    random,
    curve: (points, stroke = {}) => ink(smooth(points, grain), stroke),
    line: (points, stroke = {}) => ink(rounded(points, stroke.corner ?? 1.5, false, grain), stroke),
    outline: (points, stroke = {}) => {
      const path = rounded(points, stroke.corner ?? 4, true, grain);
      const overlap = path.slice(0, 3 + random.integer(3));
      const astray = overlap.map(([x, y], i): Point => [x + i * 0.3, y - i * 0.35]);
      return ink([...path, ...astray], stroke);
    },
    loop: (points, stroke = {}) => {
      const ring = smoothRing(points, grain);
      return ink([...ring, ...ring.slice(1, 3 + random.integer(2))], stroke);
    },
    dot: ([x, y], radius, colour = 'ink') => {
      const points = along(7, (turn): Point => {
        const r = radius * between(0.86, 1.14);
        return [x + Math.cos(turn) * r, y + Math.sin(turn) * r];
      });
      return `<path fill="${colour}" d="${closedPath(points)}"/>`;
    },
    fleck: ([x, y], width, height, degrees) => {
      const [w, h] = [(width / 2) * between(0.9, 1.1), (height / 2) * between(0.85, 1.2)];
      const corners: Point[] = [
        [x - w, y - h],
        [x + w, y - h],
        [x + w, y + h],
        [x - w, y + h],
      ];
      return `<path fill="ink" d="${closedPath(turned(corners, [x, y], degrees))}"/>`;
    },
    patch: (points, colour, corner = 4) =>
      `<path fill="${colour}" d="${closedPath(points.length > 8 ? smoothRing(points, grain * 1.4) : rounded(points, corner, true, grain))}"/>`,
    wash: (points, colour, wash = {}) => washed(points, colour, wash, between),
  };
}

type Between = (low: number, high: number) => number;

/** A smooth random function of the way along a stroke, about −1 to 1. */
function tremor(between: Between): (way: number) => number {
  const waves = [31, 13, 7].map((length, i) => ({
    step: (2 * Math.PI) / (length * between(0.8, 1.25)),
    phase: between(0, 2 * Math.PI),
    height: [0.55, 0.3, 0.15][i] ?? 0,
  }));
  return (way) => waves.reduce((sum, w) => sum + w.height * Math.sin(way * w.step + w.phase), 0);
}

/** The outline of a stroke of changing width around a trembling middle line. */
function inkPath(
  path: readonly Point[],
  stroke: Stroke,
  sway: (way: number) => number,
  press: (way: number) => number,
  between: Between,
): string {
  const width = nib * (stroke.width ?? 1);
  const shake = 1.05 * (stroke.tremble ?? 1);
  const taper = stroke.taper ?? 0.35;
  const left: Point[] = [];
  const right: Point[] = [];
  let way = 0;
  const length = path.reduce((sum, p, i) => sum + distance(path[i - 1] ?? p, p), 0);
  path.forEach((point, i) => {
    const before = path[i - 1] ?? point;
    const after = path[i + 1] ?? point;
    way += distance(before, point);
    const long = distance(before, after) || 1;
    const normal: Point = [-(after[1] - before[1]) / long, (after[0] - before[0]) / long];
    const fromEnd = Math.min(way, length - way) / Math.max(width * 1.6, 1);
    const end = 1 - taper * Math.max(0, 1 - fromEnd);
    const half = (width / 2) * end * (1 + 0.24 * press(way * 1.3));
    const x = point[0] + normal[0] * sway(way) * shake;
    const y = point[1] + normal[1] * sway(way) * shake;
    left.push([x + normal[0] * half, y + normal[1] * half]);
    right.unshift([x - normal[0] * half, y - normal[1] * half]);
  });
  const cap = (at: Point | undefined, next: Point | undefined): Point[] => {
    if (!at || !next) return [];
    const long = distance(next, at) || 1;
    const reach = (width / 2) * between(0.5, 0.8) * (1 - taper * 0.6);
    return [
      [at[0] + ((at[0] - next[0]) / long) * reach, at[1] + ((at[1] - next[1]) / long) * reach],
    ];
  };
  const points = [...left, ...cap(path.at(-1), path.at(-2)), ...right, ...cap(path[0], path[1])];
  const opacity = stroke.opacity === undefined ? '' : ` opacity="${stroke.opacity}"`;
  return `<path fill="${stroke.colour ?? 'ink'}"${opacity} d="${closedPath(points)}"/>`;
}

/** Two translucent layers with different edges, a darker rim where the water dried, and blooms. */
function washed(points: readonly Point[], colour: Colour, wash: Wash, between: Between): string {
  const stray = wash.stray ?? 2;
  const opacity = wash.opacity ?? 1;
  const edge =
    points.length > 8 ? smoothRing(points, grain * 1.4) : rounded(points, 7, true, grain);
  const [cx, cy] = centre(edge);
  const layer = (grow: number, rough: number): string => {
    const dx = between(-stray, stray) * 0.6;
    const dy = between(-stray, stray) * 0.6;
    const uneven = tremor(between);
    let way = 0;
    const bent = edge
      .filter((_, i) => i % 2 === 0)
      .map((p): Point => {
        way += 6;
        const far = grow + (uneven(way) * rough * stray) / 30;
        return [cx + (p[0] - cx) * far + dx, cy + (p[1] - cy) * far + dy];
      });
    return closedPath(bent);
  };
  const blooms = Array.from({ length: wash.blooms ?? 2 }, () => {
    const size = between(0.16, 0.34);
    const x = cx + between(-0.32, 0.32) * spread(edge, 0);
    const y = cy + between(-0.1, 0.36) * spread(edge, 1);
    const spot = along(9, (turn): Point => {
      const r = size * between(0.75, 1.2);
      return [x + Math.cos(turn) * r * spread(edge, 0), y + Math.sin(turn) * r * spread(edge, 1)];
    });
    return `<path fill="${shadeOf(colour)}" opacity="${(0.2 * opacity).toFixed(2)}" d="${closedPath(spot)}"/>`;
  });
  const fill = (share: number): string => (share * opacity).toFixed(2);
  return [
    `<path fill="${colour}" opacity="${fill(0.5)}" d="${layer(1.02, 1.6)}"/>`,
    `<path fill="url(#${colour})" opacity="${fill(0.95)}" stroke="${shadeOf(colour)}" stroke-opacity=".38" stroke-width="3.6" d="${layer(0.96, 1.3)}"/>`,
    ...blooms,
  ].join('');
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

function centre(points: readonly Point[]): Point {
  const sum = points.reduce((s, p): Point => [s[0] + p[0], s[1] + p[1]], [0, 0]);
  return [sum[0] / points.length, sum[1] / points.length];
}

function spread(points: readonly Point[], axis: 0 | 1): number {
  const values = points.map((p) => p[axis]);
  return Math.max(...values) - Math.min(...values);
}
