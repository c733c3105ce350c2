import { withSeat, type Seat } from '../../../shared/base/ids.ts';
import {
  sameCell,
  type Action,
  type Battle,
  type BattleEvent,
  type Bug,
} from '../../../shared/battle/index.ts';
import type { Walk } from '../../../shared/program/index.ts';

/** One step of a trial, as the stage plays it. */
export interface TrialFrame {
  readonly before: Battle;
  readonly events: readonly BattleEvent[];
  readonly after: Battle;
  /** The program had an error there. */
  readonly erred: boolean;
}

/** R31: a program's walk as pictures: the character alone, rival and bug stay where they are. */
export function walkFrames(start: Battle, seat: Seat, walk: Walk): readonly TrialFrame[] {
  const frames: TrialFrame[] = [];
  let battle = start;
  for (const [index, step] of walk.steps.entries()) {
    const to = walk.cells[index + 1];
    const { after, events } =
      to === undefined ? fallen(battle, seat, step.action) : stepped(battle, seat, step.action, to);
    frames.push({ before: battle, events, after, erred: step.error !== null });
    battle = after;
  }
  return frames;
}

/** R31: the bug's way as pictures; the characters stay where they are and are not touched. */
export function bugFrames(start: Battle, way: readonly Bug[]): readonly TrialFrame[] {
  const frames: TrialFrame[] = [];
  let battle = start;
  for (const bug of way.slice(1)) {
    const from = battle.bug.at;
    const after = { ...battle, bug };
    const event: BattleEvent = sameCell(from, bug.at)
      ? { kind: 'bug stuck', at: from, facing: bug.facing }
      : { kind: 'bug moved', from, to: bug.at, facing: bug.facing };
    frames.push({ before: battle, events: [event], after, erred: false });
    battle = after;
  }
  return frames;
}

interface Stepped {
  readonly after: Battle;
  readonly events: readonly BattleEvent[];
}

function stepped(battle: Battle, seat: Seat, action: Action, to: Battle['bug']['at']): Stepped {
  const figure = battle.figures[seat];
  const from = figure.at;
  if (action === 'wait') return { after: battle, events: [{ kind: 'waited', seat }] };
  if (sameCell(from, to)) {
    return { after: battle, events: [{ kind: 'bumped', seat, at: from, direction: action }] };
  }
  const found = battle.gold.find(({ at }) => sameCell(at, to));
  const points = found?.points ?? 0;
  const collected: readonly BattleEvent[] =
    found === undefined || found.points === null
      ? []
      : [{ kind: 'collected', seat, at: to, points, sealed: found.sealed }];
  return {
    after: {
      ...battle,
      gold: battle.gold.filter((gold) => gold !== found),
      figures: withSeat(battle.figures, seat, {
        ...figure,
        at: to,
        points: figure.points + points,
      }),
    },
    events: [{ kind: 'moved', seat, from, to }, ...collected],
  };
}

function fallen(battle: Battle, seat: Seat, action: Action): Stepped {
  const figure = battle.figures[seat];
  const direction = action === 'wait' ? 'down' : action;
  return {
    after: { ...battle, figures: withSeat(battle.figures, seat, { ...figure, out: 'fallen' }) },
    events: [{ kind: 'fell', seat, from: figure.at, direction }],
  };
}
