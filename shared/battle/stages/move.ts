import { seats, type Seat } from '../../base/ids.ts';
import { isInside, isWall, neighbour } from '../geometry.ts';
import { withFigure, type TurnUnderWay } from './stage.ts';

/**
 * R24: S moves, then H. Outside the field a character falls and keeps the cell it left from; a wall
 * holds it where it is. Neither is in the other's way here: see R27.
 */
export function moveFigures(turn: TurnUnderWay): TurnUnderWay {
  return seats.reduce(moveFigure, turn);
}

function moveFigure(turn: TurnUnderWay, seat: Seat): TurnUnderWay {
  const { battle } = turn;
  const figure = battle.figures[seat];
  if (figure.out !== null) return turn;
  const action = turn.actions[seat];
  if (action === 'wait') {
    return { ...turn, events: [...turn.events, { kind: 'waited', seat }] };
  }
  const from = figure.at;
  const to = neighbour(from, action);
  if (!isInside(battle, to)) {
    const fallen = { ...figure, out: 'fallen' } as const;
    return withFigure(turn, seat, fallen, { kind: 'fell', seat, from, direction: action });
  }
  if (isWall(battle, to)) {
    return withFigure(turn, seat, figure, { kind: 'bumped', seat, at: from, direction: action });
  }
  return withFigure(turn, seat, { ...figure, at: to }, { kind: 'moved', seat, from, to });
}
