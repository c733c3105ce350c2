import { parseBoard } from '../../shared/battle/index.ts';
import { createProgramRun } from '../../shared/program/index.ts';
import { hostilePrograms } from '../../shared/lang/hostile/programs.ts';
import { median } from './measure.ts';
import { dearPrograms } from './dear.ts';

/** One program and the milliseconds its first turn takes. */
export interface DearTurn {
  readonly program: string;
  readonly milliseconds: number;
  /** The code of the error that ended the turn; null for none. */
  readonly end: string | null;
}

const board = parseBoard(`
  . . . . .
  . H . S .
  . . . . .
  . . . . ^
`);

/** The turns that take longest of all that are known, with the limits of a match (L6). */
export function dearestTurns(): readonly DearTurn[] {
  const sources = new Set([...dearPrograms, ...hostilePrograms.map(({ source }) => source)]);
  const turns: DearTurn[] = [];
  for (const program of sources) {
    const turn = (): string | null =>
      createProgramRun('heroku', 'bench').step(program, board).error?.code ?? null;
    const end = turn();
    turns.push({ program, milliseconds: median(turn, { least: 3, time: 40 }), end });
  }
  return turns.toSorted((a, b) => b.milliseconds - a.milliseconds);
}
