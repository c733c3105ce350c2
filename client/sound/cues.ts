import type { PerSeat, Seat } from '../../shared/base/ids.ts';
import { seats } from '../../shared/base/ids.ts';
import type { BattleEvent } from '../../shared/battle/index.ts';
import type { SoundName } from './score.ts';

/** A sound and when in its turn it is heard, from 0 to 1; the pictures keep the same times. */
export interface SoundCue {
  readonly name: SoundName;
  readonly at: number;
}

const times = {
  moved: ['step', 0],
  bumped: ['bump', 0.2],
  'pushed back': ['push', 0.34],
  fell: ['fall', 0.3],
  caught: ['bite', 0.6],
  collected: ['gold', 0.5],
} as const satisfies Partial<Record<BattleEvent['kind'], readonly [SoundName, number]>>;

/** What is heard of a turn: each sound once, however many it concerns. `erred` as the turn has it. */
export function turnSounds(
  events: readonly BattleEvent[],
  erred: PerSeat<boolean>,
): readonly SoundCue[] {
  const cues = new Map<SoundName, SoundCue>();
  if (seats.some((seat: Seat) => erred[seat])) cues.set('wrong', { name: 'wrong', at: 0.05 });
  for (const { kind } of events) {
    if (!(kind in times)) continue;
    const [name, at] = times[kind as keyof typeof times];
    cues.set(name, { name, at });
  }
  return [...cues.values()];
}
