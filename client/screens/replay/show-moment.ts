import { seats } from '../../../shared/base/ids.ts';
import type { RoomState } from '../../../shared/room/index.ts';
import type { Playback } from '../../replay/playback.ts';
import { turnsBetween, type Timeline, type TurnMark } from '../../replay/timeline.ts';
import type { Stage } from '../../stage/index.ts';

/** As in the live match: most of a turn's time is motion. */
const playShare = 0.85;

/** Shows where a replay stands, without motion. */
export function showMoment(stage: Stage, state: RoomState): void {
  stage.show(state.battle);
  holdThemselves(stage, state);
}

/** Plays the turn that was just passed; the last one, when a fast replay passed several. */
export function playPassed(
  stage: Stage,
  timeline: Timeline,
  before: Playback,
  after: Playback,
): TurnMark | null {
  const mark = turnsBetween(timeline, before.time, after.time).at(-1);
  if (mark === undefined) return null;
  const { turnTime } = timeline.replay.start.settings;
  for (const seat of seats) stage.mood(seat, mark.erred[seat] ? 'scratching' : 'calm');
  const duration = (turnTime * playShare) / after.speed;
  void stage.play(mark.before, mark.events, mark.after, duration);
  return mark;
}

/** The winner sparkles once the match is over. */
export function holdThemselves(stage: Stage, { phase }: RoomState): void {
  for (const seat of seats) {
    const won = phase.kind === 'result' && phase.outcome.kind === 'won';
    if (!won) stage.mood(seat, 'calm');
    else stage.mood(seat, phase.outcome.winner === seat ? 'winning' : 'losing');
  }
}
