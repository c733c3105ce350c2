import type { Milliseconds } from '../../shared/base/ids.ts';
import type { ReplayFacts } from '../replay/facts.ts';
import type { Moment } from '../replay/moment.ts';
import type { OpenReplay } from '../replay/open-replay.ts';
import { openedField, poseAt } from '../replay/picture.ts';
import type { Theme } from '../stage/index.ts';
import { pagePalette, type FilmPalette } from './palette.ts';
import type { Box } from './program-column.ts';
import type { FilmWords } from './words.ts';

/** Everything a frame of a film is drawn from. */
export interface FrameParts {
  readonly facts: ReplayFacts;
  readonly moment: Moment;
  readonly time: Milliseconds;
  readonly words: FilmWords;
  readonly palette: FilmPalette;
}

/** Where things stand on a film. The field is drawn before `draw` is called. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly field: Box;
  draw(context: CanvasRenderingContext2D, parts: FrameParts): void;
}

export interface SceneOptions {
  readonly replay: OpenReplay;
  readonly layout: Layout;
  readonly words: FilmWords;
  readonly theme: Theme;
  /** Sealed gold shows what it holds. */
  readonly reveals: boolean;
}

/** A canvas on which any moment of a match can be drawn, with a stage of its own behind it. */
export interface FilmScene {
  readonly canvas: HTMLCanvasElement;
  readonly context: CanvasRenderingContext2D;
  /** Draws the moment of a time of the match. Rejects when the replay was closed. */
  draw(time: Milliseconds): Promise<void>;
  destroy(): void;
}

/** Opens a scene. Rejects when the stage cannot be loaded. */
export async function openScene(options: SceneOptions): Promise<FilmScene> {
  const { replay, layout, words, theme, reveals } = options;
  const host = document.createElement('div');
  host.setAttribute('aria-hidden', 'true');
  host.style.cssText = `position:fixed;left:-9999px;top:0;width:${layout.field.width}px;height:${layout.field.height}px`;
  document.body.append(host);
  const canvas = document.createElement('canvas');
  canvas.width = layout.width;
  canvas.height = layout.height;
  const context = canvas.getContext('2d', { willReadFrequently: layout.width < 640 });
  if (context === null) throw new Error('no canvas to film on');
  const palette = pagePalette();
  const field = openedField(replay.facts);
  try {
    const { createStage } = await import('../stage/index.ts');
    const stage = await createStage(host, { theme, reducedMotion: false });
    return {
      canvas,
      context,
      draw: async (time) => {
        const moment = await replay.moment(time);
        context.fillStyle = palette.paper;
        context.fillRect(0, 0, layout.width, layout.height);
        poseAt(stage, field, moment, time, reveals);
        // In the same task: a drawing made by the graphics card is gone after it.
        const { x, y, width, height } = layout.field;
        context.drawImage(stage.canvas(), x, y, width, height);
        layout.draw(context, { facts: replay.facts, moment, time, words, palette });
      },
      destroy: () => {
        stage.destroy();
        host.remove();
      },
    };
  } catch (error) {
    host.remove();
    throw error;
  }
}
