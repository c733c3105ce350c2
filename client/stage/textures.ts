import { CanvasSource, Rectangle, Texture } from 'pixi.js';
import { placeOf, type DrawnSheet } from './drawings.ts';

/** The frames of one drawn sheet as textures, one source for each of its tremblings. */
export interface SheetTextures {
  /** A frame; `count` chooses among its tremblings, in turn. */
  frame(name: string, count?: number): Texture;
  destroy(): void;
}

/** Makes textures of a drawn sheet; each frame is cut out once. */
export function texturesOf(sheet: DrawnSheet): SheetTextures {
  const sources = sheet.canvases.map(sourceOf);
  const frames = new Map<string, Texture>();
  return {
    frame: (name, count = 0) => {
      const trembling = count % sources.length;
      const key = `${name} ${trembling}`;
      const known = frames.get(key);
      if (known) return known;
      const { x, y } = placeOf(sheet, name);
      const source = sources[trembling] as CanvasSource;
      const made = new Texture({ source, frame: new Rectangle(x, y, sheet.side, sheet.side) });
      frames.set(key, made);
      return made;
    },
    destroy: () => {
      for (const texture of frames.values()) texture.destroy(false);
      for (const source of sources) source.destroy();
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
