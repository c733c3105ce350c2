import type { Seat } from '../../shared/base/ids.ts';
import {
  nextBug,
  startBattle,
  type Battle,
  type Bug,
  type Direction,
} from '../../shared/battle/index.ts';
import type { Walk, WatchedWalk } from '../../shared/program/index.ts';
import { inMatch, programHistory, programSeed, type RoomState } from '../../shared/room/index.ts';
import type { ProgramWorker } from '../worker/index.ts';

/** What can be tried out before a match (R31). */
export type Trial = Seat | 'bug';

/** The field as it is before the first turn: where every trial begins. */
export function trialBattle(state: RoomState): Battle {
  return startBattle(state.field, state.settings);
}

/** R31: a trial of a program, on this page only. */
export function tryOut(
  worker: ProgramWorker,
  state: RoomState,
  seat: Seat,
  text: string,
): Promise<WatchedWalk> {
  return worker.tryOut(seat, text, trialBattle(state), state.settings.turns);
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

/**
 * R22: the way a program goes on alone from where its match stands, or from the start before its first
 * turn; for at most `turns` turns, be they part of the match or not.
 */
export function walkOnOf(
  worker: ProgramWorker,
  state: RoomState,
  seat: Seat,
  text: string,
  turns: number,
): Promise<Walk> {
  if (!inMatch(state)) return worker.walk(seat, text, trialBattle(state), turns);
  const underWay = { seed: programSeed(state, seat), history: programHistory(state, seat) };
  return worker.walkOn(underWay, seat, text, state.battle, turns);
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
