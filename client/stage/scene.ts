import { Sprite, Texture } from 'pixi.js';
import { seats, type Seat } from '../../shared/base/ids.ts';
import type { Cell } from '../../shared/battle/types.ts';
import type { Camera } from './camera.ts';
import type { DrawnSheet, SheetName } from './drawings.ts';
import type { Frame } from './frame.ts';
import { makePuppets, onScreen, type Wardrobe } from './puppets.ts';
import { openSurface, type Surface } from './surface.ts';
import { textureOf, texturesOf } from './textures.ts';
import type { Trail } from './prints.ts';
import { makeTrails } from './trail.ts';

/** The three sheets at one size and in one theme. */
export type Sheets = Readonly<Record<SheetName, DrawnSheet>>;

/** Everything a scene shows. */
export interface Showing {
  readonly sheets: Sheets;
  /** The painted ground, in device pixels. */
  readonly ground: HTMLCanvasElement;
  readonly camera: Camera;
  /** CSS pixels, and device pixels per CSS pixel. */
  readonly size: { readonly width: number; readonly height: number; readonly ratio: number };
  readonly trails: Readonly<Record<Seat, Trail | null>>;
}

/** The sprites of one surface. */
export interface Scene {
  readonly surface: Surface;
  /** Takes over new sheets, ground, size and trails. */
  dress(showing: Showing): void;
  setTrails(trails: Showing['trails']): void;
  /**
   * Draws a frame, with one cell marked or none; `count` counts the drawings of a trembling hand.
   * Before the first `dress` there is nothing to see.
   */
  draw(frame: Frame, marked: Cell | null, count: number): void;
  destroy(): void;
}

/** Builds the scene on a surface of the given kind. */
export async function openScene(
  kind: Surface['kind'],
  calls: Parameters<typeof openSurface>[1],
): Promise<Scene> {
  const surface = await openSurface(kind, calls);
  const ground = new Sprite(Texture.EMPTY);
  const ring = new Sprite(Texture.EMPTY);
  ring.anchor.set(0.5);
  const trails = makeTrails();
  const puppets = makePuppets();
  surface.scene.addChild(puppets.behind, ground, ring, trails.layer, puppets.front);
  let showing: Showing | null = null;
  let wardrobe: Wardrobe | null = null;
  let worn: Sheets | null = null;

  function wear(sheets: Sheets): Wardrobe {
    if (wardrobe && worn === sheets) return wardrobe;
    const old = wardrobe;
    worn = sheets;
    wardrobe = {
      salesforce: texturesOf(sheets.salesforce),
      heroku: texturesOf(sheets.heroku),
      things: texturesOf(sheets.things),
    };
    puppets.undress();
    ring.texture = Texture.EMPTY;
    trails.clear();
    if (old) destroyWardrobe(old);
    return wardrobe;
  }

  return {
    surface,
    dress: (next) => {
      showing = next;
      const { width, height, ratio } = next.size;
      surface.resize(width, height, ratio);
      const { things } = wear(next.sheets);
      const painted = ground.texture;
      ground.texture = textureOf(next.ground);
      ground.setSize(width, height);
      if (painted !== Texture.EMPTY) painted.destroy(true);
      trails.pose(next.trails, next.camera, things);
    },
    setTrails: (next) => {
      if (showing && wardrobe) trails.pose(next, showing.camera, wardrobe.things);
    },
    draw: (frame, marked, count) => {
      if (!showing || !wardrobe) return;
      const { camera } = showing;
      puppets.pose(frame, camera, wardrobe, count);
      ring.visible = marked !== null;
      if (marked) {
        const at = onScreen(camera, marked.x + 0.5, marked.y + 0.5);
        ring.texture = wardrobe.things.frame('ring');
        ring.position.set(at.x, at.y);
        ring.setSize(camera.cell * 1.06, camera.cell * 1.06);
      }
      surface.render();
    },
    destroy: () => {
      const painted = ground.texture;
      surface.destroy();
      if (painted !== Texture.EMPTY) painted.destroy(true);
      if (wardrobe) destroyWardrobe(wardrobe);
    },
  };
}

function destroyWardrobe(wardrobe: Wardrobe): void {
  for (const seat of seats) wardrobe[seat].destroy();
  wardrobe.things.destroy();
}
