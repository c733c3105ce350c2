import type { Seat } from '../base/ids.ts';
import { sameCell, type Action, type Battle } from '../battle/index.ts';
import type { Command } from './commands.ts';

/** A command in the middle of its turns (R21). */
export interface UnderWay {
  readonly action: Action;
  /** Line of the program that asked for it. */
  readonly line: number;
  /** Turns still to be played, the one just asked for included. */
  readonly turns: number;
  /** Cells really moved so far: walls, pushes and waiting do not count. */
  readonly moved: number;
  /** The world before the turn just asked for. */
  readonly before: Battle;
}

/** A command before its first turn. */
export function underWay({ action, turns }: Command, line: number, before: Battle): UnderWay {
  return { action, line, turns, moved: 0, before };
}

/** The command after one more of its turns, which has led to the world `after`. */
export function afterTurn(command: UnderWay, seat: Seat, after: Battle): UnderWay {
  const stayed = sameCell(command.before.figures[seat].at, after.figures[seat].at);
  return {
    ...command,
    turns: command.turns - 1,
    moved: command.moved + (stayed ? 0 : 1),
    before: after,
  };
}
