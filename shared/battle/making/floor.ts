import type { Terrain } from '../geometry.ts';
import type { Cell } from '../types.ts';

/** A cell by its number: `y * width + x`. */
export type CellIndex = number;

/**
 * A field while its walls are being laid. Changed in place, since thousands of cells are tried one
 * after the other; it never leaves the making of one field.
 */
export interface Floor {
  readonly width: number;
  readonly height: number;
  readonly isOpen: (cell: CellIndex) => boolean;
  readonly openCells: () => CellIndex[];
  readonly close: (cell: CellIndex) => void;
  readonly reopen: (cell: CellIndex) => void;
  /**
   * The eight cells around one, clockwise from above, so that even places share a side with it;
   * true where open. Nothing outside the field is open.
   */
  readonly surroundings: (cell: CellIndex) => boolean[];
  /** True when every open cell can be reached from every other. */
  readonly isConnected: () => boolean;
}

const around = [
  [0, -1],
  [1, -1],
  [1, 0],
  [1, 1],
  [0, 1],
  [-1, 1],
  [-1, 0],
  [-1, -1],
] as const;

/** A field of this size without walls. */
export function createFloor({ width, height }: Pick<Floor, 'width' | 'height'>): Floor {
  const open = new Uint8Array(width * height).fill(1);
  const openCells = (): CellIndex[] => [...open.keys()].filter((cell) => open[cell] === 1);
  const surroundings = (cell: CellIndex): boolean[] => {
    const { x, y } = cellAt(width, cell);
    return around.map(([dx, dy]) => {
      const column = x + dx;
      return column >= 0 && column < width && open[(y + dy) * width + column] === 1;
    });
  };
  const isConnected = (): boolean => {
    const start = open.indexOf(1);
    const seen = new Uint8Array(open.length);
    const waiting = new Int32Array(open.length);
    let [read, write] = [0, 0];
    const visit = (cell: CellIndex): void => {
      if (open[cell] !== 1 || seen[cell] === 1) return;
      seen[cell] = 1;
      waiting[write++] = cell;
    };
    if (start >= 0) visit(start);
    while (read < write) {
      const cell = waiting[read++] as CellIndex;
      const column = cell % width;
      visit(cell - width);
      if (column < width - 1) visit(cell + 1);
      visit(cell + width);
      if (column > 0) visit(cell - 1);
    }
    return open.every((isOpen, cell) => isOpen === seen[cell]);
  };
  return {
    width,
    height,
    isOpen: (cell) => open[cell] === 1,
    openCells,
    close: (cell) => void (open[cell] = 0),
    reopen: (cell) => void (open[cell] = 1),
    surroundings,
    isConnected,
  };
}

/** The cell with this number in a field of this width. */
export function cellAt(width: number, index: CellIndex): Cell {
  return { x: index % width, y: Math.floor(index / width) };
}

/** The floor as the rules see it, with its walls row by row. */
export function terrainOf({ width, height, isOpen }: Floor): Terrain {
  const cells = Array.from({ length: width * height }, (_, cell) => cell);
  return {
    width,
    height,
    walls: cells.filter((cell) => !isOpen(cell)).map((cell) => cellAt(width, cell)),
  };
}
