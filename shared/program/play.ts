import { perSeat, type PerSeat } from '../base/ids.ts';
import { outcomeOf, playTurn, type Battle, type BattleEvent } from '../battle/index.ts';
import { createProgramRun } from './program.ts';
import type { ProgramView, Step } from './types.ts';

/** One turn of both programs. */
export interface PlayedPrograms {
  readonly steps: PerSeat<Step>;
  /** What a debugger shows of each program after its step. */
  readonly views: PerSeat<ProgramView>;
  readonly events: readonly BattleEvent[];
  /** The world after the turn. */
  readonly after: Battle;
}

/**
 * Both programs against each other from a world on, until it is decided or its turns are over. Sealed
 * gold should have its points: no program sees them. The same arguments give the same turns (L5).
 */
export function playPrograms(
  start: Battle,
  programs: PerSeat<string>,
  seed: string,
): readonly PlayedPrograms[] {
  const runs = perSeat((seat) => createProgramRun(seat, `${seed} ${seat}`));
  const turns: PlayedPrograms[] = [];
  for (let battle = start; outcomeOf(battle) === null;) {
    const before = battle;
    const steps = perSeat((seat) => runs[seat].step(programs[seat], before));
    const views = perSeat((seat) => runs[seat].view());
    const { battle: after, events } = playTurn(before, {
      salesforce: steps.salesforce.action,
      heroku: steps.heroku.action,
    });
    turns.push({ steps, views, events, after });
    battle = after;
  }
  return turns;
}
