import type { PerSeat, Seat } from '../../base/ids.ts';
import { withSeat } from '../../base/ids.ts';
import type { Action, Battle, BattleEvent, Figure } from '../types.ts';

/** What both characters do in one turn. That of one who is out is not looked at. */
export type TurnActions = PerSeat<Action>;

/** A turn between two of its stages. */
export interface TurnUnderWay {
  readonly actions: TurnActions;
  /** The world as the turn began: where everybody came from. */
  readonly before: Battle;
  /** The world after the stages so far. */
  readonly battle: Battle;
  /** What has happened so far, in order. */
  readonly events: readonly BattleEvent[];
}

/** One stage of a turn: a pure function that answers the turn with its part added. */
export type Stage = (turn: TurnUnderWay) => TurnUnderWay;

/** The turn with one figure replaced and an event added. */
export function withFigure(
  turn: TurnUnderWay,
  seat: Seat,
  figure: Figure,
  event: BattleEvent,
): TurnUnderWay {
  const figures = withSeat(turn.battle.figures, seat, figure);
  return {
    ...turn,
    battle: { ...turn.battle, figures },
    events: [...turn.events, event],
  };
}
