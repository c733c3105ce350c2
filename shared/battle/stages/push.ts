import { seats, type Seat } from '../../base/ids.ts';
import { sameCell } from '../geometry.ts';
import { haveMet, type Walk } from './meeting.ts';
import { withFigure, type TurnUnderWay } from './stage.ts';

/**
 * R27: when neither is out and the two have met, both go back to where they came from. Only then is
 * one caught whose old cell the bug has taken meanwhile.
 */
export function pushBack(turn: TurnUnderWay): TurnUnderWay {
  const { salesforce, heroku } = turn.battle.figures;
  if (salesforce.out !== null || heroku.out !== null) return turn;
  if (!haveMet(walkOf(turn, 'salesforce'), walkOf(turn, 'heroku'))) return turn;
  return seats.reduce(catchReturned, seats.reduce(returnFigure, turn));
}

function walkOf(turn: TurnUnderWay, seat: Seat): Walk {
  return { from: turn.before.figures[seat].at, to: turn.battle.figures[seat].at };
}

function returnFigure(turn: TurnUnderWay, seat: Seat): TurnUnderWay {
  const figure = turn.battle.figures[seat];
  const { from: home, to: met } = walkOf(turn, seat);
  return withFigure(
    turn,
    seat,
    { ...figure, at: home },
    { kind: 'pushed back', seat, from: met, to: home },
  );
}

function catchReturned(turn: TurnUnderWay, seat: Seat): TurnUnderWay {
  const figure = turn.battle.figures[seat];
  if (!sameCell(figure.at, turn.battle.bug.at)) return turn;
  return withFigure(
    turn,
    seat,
    { ...figure, out: 'caught' },
    { kind: 'caught', seat, at: figure.at },
  );
}
