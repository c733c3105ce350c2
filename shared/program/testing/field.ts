import { parseBoard, playTurn, type Battle } from '../../battle/index.ts';
import type { Seat } from '../../base/ids.ts';
import { createProgramRun } from '../program.ts';
import type { Moment, ProgramRun, Step } from '../types.ts';

/** A field with room on all sides; H begins in the middle, S and the bug are out of the way. */
export const roomy = `
  . . . . . . . . .
  . . . . . . . . .
  . . . . H . . . .
  . . . . . # . . .
  . . . . . . # S #
  # # # . . . . # .
  # ^ # . . . . . .
  # # # . . . . . .
`;

/** One program of `seat` playing on a field, its rival waiting; the test edits `text` between turns. */
export class Play {
  text: string;
  battle: Battle;
  readonly run: ProgramRun;
  readonly steps: Step[] = [];
  /** What was handed to the program, turn by turn. */
  readonly history: Moment[] = [];
  readonly #seat: Seat;

  constructor(text: string, board = roomy, seat: Seat = 'heroku', run?: ProgramRun) {
    this.text = text;
    this.battle = parseBoard(board);
    this.#seat = seat;
    this.run = run ?? createProgramRun(seat, 'seed');
  }

  /** Plays one turn and answers the step of the program. */
  turn(): Step {
    const step = this.run.step(this.text, this.battle);
    this.history.push({ text: this.text, battle: this.battle });
    this.steps.push(step);
    const actions = { salesforce: 'wait', heroku: 'wait', [this.#seat]: step.action } as const;
    this.battle = playTurn(this.battle, actions).battle;
    return step;
  }

  /** Plays some turns and tells each as `action line`, with the code of an error behind it. */
  turns(count: number): string[] {
    return Array.from({ length: count }, () => {
      const { action, line, error } = this.turn();
      return [action, line ?? '–', ...(error === null ? [] : [error.code])].join(' ');
    });
  }
}
