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
import { createProgramRun, rebuildProgramRun } from './program.ts';
import type { Moment, ProgramRun, ProgramView, Step } from './types.ts';

/** A trial of one program (R31). */
export interface Walk {
  readonly steps: readonly Step[];
  /** Where the character stands: at its start, then after each step. */
  readonly cells: readonly Cell[];
  /** `finished` when nothing was left to read, `turns` when the turns were used up. */
  readonly end: 'finished' | 'fallen' | 'turns';
}

/** A walk with what a debugger shows of the program after each step, and after the last reading. */
export interface WatchedWalk extends Walk {
  readonly views: readonly ProgramView[];
}

/** Every trial throws the same dice; those of the match are not known before it begins. */
const trialSeed = 'trial';

/**
 * R31: the character of `seat` walks the field alone by its program, from where it stands in `battle`
 * for at most `maxTurns`. Rival and bug stay where they are and touch nobody. Sealed gold is collected
 * without points.
 */
export function walkAlone(text: string, seat: Seat, battle: Battle, maxTurns: number): Walk {
  return walk(
    createProgramRun(seat, trialSeed),
    text,
    seat,
    trialStart(battle, maxTurns),
    maxTurns,
  );
}

/** R31: `walkAlone` for somebody who looks into the program while it walks. */
export function walkWatched(
  text: string,
  seat: Seat,
  battle: Battle,
  maxTurns: number,
): WatchedWalk {
  const run = createProgramRun(seat, trialSeed);
  const views: ProgramView[] = [];
  const start = trialStart(battle, maxTurns);
  const walked = walk(run, text, seat, start, maxTurns, () => views.push(run.view()));
  return { ...walked, views };
}

function trialStart(battle: Battle, maxTurns: number): Battle {
  return { ...battle, turn: 0, turns: Math.max(maxTurns, battle.turns) };
}

/** A program in the middle of a match: its seed and every turn that it has seen (L5). */
export interface UnderWayInMatch {
  readonly seed: string;
  readonly history: readonly Moment[];
}

/**
 * R22: the way a program goes on alone in the middle of its match, from where its character stands in
 * `battle`, which comes after the turns of its history. What it has read, keeps in its variables and
 * rolls is that of the match; all else is as in a trial.
 */
export function walkOn(
  { seed, history }: UnderWayInMatch,
  text: string,
  seat: Seat,
  battle: Battle,
  maxTurns: number,
): Walk {
  const run = rebuildProgramRun(seat, seed, history);
  const turns = Math.max(battle.turn + maxTurns, battle.turns);
  return walk(run, text, seat, { ...battle, turns }, maxTurns);
}

function walk(
  run: ProgramRun,
  text: string,
  seat: Seat,
  start: Battle,
  maxTurns: number,
  look: () => void = () => {},
): Walk {
  const steps: Step[] = [];
  const cells: Cell[] = [start.figures[seat].at];
  let world = start;
  while (steps.length < maxTurns) {
    const step = run.step(text, world);
    look();
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
