import type { Seat } from '../../shared/base/ids.ts';
import type { Cell, Direction } from '../../shared/battle/types.ts';
import type { Spot } from './compass.ts';
import type { Picture } from './picture.ts';

/** When a cue is on, in fractions of the turn from 0 to 1. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What somebody does, without the time it takes. */
export type Act =
  | { readonly kind: 'walk'; readonly seat: Seat; readonly from: Cell; readonly to: Cell }
  | { readonly kind: 'wait'; readonly seat: Seat }
  /** The program had an error: the figure scratches its head instead of moving. */
  | { readonly kind: 'scratch'; readonly seat: Seat }
  | {
      readonly kind: 'bump';
      readonly seat: Seat;
      readonly at: Cell;
      readonly direction: Direction;
    }
  /** Runs up to the spot where the two will meet. */
  | { readonly kind: 'run up'; readonly seat: Seat; readonly from: Cell; readonly spot: Spot }
  | { readonly kind: 'starburst'; readonly at: Spot }
  | { readonly kind: 'thrown back'; readonly seat: Seat; readonly from: Spot; readonly to: Cell }
  | {
      readonly kind: 'step over' | 'grab edge' | 'drop';
      readonly seat: Seat;
      readonly from: Cell;
      readonly direction: Direction;
    }
  | { readonly kind: 'bug turn'; readonly from: Direction; readonly to: Direction }
  | {
      readonly kind: 'bug walk';
      readonly from: Cell;
      readonly to: Cell;
      readonly facing: Direction;
    }
  | { readonly kind: 'bug stuck'; readonly facing: Direction }
  /** `from` is where the bug lunges from, `at` where its victim is. */
  | { readonly kind: 'bite'; readonly seat: Seat; readonly from: Cell; readonly at: Cell }
  | {
      readonly kind: 'take gold';
      readonly seat: Seat;
      readonly at: Cell;
      readonly points: number;
    };

/** One act with its time. */
export type Cue = Act & Span;

/** A whole turn as motion: where it begins, what happens, where it ends. */
export interface AnimationPlan {
  readonly start: Picture;
  /** In order of their start. */
  readonly cues: readonly Cue[];
  readonly end: Picture;
  /** Cells of the field, for what leaves it. */
  readonly width: number;
}
