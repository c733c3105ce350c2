import type { PerSeat } from '../../shared/base/ids.ts';
import type { AnimationPlan } from './cues.ts';
import { restFrame, type Frame, type Mood } from './frame.ts';
import { moved } from './motions/index.ts';
import { settle } from './settle.ts';

/**
 * The frame of a plan at `time`, a fraction of the turn. Cues that are over have left their mark
 * on the picture, those that are on move it; at 1 it is the resting frame of what came out.
 */
export function frameAt(plan: AnimationPlan, time: number, moods: PerSeat<Mood>): Frame {
  const over = plan.cues.filter(({ end }) => end <= time);
  const on = plan.cues.filter(({ start, end }) => start <= time && time < end);
  // Those that ended first have settled first, whatever the order of their starts.
  const picture = over.sort((a, b) => a.end - b.end).reduce(settle, plan.start);
  return on.reduce(
    (frame, cue) => moved(frame, cue, (time - cue.start) / (cue.end - cue.start), plan),
    restFrame(picture, moods),
  );
}
