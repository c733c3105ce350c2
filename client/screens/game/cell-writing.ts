import type { Seat } from '../../../shared/base/ids.ts';
import { isInside, isWall, type Cell } from '../../../shared/battle/index.ts';
import type { Walk } from '../../../shared/program/index.ts';
import type { RoomState } from '../../../shared/room/index.ts';
import { pathCommands, type PadActions } from '../../editor/index.ts';
import { endOf, trialBattle } from '../../runner/index.ts';
import { NoAnswer, type ProgramWorker } from '../../worker/index.ts';

/**
 * Turns a program is walked to find its end. Not those of the match: what is written behind them is
 * still part of the program, and may be read after all when something before it is taken away.
 */
const longestWalk = 5000;

/**
 * Writes the way to a cell at the end of S's program (R22): from where the program as it stands would
 * end. Answers `no way` when walls are in between, `no answer` when the program could not be walked.
 */
export async function writeWayTo(
  cell: Cell,
  state: RoomState,
  worker: ProgramWorker,
  text: string,
  pad: PadActions,
): Promise<'written' | 'no way' | 'no answer'> {
  let walk: Walk;
  try {
    walk = await worker.walk('salesforce', text, trialBattle(state), longestWalk);
  } catch (error) {
    if (error instanceof NoAnswer) return 'no answer';
    throw error;
  }
  if (walk.end === 'turns') return 'no answer';
  const lines = pathCommands(state.field, expectedEnd(state, 'salesforce', walk), cell);
  if (lines === null) return 'no way';
  if (lines.length > 0) pad.append(lines);
  return 'written';
}

/**
 * Where a program would end. In a match its figure may have been pushed off the way it would have
 * gone alone; then the end is expected to be off by as much, or, where that is no free cell, the
 * figure's own cell.
 */
export function expectedEnd(state: RoomState, seat: Seat, walk: Walk): Cell {
  const { at } = state.battle.figures[seat];
  const end = endOf(walk) ?? at;
  const alone = walk.cells[Math.min(state.battle.turn, walk.cells.length - 1)] ?? at;
  const expected = { x: end.x + at.x - alone.x, y: end.y + at.y - alone.y };
  const free = isInside(state.field, expected) && !isWall(state.field, expected);
  return free ? expected : at;
}
