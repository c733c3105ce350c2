import { precision } from './line.ts';
import { palette, type Colour } from './palette.ts';
import { frameSize } from './pen.ts';

/** Where the frames of a sheet are: `frames[i]` stands in column i mod columns, row i div columns. */
export interface SheetMap {
  readonly columns: number;
  readonly rows: number;
  readonly frames: readonly string[];
}

/**
 * One SVG with every frame in a grid. Each frame is also a named view, so a page may show a single
 * one as `<img src="sheet.svg#name">`.
 */
export function sheetOf(
  frames: Readonly<Record<string, string>>,
  columns: number,
): { readonly svg: string; readonly map: SheetMap } {
  const names = Object.keys(frames);
  const rows = Math.ceil(names.length / columns);
  const side = frameSize * precision;
  const cells = names.map((name, i) => {
    const [x, y] = [(i % columns) * side, Math.floor(i / columns) * side];
    const view = `<view id="${name}" viewBox="${x} ${y} ${side} ${side}"/>`;
    return `${view}\n<svg x="${x}" y="${y}" width="${side}" height="${side}">${frames[name]}</svg>`;
  });
  const svg = document(columns * frameSize, rows * frameSize, cells.join('\n'));
  return { svg, map: { columns, rows, frames: names } };
}

/** A whole SVG file of the given size in units, with the pools of colour it uses. */
export function document(width: number, height: number, body: string): string {
  const used = (Object.keys(palette) as Colour[]).filter((c) => body.includes(`url(#${c})`));
  const pools = used.map(
    (c) =>
      `<radialGradient id="${c}" cx=".42" cy=".38" r=".72"><stop offset="0" stop-color="${palette[c]}" stop-opacity=".58"/><stop offset=".7" stop-color="${palette[c]}" stop-opacity=".86"/><stop offset="1" stop-color="${palette[c]}"/></radialGradient>`,
  );
  const coloured = body.replaceAll(
    /(fill|stroke)="([a-zA-Z]+)"/g,
    (whole, attribute: string, name: string) =>
      name in palette ? `${attribute}="${palette[name as Colour]}"` : whole,
  );
  const box = `${width * precision} ${height * precision}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${box}"><defs>${pools.join('')}</defs>\n${coloured}\n</svg>\n`;
}
