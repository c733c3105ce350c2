import { sheetMaps, sheetText, type SheetName, type Theme } from '../drawings/sources.ts';
import { tremblings, type Trembling } from '../drawings/tremble.ts';
import type { FigureDrawing, ThingDrawing } from './drawing-names.ts';

export type { FigureDrawing, SheetName, Theme, ThingDrawing };

/** A drawn sheet: canvases with square frames of `side` device pixels, one for each trembling. */
export interface DrawnSheet {
  readonly canvases: readonly [HTMLCanvasElement, ...HTMLCanvasElement[]];
  readonly side: number;
  readonly columns: number;
  readonly frames: readonly string[];
}

/** Frames larger than this are drawn once only: three sheets of them would fill a graphics card. */
const largestTrembling = 320;

/**
 * Draws a sheet at any size and in any theme, once only where lines shall not tremble; rejects when its
 * file is not there.
 */
export async function drawSheet(
  name: SheetName,
  side: number,
  theme: Theme,
  trembles: boolean,
): Promise<DrawnSheet> {
  const { columns, frames } = sheetMaps[name];
  const drawn = (trembling: Trembling): Promise<HTMLCanvasElement> =>
    drawOnce(name, side, theme, trembling);
  const first = await drawn(0);
  const others = trembles && side <= largestTrembling ? tremblings.slice(1) : [];
  return { canvases: [first, ...(await Promise.all(others.map(drawn)))], side, columns, frames };
}

async function drawOnce(
  name: SheetName,
  side: number,
  theme: Theme,
  trembling: Trembling,
): Promise<HTMLCanvasElement> {
  const { columns, rows } = sheetMaps[name];
  const [width, height] = [columns * side, rows * side];
  const source = await sheetText(name, theme, trembling);
  const sized = source.replace(/width="\d+" height="\d+"/, `width="${width}" height="${height}"`);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const image = await pictureFrom(sized);
  canvas.getContext('2d')?.drawImage(image, 0, 0, width, height);
  return canvas;
}

async function pictureFrom(svg: string): Promise<HTMLImageElement> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** Where a frame is on its sheet, in device pixels. */
export function placeOf(
  sheet: DrawnSheet,
  name: string,
): { readonly x: number; readonly y: number } {
  const index = sheet.frames.indexOf(name);
  if (index < 0) throw new Error(`no drawing is called ${name}`);
  return {
    x: (index % sheet.columns) * sheet.side,
    y: Math.floor(index / sheet.columns) * sheet.side,
  };
}
