import type { Milliseconds, PerSeat, Seat } from '../base/ids.ts';

/** A cell: (0, 0) is top left, x grows to the right, y grows downwards. */
export interface Cell {
  readonly x: number;
  readonly y: number;
}

export const directions = ['up', 'right', 'down', 'left'] as const;

/** One of the four ways, listed clockwise. */
export type Direction = (typeof directions)[number];

/** What a character does in one turn. */
export type Action = Direction | 'wait';

/** Settings of a room's next match (R6); limits in settings.ts (R7). */
export interface Settings {
  readonly width: number;
  readonly height: number;
  /** Pieces of gold. */
  readonly gold: number;
  /** Wall cells. */
  readonly walls: number;
  readonly codingTime: Milliseconds;
  /** Number of turns. */
  readonly turns: number;
  readonly turnTime: Milliseconds;
  readonly layout: Layout;
}

export const layouts = ['mirrored', 'random'] as const;

/** `mirrored` is point-symmetric and fair, `random` the layout of 2014 (R10). */
export type Layout = (typeof layouts)[number];

/** One piece of gold on the field. */
export interface Gold {
  readonly at: Cell;
  /** 10, 20 or 30; null while it is sealed and its value is not known here (R9). */
  readonly points: number | null;
  /** Drawn as `?` until collected. */
  readonly sealed: boolean;
}

/** The ladybug (R30). */
export interface Bug {
  readonly at: Cell;
  readonly facing: Direction;
}

/** Why a character takes no further part. */
export type Out = 'fallen' | 'caught';

/** One of the two characters. */
export interface Figure {
  /** Its cell; the cell it left the field from, once fallen. */
  readonly at: Cell;
  readonly points: number;
  readonly out: Out | null;
}

/** A field as it is made (R8), before the first turn. */
export interface Field {
  readonly width: number;
  readonly height: number;
  readonly walls: readonly Cell[];
  readonly gold: readonly Gold[];
  readonly starts: PerSeat<Cell>;
  readonly bug: Bug;
}

/** The world between two turns. A plain record: the same in server, browser and replay. */
export interface Battle {
  readonly width: number;
  readonly height: number;
  readonly walls: readonly Cell[];
  /** The gold that still lies on the field. */
  readonly gold: readonly Gold[];
  readonly figures: PerSeat<Figure>;
  readonly bug: Bug;
  /** Turns played so far. */
  readonly turn: number;
  /** Turns in all. */
  readonly turns: number;
}

/**
 * What happened in a turn, in the order of the stages (R24–R28). Enough to draw the turn without
 * looking at the rules again.
 */
export type BattleEvent =
  | { readonly kind: 'moved'; readonly seat: Seat; readonly from: Cell; readonly to: Cell }
  | { readonly kind: 'waited'; readonly seat: Seat }
  /** Walked against a wall and stays. */
  | {
      readonly kind: 'bumped';
      readonly seat: Seat;
      readonly at: Cell;
      readonly direction: Direction;
    }
  | {
      readonly kind: 'fell';
      readonly seat: Seat;
      readonly from: Cell;
      readonly direction: Direction;
    }
  | {
      readonly kind: 'bug moved';
      readonly from: Cell;
      readonly to: Cell;
      readonly facing: Direction;
    }
  | { readonly kind: 'bug stuck'; readonly at: Cell; readonly facing: Direction }
  | { readonly kind: 'caught'; readonly seat: Seat; readonly at: Cell }
  /** Both met: each goes back to where it came from; `from` is the cell of the meeting. */
  | { readonly kind: 'pushed back'; readonly seat: Seat; readonly from: Cell; readonly to: Cell }
  | {
      readonly kind: 'collected';
      readonly seat: Seat;
      readonly at: Cell;
      readonly points: number;
      readonly sealed: boolean;
    };

/** How a match ends (R29). */
export type Outcome =
  | { readonly kind: 'won'; readonly winner: Seat; readonly by: 'points' | 'rival out' | 'forfeit' }
  | { readonly kind: 'draw'; readonly by: 'points' | 'both out' | 'forfeit' };
