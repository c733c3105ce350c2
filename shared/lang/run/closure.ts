import type { FunctionCode, Unit } from '../compile/code.ts';
import type { Cell } from './values.ts';

/** The captured variables of functions that have none. */
export const noCells: Cell[] = [];

/** A function together with the variables it captured. */
export class Closure {
  readonly code: FunctionCode;
  readonly cells: Cell[];
  readonly unit: Unit;
  constructor(code: FunctionCode, cells: Cell[], unit: Unit) {
    this.code = code;
    this.cells = cells;
    this.unit = unit;
  }
}
