import { withSeat, type Seat } from '../base/ids.ts';
import {
  isInside,
  isWall,
  neighbour,
  sameCell,
  type Action,
  type Battle,
  type Cell,
} from '../battle/index.ts';
import { createProgramRun } from './program.ts';
import type { Step } from './types.ts';

/** A trial of one program (R31). */
export interface Walk {
  readonly steps: readonly Step[];
  /** Where the character stands: at its start, then after each step. */
  readonly cells: readonly Cell[];
  /** `finished` when nothing was left to read, `turns` when the turns were used up. */
  readonly end: 'finished' | 'fallen' | 'turns';
}

/** Every trial throws the same dice; those of the match are not known before it begins. */
const trialSeed = 'trial';

/**
 * R31: the character of `seat` walks the field alone by its program, from where it stands in `battle`
 * for at most `maxTurns`. Rival and bug stay where they are and touch nobody. Sealed gold is collected
 * without points.
 */
export function walkAlone(text: string, seat: Seat, battle: Battle, maxTurns: number): Walk {
  const run = createProgramRun(seat, trialSeed);
  const steps: Step[] = [];
  const cells: Cell[] = [battle.figures[seat].at];
  let world: Battle = { ...battle, turn: 0, turns: Math.max(maxTurns, battle.turns) };
  while (steps.length < maxTurns) {
    const step = run.step(text, world);
    if (step.line === null) return { steps, cells, end: 'finished' };
    steps.push(step);
    const next = moveAlone(world, seat, step.action);
    if (next === null) return { steps, cells, end: 'fallen' };
    world = next;
    cells.push(world.figures[seat].at);
  }
  return { steps, cells, end: 'turns' };
}

/** The world after one step of one character (R24, R28); null when it has fallen. */
function moveAlone(battle: Battle, seat: Seat, action: Action): Battle | null {
  const figure = battle.figures[seat];
  const to = action === 'wait' ? figure.at : neighbour(figure.at, action);
  if (!isInside(battle, to)) return null;
  const at = isWall(battle, to) ? figure.at : to;
  const found = battle.gold.find((gold) => sameCell(gold.at, at));
  const points = figure.points + (found?.points ?? 0);
  return {
    ...battle,
    gold: found === undefined ? battle.gold : battle.gold.filter((gold) => gold !== found),
    figures: withSeat(battle.figures, seat, { ...figure, at, points }),
    turn: battle.turn + 1,
  };
}
