import { Container, Sprite } from 'pixi.js';
import { seats, type PerSeat } from '../../shared/base/ids.ts';
import type { Camera } from './camera.ts';
import { printsOf, type Print, type Trail } from './prints.ts';
import { onScreen } from './puppets.ts';
import type { SheetTextures } from './textures.ts';

/** The layer that shows the trails of both seats faintly. */
export interface Trails {
  readonly layer: Container;
  pose(trails: PerSeat<Trail | null>, camera: Camera, things: SheetTextures): void;
  clear(): void;
}

/** A layer without trails. */
export function makeTrails(): Trails {
  const layer = new Container();
  layer.alpha = 0.6;
  const clear = (): void => {
    for (const child of layer.removeChildren()) child.destroy();
  };
  return {
    layer,
    clear,
    pose: (trails, camera, things) => {
      clear();
      for (const seat of seats) {
        const trail = trails[seat];
        if (!trail) continue;
        for (const print of printsOf(seat, trail)) layer.addChild(spriteOf(print, camera, things));
      }
    },
  };
}

function spriteOf(print: Print, camera: Camera, things: SheetTextures): Sprite {
  const sprite = new Sprite(things.frame(print.drawing));
  const at = onScreen(camera, print.x, print.y);
  const side = Math.max(camera.cell * 0.74, 10);
  sprite.anchor.set(0.5);
  sprite.setSize(side, side);
  if (print.mirrored) sprite.scale.x *= -1;
  sprite.position.set(at.x, at.y);
  sprite.rotation = print.angle;
  return sprite;
}
