/** x to the right, y downwards, in units of a frame. */
export type Point = readonly [number, number];

/** Whole numbers per unit in the written paths: a quarter unit is finer than any eye. */
export const precision = 4;

/** Reads points written as `x,y x,y …`; throws on anything else, since only our sources hold them. */
export function points(text: string): Point[] {
  return text.split(' ').map((pair) => {
    const [x, y] = pair.split(',').map(Number);
    if (x === undefined || y === undefined || Number.isNaN(x + y))
      throw new Error(`no point: ${pair}`);
    return [x, y];
  });
}

/** `count` points around a circle, made from the angle in radians. */
export function along(count: number, make: (angle: number) => Point): Point[] {
  return Array.from({ length: count }, (_, i) => make((i / count) * 2 * Math.PI));
}

/** Points of an ellipse. */
export function ellipse([x, y]: Point, rx: number, ry: number, count = 14): Point[] {
  return along(count, (angle): Point => [x + Math.cos(angle) * rx, y + Math.sin(angle) * ry]);
}

/** Turns points around `pivot` by an angle in degrees, clockwise on the screen. */
export function turned(points: readonly Point[], pivot: Point, degrees: number): Point[] {
  const angle = (degrees * Math.PI) / 180;
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  return points.map(([x, y]): Point => {
    const [dx, dy] = [x - pivot[0], y - pivot[1]];
    return [pivot[0] + dx * cos - dy * sin, pivot[1] + dx * sin + dy * cos];
  });
}

/** A Catmull–Rom curve through the points, sampled about every `step` units. */
export function smooth(points: readonly Point[], step: number): Point[] {
  const at = (i: number): Point => points[Math.max(0, Math.min(points.length - 1, i))] ?? [0, 0];
  return [...arcs(at, points.length - 1, step), at(points.length - 1)];
}

/** A closed Catmull–Rom curve through the points, back at its start. */
export function smoothRing(points: readonly Point[], step: number): Point[] {
  const at = (i: number): Point => points[(i + points.length) % points.length] ?? [0, 0];
  return [...arcs(at, points.length, step), at(0)];
}

function arcs(at: (i: number) => Point, count: number, step: number): Point[] {
  return Array.from({ length: count }, (_, i) => {
    const [a, b, c, d] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    const samples = Math.max(2, Math.round(Math.hypot(c[0] - b[0], c[1] - b[1]) / step));
    return Array.from({ length: samples }, (_, k): Point => {
      const t = k / samples;
      return [blend(a[0], b[0], c[0], d[0], t), blend(a[1], b[1], c[1], d[1], t)];
    });
  }).flat();
}

function blend(a: number, b: number, c: number, d: number, t: number): number {
  return (
    0.5 *
    (2 * b +
      (c - a) * t +
      (2 * a - 5 * b + 4 * c - d) * t * t +
      (3 * b - a - 3 * c + d) * t * t * t)
  );
}

/** Straight lines with rounded corners, sampled about every `step` units. */
export function rounded(
  points: readonly Point[],
  radius: number,
  closed: boolean,
  step: number,
): Point[] {
  const corners: Point[] = [];
  points.forEach((point, i) => {
    const before = points[i - 1] ?? (closed ? points.at(-1) : undefined);
    const after = points[i + 1] ?? (closed ? points[0] : undefined);
    if (!before || !after) {
      corners.push(point);
      return;
    }
    corners.push(towards(point, before, radius), point, towards(point, after, radius));
  });
  // The corner itself is pulled inwards, so that the three points lie on a small arc.
  const arcs = corners.map((point, i): Point => {
    const before = corners[i - 1];
    const after = corners[i + 1];
    const isCorner = before && after && points.includes(point);
    if (!isCorner) return point;
    const middle: Point = [(before[0] + after[0]) / 2, (before[1] + after[1]) / 2];
    return [(point[0] + middle[0]) / 2, (point[1] + middle[1]) / 2];
  });
  const ring = closed && arcs[0] ? [...arcs, arcs[0]] : arcs;
  return ring.flatMap((point, i) => {
    const next = ring[i + 1];
    if (!next) return [point];
    const count = Math.max(
      1,
      Math.round(Math.hypot(next[0] - point[0], next[1] - point[1]) / step),
    );
    return Array.from({ length: count }, (_, k): Point => {
      const t = k / count;
      return [point[0] + (next[0] - point[0]) * t, point[1] + (next[1] - point[1]) * t];
    });
  });
}

function towards(from: Point, to: Point, far: number): Point {
  const long = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
  const t = Math.min(0.45, far / long);
  return [from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t];
}

/**
 * SVG path data of a closed soft shape: a chain of curves from middle to middle of the given points,
 * which are their control points. Even numbers have whole middles, so that each curve but the first
 * can leave its control point to be mirrored from the one before (`t`).
 */
export function closedPath(points: readonly Point[]): string {
  const whole = points.map(([x, y]): Point => [even(x), even(y)]);
  const middle = (i: number): Point => {
    const a = whole[i % whole.length] ?? [0, 0];
    const b = whole[(i + 1) % whole.length] ?? [0, 0];
    return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  };
  const first = whole[0] ?? [0, 0];
  let [x, y] = middle(whole.length - 1);
  let path = `M${x} ${y}q${first[0] - x} ${first[1] - y}`;
  whole.forEach((_, i) => {
    const [ex, ey] = middle(i);
    path += `${i === 1 ? 't' : ' '}${ex - x} ${ey - y}`;
    [x, y] = [ex, ey];
  });
  return `${path.replaceAll(' -', '-')}z`;
}

function even(units: number): number {
  return Math.round((units * precision) / 2) * 2;
}
