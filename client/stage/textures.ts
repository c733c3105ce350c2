import { CanvasSource, Rectangle, Texture } from 'pixi.js';
import { placeOf, type DrawnSheet } from './drawings.ts';

/** The frames of one drawn sheet as textures on one source. */
export interface SheetTextures {
  frame(name: string): Texture;
  destroy(): void;
}

/** Makes textures of a drawn sheet; each frame is cut out once. */
export function texturesOf(sheet: DrawnSheet): SheetTextures {
  const source = sourceOf(sheet.canvas);
  const frames = new Map<string, Texture>();
  return {
    frame: (name) => {
      const known = frames.get(name);
      if (known) return known;
      const { x, y } = placeOf(sheet, name);
      const frame = new Rectangle(x, y, sheet.side, sheet.side);
      const made = new Texture({ source, frame });
      frames.set(name, made);
      return made;
    },
    destroy: () => {
      for (const texture of frames.values()) texture.destroy(false);
      source.destroy();
    },
  };
}

/** A whole canvas as a texture. */
export function textureOf(canvas: HTMLCanvasElement): Texture {
  return new Texture({ source: sourceOf(canvas) });
}

function sourceOf(canvas: HTMLCanvasElement): CanvasSource {
  return new CanvasSource({ resource: canvas, scaleMode: 'linear' });
}
