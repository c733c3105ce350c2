import type { Action, Battle } from '../battle/index.ts';
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

/** One turn as a program saw it: the text of its document and the world (L5). */
export interface Moment {
  readonly text: string;
  readonly battle: Battle;
}

/** What a debugger shows of a program (R17): the line it stands at, its variables, what it logged. */
export interface ProgramView {
  /** Line that asked for the action or went wrong; null while nothing is left to read. */
  readonly line: number | null;
  /** Values of the program's own variables as short texts, functions left out. */
  readonly variables: Readonly<Record<string, string>>;
  /** What it logged in its latest step; only the last lines of a long log. */
  readonly log: readonly string[];
}

/** A program in execution, one step per turn. */
export interface ProgramRun {
  /**
   * What the program does in the next turn (R16–R20), given its document and the world after the
   * last turn. Must be called once for every turn, in order. Waits once the match is decided.
   */
  step(text: string, battle: Battle): Step;
  /** The program after its latest step, for a debugger's view. */
  view(): ProgramView;
  /** What the program logged in its latest step; only the last lines of a long log. */
  readonly lastLog: readonly string[];
}
