import { unreachable } from '../../../shared/base/result.ts';
import type { AnimationPlan, Cue } from '../cues.ts';
import type { Frame } from '../frame.ts';
import { biting, bugStuck, bugTurning, bugWalking } from './bug.ts';
import { dropping, grabbing, steppingOver } from './fall.ts';
import { takingGold } from './gold.ts';
import { burst, runningUp, thrownBack } from './push.ts';
import { bumping, scratching, waiting, walking } from './walk.ts';

/** The frame with one cue at `p` of its time, from 0 (begins) to 1 (ends). */
export function moved(frame: Frame, cue: Cue, p: number, plan: AnimationPlan): Frame {
  switch (cue.kind) {
    case 'walk':
      return walking(frame, cue, p);
    case 'wait':
      return waiting(frame, cue, p);
    case 'scratch':
      return scratching(frame, cue, p);
    case 'bump':
      return bumping(frame, cue, p);
    case 'run up':
      return runningUp(frame, cue, p);
    case 'starburst':
      return burst(frame, cue, p);
    case 'thrown back':
      return thrownBack(frame, cue, p);
    case 'step over':
      return steppingOver(frame, cue, p);
    case 'grab edge':
      return grabbing(frame, cue, p);
    case 'drop':
      return dropping(frame, cue, p);
    case 'bug turn':
      return bugTurning(frame, cue, p);
    case 'bug walk':
      return bugWalking(frame, cue, p);
    case 'bug stuck':
      return bugStuck(frame, p);
    case 'bite':
      return biting(frame, cue, p);
    case 'take gold':
      return takingGold(frame, cue, p, plan.width);
    default:
      return unreachable(cue);
  }
}
