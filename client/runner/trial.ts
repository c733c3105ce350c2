import type { Seat } from '../../shared/base/ids.ts';
import {
  nextBug,
  startBattle,
  type Battle,
  type Bug,
  type Cell,
  type Direction,
} from '../../shared/battle/index.ts';
import type { Walk } from '../../shared/program/index.ts';
import type { RoomState } from '../../shared/room/index.ts';
import type { ProgramWorker } from '../worker/index.ts';

/** What can be tried out before a match (R31). */
export type Trial = Seat | 'bug';

/** The field as it is before the first turn: where every trial begins. */
export function trialBattle(state: RoomState): Battle {
  return startBattle(state.field, state.settings);
}

/** R31: the way a program goes alone, on this page only. */
export function walkOf(
  worker: ProgramWorker,
  state: RoomState,
  seat: Seat,
  text: string,
): Promise<Walk> {
  return worker.walk(seat, text, trialBattle(state), state.settings.turns);
}

/** Where a walk ends in a fall, the way it fell; null for one that ends on the field. */
export function fallOf(walk: Walk): Direction | null {
  const action = walk.steps.at(-1)?.action;
  return walk.end === 'fallen' && action !== undefined && action !== 'wait' ? action : null;
}

/** R31: the bug's way through all turns, its start first. */
export function bugWalk(state: RoomState): readonly Bug[] {
  const battle = trialBattle(state);
  let { bug } = battle;
  const way: Bug[] = [bug];
  for (let turn = 0; turn < state.settings.turns; turn++) {
    bug = nextBug(bug, battle);
    way.push(bug);
  }
  return way;
}

/** Where a program's character would stand at its end; its start if it falls on the way. */
export function endOf(walk: Walk): Cell | null {
  return walk.cells.at(-1) ?? null;
}
