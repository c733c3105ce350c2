import type { Cell } from '../../../shared/battle/index.ts';
import type { Walk } from '../../../shared/program/index.ts';
import type { RoomState } from '../../../shared/room/index.ts';
import { pathCommands, type PadActions } from '../../editor/index.ts';
import { walkOnOf } from '../../runner/index.ts';
import { NoAnswer, type ProgramWorker } from '../../worker/index.ts';

/**
 * Turns a program is walked to find its end. Not those of the match: what is written behind them is
 * still part of the program, and may be read after all when something before it is taken away.
 */
const longestWalk = 5000;

/** What came of a click on a cell: `falls` when the program leads off the field before its end. */
export type WayWritten = 'written' | 'no way' | 'falls' | 'no answer';

/**
 * Writes the way to a cell at the end of S's program (R22): from where the program as it stands would
 * end, if nobody got in its way from now on. Answers `no way` when walls are in between, `no answer`
 * when the program has no end or could not be walked.
 */
export async function writeWayTo(
  cell: Cell,
  state: RoomState,
  worker: ProgramWorker,
  text: string,
  pad: PadActions,
): Promise<WayWritten> {
  let walk: Walk;
  try {
    walk = await walkOnOf(worker, state, 'salesforce', text, longestWalk);
  } catch (error) {
    if (error instanceof NoAnswer) return 'no answer';
    throw error;
  }
  if (walk.end === 'turns') return 'no answer';
  if (walk.end === 'fallen') return 'falls';
  const end = walk.cells.at(-1) ?? state.battle.figures.salesforce.at;
  const lines = pathCommands(state.field, end, cell);
  if (lines === null) return 'no way';
  if (lines.length > 0) pad.append(lines);
  return 'written';
}
