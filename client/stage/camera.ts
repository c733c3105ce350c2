import type { Cell } from '../../shared/battle/types.ts';

/** How a field lies in its host, all in CSS pixels. */
export interface Camera {
  /** Side of a cell. */
  readonly cell: number;
  /** Upper left corner of cell (0, 0). */
  readonly left: number;
  readonly top: number;
  /** Side of the square frame a figure is drawn on; never so small that it could not be seen. */
  readonly figure: number;
  /** Side of the frame of gold, the bug and everything else. */
  readonly thing: number;
  /** Cells are so small that gold and walls are drawn with fewer, thicker strokes. */
  readonly coarse: boolean;
}

/** Free cells around the field: room to fall, and for heads above the first row. */
const margin = { side: 0.8, top: 0.8, bottom: 0.95 };

/** A figure on its frame is a little taller than a cell. */
const figureShare = 1.3;
const smallestFigure = 38;
const smallestThing = 26;
const coarseBelow = 22;

/**
 * Fits a field of `width` × `height` cells into a host, centred, whole cells on whole pixels. The
 * host is measured in CSS pixels, `ratio` is device pixels per CSS pixel.
 */
export function fit(
  width: number,
  height: number,
  host: { readonly width: number; readonly height: number; readonly ratio: number },
): Camera {
  // Figures on tiny cells keep their size, so the margin has to hold them too.
  const room = smallestFigure * 0.5;
  const wide = Math.min(host.width / (width + 2 * margin.side), (host.width - 2 * room) / width);
  const high = Math.min(
    host.height / (height + margin.top + margin.bottom),
    (host.height - 2 * room) / height,
  );
  const exact = Math.max(1, Math.min(wide, high));
  const cell = exact >= 16 ? Math.floor(exact) : exact;
  const spareTop = Math.max(margin.top * cell, room);
  const spareBottom = Math.max(margin.bottom * cell, room);
  return {
    cell,
    left: Math.round((host.width - cell * width) / 2),
    top: Math.round((host.height - cell * height - spareTop - spareBottom) / 2 + spareTop),
    figure: evenPixels(Math.max(cell * figureShare, smallestFigure), host.ratio),
    thing: evenPixels(Math.max(cell, smallestThing), host.ratio),
    coarse: cell < coarseBelow,
  };
}

/** A side whose half is a whole number of device pixels, so that a centred drawing stays crisp. */
function evenPixels(side: number, ratio: number): number {
  return (Math.round((side * ratio) / 2) * 2) / ratio;
}

/** The cell under a point of the host, or null beside the field. */
export function cellAt(
  camera: Camera,
  field: { readonly width: number; readonly height: number },
  point: { readonly x: number; readonly y: number },
): Cell | null {
  const x = Math.floor((point.x - camera.left) / camera.cell);
  const y = Math.floor((point.y - camera.top) / camera.cell);
  return x >= 0 && y >= 0 && x < field.width && y < field.height ? { x, y } : null;
}
