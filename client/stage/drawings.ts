import sheets from '../../assets/drawings/sheets.json';
import herokuUrl from '../../assets/drawings/heroku.svg?url';
import salesforceUrl from '../../assets/drawings/salesforce.svg?url';
import thingsUrl from '../../assets/drawings/things.svg?url';
import type { FigureDrawing, ThingDrawing } from './drawing-names.ts';

export type { FigureDrawing, ThingDrawing };

export type SheetName = 'salesforce' | 'heroku' | 'things';
export type Theme = 'light' | 'dark';

/** A drawn sheet: a canvas with square frames of `side` device pixels. */
export interface DrawnSheet {
  readonly canvas: HTMLCanvasElement;
  readonly side: number;
  readonly columns: number;
  readonly frames: readonly string[];
}

const urls: Readonly<Record<SheetName, string>> = {
  salesforce: salesforceUrl,
  heroku: herokuUrl,
  things: thingsUrl,
};

/** Ink and paper of the night theme; every other colour stays what it is. */
const night: readonly (readonly [RegExp, string])[] = [
  [/#1b1b1b/g, '#f1e9da'],
  [/#fbf9f4/g, '#2b2824'],
  [/#4f8f55/g, '#a9d69f'],
];

/** The text of a sheet, fetched once; throws when the file is not there. */
async function sourceOf(name: SheetName, cache: Map<SheetName, string>): Promise<string> {
  const known = cache.get(name);
  if (known !== undefined) return known;
  const response = await fetch(urls[name]);
  if (!response.ok) throw new Error(`drawing ${name}: ${response.status}`);
  const text = await response.text();
  cache.set(name, text);
  return text;
}

/** Draws sheets at any size and theme, from sources that are fetched once. */
export function drawingBox(): (name: SheetName, side: number, theme: Theme) => Promise<DrawnSheet> {
  const cache = new Map<SheetName, string>();
  return async (name, side, theme) => {
    const source = await sourceOf(name, cache);
    const { columns, rows, frames } = sheets[name];
    const [width, height] = [columns * side, rows * side];
    const sized = source.replace(/width="\d+" height="\d+"/, `width="${width}" height="${height}"`);
    const inked =
      theme === 'dark' ? night.reduce((svg, [day, dark]) => svg.replace(day, dark), sized) : sized;
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    const image = await pictureFrom(inked);
    canvas.getContext('2d')?.drawImage(image, 0, 0, width, height);
    return { canvas, side, columns, frames };
  };
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
