import { withSeat, type Seat } from '../../shared/base/ids.ts';
import { unreachable } from '../../shared/base/result.ts';
import type { Cell, Out } from '../../shared/battle/types.ts';
import { sameCell } from '../../shared/battle/geometry.ts';
import type { Act } from './cues.ts';
import type { Picture } from './picture.ts';

/** The picture after an act is over: what it leaves behind for good. */
export function settle(picture: Picture, act: Act): Picture {
  switch (act.kind) {
    case 'walk':
    case 'thrown back':
      return withFigure(picture, act.seat, act.to, null);
    case 'drop':
      return withFigure(picture, act.seat, act.from, 'fallen');
    case 'bite':
      return withFigure(picture, act.seat, act.at, 'caught');
    case 'bug turn':
      return { ...picture, bug: { ...picture.bug, facing: act.to } };
    case 'bug walk':
      return { ...picture, bug: { at: act.to, facing: act.facing } };
    case 'bug stuck':
      return { ...picture, bug: { ...picture.bug, facing: act.facing } };
    case 'take gold':
      return { ...picture, gold: picture.gold.filter(({ at }) => !sameCell(at, act.at)) };
    case 'wait':
    case 'scratch':
    case 'bump':
    case 'run up':
    case 'starburst':
    case 'step over':
    case 'grab edge':
      return picture;
    default:
      return unreachable(act);
  }
}

function withFigure(picture: Picture, seat: Seat, at: Cell, out: Out | null): Picture {
  return { ...picture, figures: withSeat(picture.figures, seat, { at, out }) };
}
