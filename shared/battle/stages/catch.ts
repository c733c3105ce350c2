import { seats, type Seat } from '../../base/ids.ts';
import { haveMet } from './meeting.ts';
import { withFigure, type TurnUnderWay } from './stage.ts';

/** R26: S is caught when it stands in the bug's cell or has swapped cells with it; then H. */
export function catchFigures(turn: TurnUnderWay): TurnUnderWay {
  return seats.reduce(catchFigure, turn);
}

function catchFigure(turn: TurnUnderWay, seat: Seat): TurnUnderWay {
  const { before, battle } = turn;
  const figure = battle.figures[seat];
  if (figure.out !== null) return turn;
  const walk = { from: before.figures[seat].at, to: figure.at };
  if (!haveMet(walk, { from: before.bug.at, to: battle.bug.at })) return turn;
  return withFigure(
    turn,
    seat,
    { ...figure, out: 'caught' },
    { kind: 'caught', seat, at: figure.at },
  );
}
