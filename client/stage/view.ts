import type { Seat } from '../../shared/base/ids.ts';
import { sameCell } from '../../shared/battle/geometry.ts';
import type { Cell } from '../../shared/battle/types.ts';
import { makeBoil, pageTimer } from './boil.ts';
import { fit, type Camera } from './camera.ts';
import { drawSheet, type Theme } from './drawings.ts';
import type { Frame } from './frame.ts';
import { paintGround, type GroundPlan } from './paint/ground.ts';
import { openScene, type Sheets } from './scene.ts';
import { bestKind } from './surface.ts';
import { sameTrail, type Trail } from './prints.ts';

/** The picture on the screen: ground, trails, puppets. It is drawn when it changes, never else. */
export interface View {
  /** Fills the host; pointer events arrive here. */
  readonly element: HTMLElement;
  layout(): { readonly camera: Camera; readonly field: GroundPlan | null };
  /** The field under everything; painted again only when it is another one. */
  setGround(plan: GroundPlan): void;
  draw(frame: Frame): void;
  /** Shows the way of a seat, or none; answers whether it was another one before. */
  setTrail(seat: Seat, trail: Trail | null): boolean;
  /** Marks a cell, or none. */
  mark(cell: Cell | null): void;
  /** Something happened: lines tremble for a while. */
  stir(): void;
  /** Holds the trembling of lines still, or lets it go on. */
  holdStill(still: boolean): void;
  setTheme(theme: Theme): void;
  /** Whether lines tremble at all; where they do not, they are drawn once only. */
  setTrembling(on: boolean): void;
  resize(): void;
  /** The canvas that is drawn in now. */
  canvas(): HTMLCanvasElement;
  destroy(): void;
}

/** Largest side of a frame in device pixels, so that a sheet fits every graphics card. */
const largestFrame = 640;

/** Opens a view in the host and loads its drawings. Rejects when they cannot be loaded. */
export async function openView(
  host: HTMLElement,
  firstTheme: Theme,
  trembles: boolean,
): Promise<View> {
  const element = document.createElement('div');
  element.style.cssText = 'position:relative;width:100%;height:100%;overflow:hidden';
  host.append(element);

  let theme = firstTheme;
  let trembling = trembles;
  let field: GroundPlan | null = null;
  let frame: Frame | null = null;
  let marked: Cell | null = null;
  let trails: Readonly<Record<Seat, Trail | null>> = { salesforce: null, heroku: null };
  let size = sizeOf(element);
  let camera = fit(8, 8, size);
  let sheets: Sheets | null = null;
  let sheetsKey = '';
  let closed = false;
  const boil = makeBoil(pageTimer, redraw);

  const calls = { onRestored: refresh, onGone: () => void replaceScene() };
  let scene = await openScene(bestKind(), calls);
  element.append(scene.surface.canvas);
  await loadSheets();
  const observer = new ResizeObserver(resize);
  observer.observe(element);

  /** Draws the sheets for the present size and theme; the newest wish wins. */
  async function loadSheets(): Promise<void> {
    const sideOf = (css: number): number => Math.min(largestFrame, Math.round(css * size.ratio));
    const [figure, thing] = [sideOf(camera.figure), sideOf(camera.thing)];
    const key = `${figure} ${thing} ${theme} ${trembling}`;
    if (key === sheetsKey) return;
    sheetsKey = key;
    const [salesforce, heroku, things] = await Promise.all([
      drawSheet('salesforce', figure, theme, trembling),
      drawSheet('heroku', figure, theme, trembling),
      drawSheet('things', thing, theme, trembling),
    ]);
    if (closed || key !== sheetsKey) return;
    sheets = { salesforce, heroku, things };
    refresh();
  }

  /** Paints the ground and shows everything anew. */
  function refresh(): void {
    if (closed || !sheets || !field || size.width < 2 || size.height < 2) return;
    const ground = document.createElement('canvas');
    ground.width = Math.round(size.width * size.ratio);
    ground.height = Math.round(size.height * size.ratio);
    paintGround(ground, field, camera, sheets.things, { theme, ratio: size.ratio });
    scene.dress({ sheets, ground, camera, size, trails });
    redraw();
  }

  function redraw(): void {
    // Who looks on may let go later than the stage: what they still wish has no place any more.
    if (frame && !closed) scene.draw(frame, marked, boil.count);
  }

  function adjust(): void {
    if (field) camera = fit(field.width, field.height, size);
    refresh();
    // A failed load of drawings that were loaded before has no cause but a defect of ours.
    void loadSheets();
  }

  /** The graphics card does not come back: goes on with plain 2D drawing. */
  async function replaceScene(): Promise<void> {
    const next = await openScene('canvas', calls);
    if (closed) {
      next.destroy();
      return;
    }
    scene.destroy();
    scene = next;
    element.append(scene.surface.canvas);
    refresh();
  }

  function resize(): void {
    const next = sizeOf(element);
    const same = next.width === size.width && next.height === size.height;
    if (closed || (same && next.ratio === size.ratio)) return;
    size = next;
    adjust();
  }

  return {
    element,
    layout: () => ({ camera, field }),
    setGround: (plan) => {
      if (field && sameGround(field, plan)) return;
      field = { width: plan.width, height: plan.height, walls: plan.walls };
      marked = null;
      adjust();
    },
    draw: (next) => {
      frame = next;
      redraw();
    },
    setTrail: (seat, trail) => {
      if (sameTrail(trails[seat], trail)) return false;
      trails = { ...trails, [seat]: trail };
      if (!closed) scene.setTrails(trails);
      redraw();
      return true;
    },
    mark: (cell) => {
      if (cell === marked || (cell && marked && sameCell(cell, marked))) return;
      marked = cell;
      redraw();
    },
    setTheme: (next) => {
      if (theme === next) return;
      theme = next;
      void loadSheets();
    },
    setTrembling: (on) => {
      if (trembling === on) return;
      trembling = on;
      void loadSheets();
    },
    stir: () => boil.stir(),
    holdStill: (still) => {
      boil.hold(still);
      redraw();
    },
    resize,
    canvas: () => scene.surface.canvas,
    destroy: () => {
      closed = true;
      boil.stop();
      observer.disconnect();
      scene.destroy();
      element.remove();
    },
  };
}

function sizeOf(element: HTMLElement): { width: number; height: number; ratio: number } {
  return {
    width: element.clientWidth,
    height: element.clientHeight,
    ratio: window.devicePixelRatio || 1,
  };
}

function sameGround(a: GroundPlan, b: GroundPlan): boolean {
  if (a.width !== b.width || a.height !== b.height) return false;
  if (a.walls === b.walls) return true;
  return (
    a.walls.length === b.walls.length &&
    a.walls.every((wall, i) => sameCell(wall, b.walls[i] ?? { x: -1, y: -1 }))
  );
}
