import { seats, type Seat } from '../../base/ids.ts';
import { sameCell } from '../geometry.ts';
import { withFigure, type TurnUnderWay } from './stage.ts';

/**
 * R28: each character that is not out takes the gold in its cell. Throws when the points of that
 * gold are not known here: whoever plays a turn reveals first what will be collected (R9).
 */
export function collectGold(turn: TurnUnderWay): TurnUnderWay {
  return seats.reduce(collect, turn);
}

function collect(turn: TurnUnderWay, seat: Seat): TurnUnderWay {
  const figure = turn.battle.figures[seat];
  if (figure.out !== null) return turn;
  const found = turn.battle.gold.find((gold) => sameCell(gold.at, figure.at));
  if (found === undefined) return turn;
  const { at, points, sealed } = found;
  if (points === null) {
    throw new Error(`the sealed gold at (${at.x}, ${at.y}) is collected before it is revealed`);
  }
  const gold = turn.battle.gold.filter((piece) => piece !== found);
  return withFigure(
    { ...turn, battle: { ...turn.battle, gold } },
    seat,
    { ...figure, points: figure.points + points },
    { kind: 'collected', seat, at, points, sealed },
  );
}
