import { Container, Sprite, Texture } from 'pixi.js';
import { perSeat, seats, type PerSeat, type Seat } from '../../shared/base/ids.ts';
import type { Camera } from './camera.ts';
import type { EffectFrame, FigureFrame, Frame } from './frame.ts';
import type { GoldPicture } from './picture.ts';
import type { SheetTextures } from './textures.ts';

/** The textures of one size and theme. */
export interface Wardrobe extends PerSeat<SheetTextures> {
  readonly things: SheetTextures;
}

/** The sprites that show a frame. */
export interface Puppets {
  /** Behind the sheet of paper: whoever falls over the far edge. */
  readonly behind: Container;
  /** On the sheet. */
  readonly front: Container;
  /** `count` counts the drawings of a trembling hand. */
  pose(frame: Frame, camera: Camera, wardrobe: Wardrobe, count: number): void;
  /** Lets go of all textures, before they are destroyed. */
  undress(): void;
}

/** Share of a figure's frame that lies above its feet. */
const feet = 118 / 128;

/** Sprites for two figures, the bug, the gold and any number of effects. */
export function makePuppets(): Puppets {
  const behind = new Container();
  const front = new Container();
  const shadows = new Container();
  const gold = new Container();
  const actors = new Container();
  const effects = new Container();
  front.addChild(gold, shadows, actors, effects);
  actors.sortableChildren = true;
  const bug = actors.addChild(centred());
  const figures = perSeat(() => actors.addChild(centred()));
  const figureShadows = perSeat(() => shadows.addChild(centred()));
  const bugShadow = shadows.addChild(centred());

  function poseFigure(
    seat: Seat,
    frame: FigureFrame,
    camera: Camera,
    wardrobe: Wardrobe,
    count: number,
  ): void {
    const sprite = figures[seat];
    const parent = frame.behind ? behind : actors;
    if (sprite.parent !== parent) parent.addChild(sprite);
    const side = camera.figure * frame.scale;
    const ground = onScreen(camera, frame.x, frame.y + 0.38);
    sprite.texture = wardrobe[seat].frame(frame.drawing, count);
    sprite.anchor.set(0.5, frame.spinning ? 0.5 : feet);
    sprite.width = side * (1 + frame.squash) * (frame.mirrored ? -1 : 1);
    sprite.height = side * (1 - frame.squash);
    sprite.scale.x = Math.abs(sprite.scale.x) * (frame.mirrored ? -1 : 1);
    const up = frame.lift * camera.cell + (frame.spinning ? camera.figure * (feet - 0.5) : 0);
    sprite.position.set(ground.x, ground.y - up);
    sprite.rotation = frame.angle;
    sprite.alpha = frame.alpha;
    sprite.zIndex = frame.y + 0.02;
    const shadow = figureShadows[seat];
    const wide = camera.figure * (0.56 - 0.3 * Math.min(1, frame.lift));
    place(shadow, wardrobe.things.frame('shadow'), ground.x, ground.y, wide);
    shadow.alpha = 0.2 * frame.shadow;
  }

  return {
    behind,
    front,
    undress: () => {
      const layers = [behind, shadows, gold, actors, effects];
      for (const sprite of layers.flatMap((layer) => layer.children as Sprite[])) {
        sprite.texture = Texture.EMPTY;
      }
    },
    pose: (frame, camera, wardrobe, count) => {
      for (const seat of seats) {
        poseFigure(seat, frame.figures[seat], camera, wardrobe, count);
      }
      const at = onScreen(camera, frame.bug.x, frame.bug.y);
      const side = camera.thing * frame.bug.scale;
      place(bug, wardrobe.things.frame(frame.bug.drawing, count), at.x, at.y, side);
      bug.rotation = frame.bug.angle;
      bug.zIndex = frame.bug.y;
      place(bugShadow, wardrobe.things.frame('shadow'), at.x, at.y + side * 0.16, side * 0.94);
      bugShadow.alpha = 0.16;
      poseGold(gold, frame.gold, camera, wardrobe, count);
      poseEffects(effects, frame.effects, camera, wardrobe, count);
    },
  };
}

function poseGold(
  layer: Container,
  pieces: readonly GoldPicture[],
  camera: Camera,
  wardrobe: Wardrobe,
  count: number,
): void {
  match(layer, pieces.length).forEach((sprite, i) => {
    const piece = pieces[i] as GoldPicture;
    const at = onScreen(camera, piece.at.x + 0.5, piece.at.y + 0.5);
    const drawing = goldDrawing(piece, camera.coarse);
    const side = camera.coarse ? camera.cell * 1.1 : camera.thing;
    place(sprite, wardrobe.things.frame(drawing, count), at.x, at.y, side);
  });
}

function goldDrawing({ points, sealed }: GoldPicture, coarse: boolean): string {
  if (sealed || points === null) return coarse ? 'sealed-small' : 'gold-sealed';
  if (coarse) return 'gold-small';
  return points <= 10 ? 'gold-10' : points <= 20 ? 'gold-20' : 'gold-30';
}

function poseEffects(
  layer: Container,
  effects: readonly EffectFrame[],
  camera: Camera,
  wardrobe: Wardrobe,
  count: number,
): void {
  // On tiny cells the signs keep the size of the figures they belong to.
  const unit = Math.max(camera.cell, camera.figure * 0.8);
  match(layer, effects.length).forEach((sprite, i) => {
    const effect = effects[i] as EffectFrame;
    const at = onScreen(camera, effect.x, effect.y);
    place(sprite, wardrobe.things.frame(effect.drawing, count), at.x, at.y, unit * effect.scale);
    sprite.rotation = effect.angle;
    sprite.alpha = Math.max(0, Math.min(1, effect.alpha));
  });
}

/** The sprites of a layer, made or hidden so that `count` are seen. */
function match(layer: Container, count: number): Sprite[] {
  while (layer.children.length < count) layer.addChild(centred());
  const sprites = layer.children as Sprite[];
  sprites.forEach((sprite, i) => {
    sprite.visible = i < count;
  });
  return sprites.slice(0, count);
}

function centred(): Sprite {
  const sprite = new Sprite(Texture.EMPTY);
  sprite.anchor.set(0.5);
  return sprite;
}

function place(sprite: Sprite, texture: Texture, x: number, y: number, side: number): void {
  sprite.texture = texture;
  sprite.position.set(x, y);
  sprite.setSize(side, side);
}

/** A place in cells as whole CSS pixels of the host, so that resting drawings stay crisp. */
export function onScreen(camera: Camera, x: number, y: number): { x: number; y: number } {
  return {
    x: Math.round(camera.left + x * camera.cell),
    y: Math.round(camera.top + y * camera.cell),
  };
}
