import type { Action } from '../battle/index.ts';
import type { Details } from '../base/result.ts';

/** A mark at a line of a program: an error that cost a turn (R18, R20). Lines count from 1. */
export interface ProgramError {
  readonly line: number;
  readonly column: number;
  readonly length: number;
  readonly code: string;
  readonly details: Details;
}

/** What one program did for one turn. Plain data: it is written into the log. */
export interface Step {
  readonly action: Action;
  /** Everything before this offset of the document is read, and so locked (R17). */
  readonly readTo: number;
  /** Line that asked for the action; null while nothing is left to read (R19). */
  readonly line: number | null;
  readonly error: ProgramError | null;
}
