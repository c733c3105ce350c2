import type { Spot } from './spot.ts';

/**
 * How often a drawing was drawn anew: lines that tremble from one drawing to the next look alive
 * ("boil"). 0 is the drawing as it lies in its file.
 */
export const tremblings = [0, 1, 2] as const;

export type Trembling = (typeof tremblings)[number];

/** How far a point strays, in units of the sheet's paths; four of them are one of a frame's 128. */
const reach = 3.4;

/** Length of a wave along a line, in the same units: shorter looks nervous, longer like jelly. */
const wave = 34;

const path = / d="(M[^"]*z)"/g;
const numbers = /-?\d+/g;

/**
 * The same sheet as if the hand had drawn it once more: every closed line of it strays a little, both
 * edges of a stroke together. Anything but the paths of our own sheets stays what it is.
 */
export function trembled(svg: string, trembling: Trembling): string {
  if (trembling === 0) return svg;
  return svg.replace(path, (_, line: string) => ` d="${redrawn(line, trembling)}"`);
}

/** Control points of a closed path as our pen writes it, absolute and in order. */
export function controlPoints(line: string): Spot[] {
  const [startX = 0, startY = 0, firstX = 0, firstY = 0, ...ends] = (line.match(numbers) ?? []).map(
    Number,
  );
  let control = { x: startX + firstX, y: startY + firstY };
  let end = { x: startX, y: startY };
  const found = [control];
  for (let i = 0; i + 1 < ends.length - 2; i += 2) {
    end = { x: end.x + (ends[i] ?? 0), y: end.y + (ends[i + 1] ?? 0) };
    control = { x: 2 * end.x - control.x, y: 2 * end.y - control.y };
    found.push(control);
  }
  return found;
}

function redrawn(line: string, trembling: Trembling): string {
  const points = controlPoints(line).map((point) => astray(point, trembling));
  const middle = (i: number): Spot => {
    const a = points[(i + points.length) % points.length] ?? { x: 0, y: 0 };
    const b = points[(i + 1) % points.length] ?? a;
    return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  };
  const start = middle(-1);
  const curves = points.map((control, i) => {
    const end = middle(i);
    return `Q${rounded(control)} ${rounded(end)}`;
  });
  return `M${rounded(start)}${curves.join('')}z`;
}

/** A smooth field of directions, another one for each trembling. */
function astray({ x, y }: Spot, trembling: Trembling): Spot {
  const turn = trembling * 2.4;
  const sway = (a: number, b: number, phase: number): number =>
    Math.sin(a / wave + phase + 1.7 * Math.sin(b / (wave * 1.6) - phase));
  return { x: x + reach * sway(y, x, turn), y: y + reach * sway(x, y, turn + 1.3) };
}

function rounded({ x, y }: Spot): string {
  return `${Math.round(x)} ${Math.round(y)}`;
}
