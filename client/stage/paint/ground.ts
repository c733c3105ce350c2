import { randomStream, type Random } from '../../../shared/base/random.ts';
import type { Battle, Cell } from '../../../shared/battle/types.ts';
import type { Camera } from '../camera.ts';
import { placeOf, type DrawnSheet, type Theme } from '../drawings.ts';
import { brushOn, type Brush } from './brush.ts';
import { kinds, paperOf, type PaperKind, type Tones } from './papers.ts';

/** What of a battle never moves. */
export type GroundPlan = Pick<Battle, 'width' | 'height' | 'walls'>;

/**
 * Paints the sheet of paper with its grass, cell lines and walls on a canvas of the host's size in
 * device pixels. The same field is always painted the same.
 */
export function paintGround(
  canvas: HTMLCanvasElement,
  plan: GroundPlan,
  camera: Camera,
  things: DrawnSheet,
  options: { readonly theme: Theme; readonly ratio: number },
): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const seed = `${plan.width}x${plan.height} ${plan.walls.map(({ x, y }) => `${x},${y}`).join(' ')}`;
  const kind = kinds[paperOf(seed)];
  const painterOf = (purpose: string): Painter => {
    const random = randomStream(seed, purpose);
    return {
      context,
      plan,
      things,
      theme: options.theme,
      kind,
      tone: kind.tones[options.theme],
      random,
      brush: brushOn(context, random),
      cell: camera.cell * options.ratio,
      left: camera.left * options.ratio,
      top: camera.top * options.ratio,
      coarse: camera.coarse,
    };
  };
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  // A stream of chance for each, so that grass and bricks stay the same at another size.
  paintSplashes(painterOf('splashes'));
  paintSheet(painterOf('sheet'));
  paintMeadow(painterOf('meadow'));
  paintLines(painterOf('lines'));
  paintTufts(painterOf('tufts'));
  paintWalls(painterOf('walls'));
}

interface Painter {
  readonly context: CanvasRenderingContext2D;
  readonly plan: GroundPlan;
  readonly things: DrawnSheet;
  readonly theme: Theme;
  readonly kind: PaperKind;
  readonly tone: Tones;
  readonly random: Random;
  readonly brush: Brush;
  readonly cell: number;
  readonly left: number;
  readonly top: number;
  readonly coarse: boolean;
}

function edges({ left, top, cell, plan }: Painter) {
  return { left, top, right: left + cell * plan.width, bottom: top + cell * plan.height };
}

/** A few drops that fell off the brush beside the sheet, one or two of each figure's colour. */
function paintSplashes(painter: Painter): void {
  const { brush, random, theme, cell } = painter;
  const { left, top, right, bottom } = edges(painter);
  const unit = Math.max(cell, 24);
  const drops = ['#e8743b', '#a98bb5', '#f5cf3d', '#8cc98a', '#e8743b', '#a98bb5'];
  drops.forEach((colour, i) => {
    const beside = i % 2 === 0 ? left - unit * 0.45 : right + unit * 0.5;
    const x = beside + (random.fraction() - 0.5) * unit * 0.5;
    const y = top + (bottom - top) * (0.08 + 0.84 * random.fraction());
    const size = unit * (0.05 + 0.1 * random.fraction());
    brush.drop({ x, y }, size, colour, theme === 'light' ? 0.55 : 0.4);
    brush.drop({ x: x + size * 1.5, y: y + size }, size * 0.3, colour, 0.5);
  });
}

/** How thick the slab is on which the field lies; what falls, falls behind or before it. */
function depthOf({ cell }: Painter): number {
  return Math.max(5, Math.min(cell * 0.2, 26));
}

function paintSheet(painter: Painter): void {
  const { context, brush, tone, cell } = painter;
  const { left, top, right, bottom } = edges(painter);
  const depth = depthOf(painter);
  const rough = Math.min(cell * 0.025, 2.4);
  context.fillStyle = tone.shadow;
  for (const far of [0.5, 0.75, 1, 1.25, 1.5]) {
    const [x, y] = [depth * 0.5 * far, depth * (1 + 0.7 * far)];
    context.fill(brush.sheet(left + depth * 0.6, top + y, right + x, bottom + y, rough * 4));
  }
  const rim = brush.sheet(left, bottom - 2, right, bottom + depth, rough);
  context.fillStyle = tone.depth;
  context.fill(rim);
  context.fillStyle = tone.sheet;
  context.fill(brush.sheet(left, top, right, bottom, rough));
  paintRim(painter, depth);
}

/** The near side of the slab: a brown wash with hatching. */
function paintRim(painter: Painter, depth: number): void {
  const { brush, tone, random, cell } = painter;
  const { left, right, bottom } = edges(painter);
  const thin = inkWidth(cell) * 0.42;
  const gap = Math.max(7, cell * 0.16);
  for (let x = left + gap * 0.6; x < right - gap * 0.3; x += gap * (0.6 + random.fraction())) {
    const long = depth * (0.35 + 0.5 * random.fraction());
    brush.line(
      { x, y: bottom + depth * 0.08 },
      { x: x - depth * 0.12, y: bottom + long },
      thin,
      tone.ink,
    );
  }
  brush.line(
    { x: left, y: bottom },
    { x: left + 1, y: bottom + depth },
    inkWidth(cell) * 0.8,
    tone.ink,
  );
  brush.line(
    { x: right, y: bottom },
    { x: right - 1, y: bottom + depth },
    inkWidth(cell) * 0.8,
    tone.ink,
  );
  brush.line(
    { x: left - 1, y: bottom + depth },
    { x: right + 1, y: bottom + depth },
    inkWidth(cell) * 0.9,
    tone.ink,
  );
}

/** Pale green and yellow pools, and every other cell a breath darker so that cells can be counted. */
function paintMeadow(painter: Painter): void {
  const { context, brush, random, plan, tone, cell } = painter;
  const { left, top, right, bottom } = edges(painter);
  context.save();
  context.beginPath();
  context.rect(left, top, right - left, bottom - top);
  context.clip();
  const [wide, high] = [right - left, bottom - top];
  const pools = 7 + Math.round(Math.sqrt(plan.width * plan.height) / 3);
  for (let i = 0; i < pools; i++) {
    const at = { x: left + wide * random.fraction(), y: top + high * random.fraction() };
    const size = 0.16 + 0.2 * random.fraction();
    const colour = tone.washes[random.integer(tone.washes.length)] ?? tone.depth;
    brush.pool(at, wide * size, high * size * 0.8, colour, tone.wash);
  }
  context.fillStyle = tone.chequer;
  for (let y = 0; y < plan.height; y++) {
    for (let x = y % 2; x < plan.width; x += 2) {
      context.fillRect(left + x * cell, top + y * cell, cell, cell);
    }
  }
  context.restore();
}

function inkWidth(cell: number): number {
  return Math.max(1.5, Math.min(cell * 0.042, 6));
}

function paintLines(painter: Painter): void {
  const { brush, random, plan, tone, kind, cell } = painter;
  const { left, top, right, bottom } = edges(painter);
  const thin = Math.max(0.7, Math.min(inkWidth(cell) * 0.4, 2.2));
  const astray = (): number => (random.fraction() - 0.5) * Math.min(cell * 0.1, 8);
  for (let x = 1; x < plan.width; x++) {
    const at = left + x * cell;
    brush.line({ x: at, y: top + Math.abs(astray()) }, { x: at, y: bottom - 1 }, thin, tone.grid);
  }
  for (let y = 1; y < plan.height; y++) {
    const at = top + y * cell;
    brush.line({ x: left + Math.abs(astray()), y: at }, { x: right - 1, y: at }, thin, tone.grid);
  }
  if (kind.margin) {
    const at = left + cell * 0.94;
    brush.line({ x: at, y: top }, { x: at, y: bottom }, thin * 1.3, 'rgba(209, 69, 47, 0.5)');
  }
  const thick = inkWidth(cell);
  const out = Math.min(cell * 0.06, 5);
  brush.line({ x: left - out, y: top }, { x: right + out * 0.6, y: top }, thick, tone.ink);
  brush.line(
    { x: right, y: top - out * 0.5 },
    { x: right, y: bottom + out * 0.4 },
    thick,
    tone.ink,
  );
  brush.line({ x: right + out, y: bottom }, { x: left - out * 0.5, y: bottom }, thick, tone.ink);
  brush.line({ x: left, y: bottom + out * 0.5 }, { x: left, y: top - out * 0.8 }, thick, tone.ink);
}

const tufts = ['tuft-a', 'tuft-b', 'tuft-c'] as const;

function paintTufts(painter: Painter): void {
  const { plan, random, coarse, kind } = painter;
  const wall = new Set(plan.walls.map(({ x, y }) => y * plan.width + x));
  const share = coarse ? kind.tufts * 0.2 : kind.tufts;
  for (let y = 0; y < plan.height; y++) {
    for (let x = 0; x < plan.width; x++) {
      if (random.fraction() >= share || wall.has(y * plan.width + x)) continue;
      const size = 0.56 + 0.3 * random.fraction();
      const dx = random.fraction() * (1 - size);
      const dy = random.fraction() < 0.5 ? -0.24 : 0.98 - size;
      const name = tufts[random.integer(tufts.length)] ?? tufts[0];
      stamp(
        painter,
        name,
        { x: x + dx + size / 2, y: y + dy + size / 2 },
        coarse ? size * 1.4 : size,
        0,
      );
    }
  }
}

function paintWalls(painter: Painter): void {
  const { plan, random, coarse, kind } = painter;
  // From the back to the front, since each stands a little over the one behind it.
  const rows: readonly Cell[] = [...plan.walls].sort((a, b) => a.y - b.y || a.x - b.x);
  for (const { x, y } of rows) {
    const name = coarse ? 'wall-small' : (kind.walls[random.integer(3)] ?? kind.walls[0]);
    const lean = (random.fraction() - 0.5) * 0.05;
    stamp(painter, name, { x: x + 0.5, y: y + 0.47 }, 1.04, lean);
  }
}

/** A frame of the sheet with its middle at a spot in cells, `size` cells wide. */
function stamp(
  { context, things, left, top, cell }: Painter,
  name: string,
  at: { readonly x: number; readonly y: number },
  size: number,
  angle: number,
): void {
  const from = placeOf(things, name);
  const side = size * cell;
  context.save();
  context.translate(left + at.x * cell, top + at.y * cell);
  context.rotate(angle);
  context.drawImage(
    things.canvases[0],
    from.x,
    from.y,
    things.side,
    things.side,
    -side / 2,
    -side / 2,
    side,
    side,
  );
  context.restore();
}
