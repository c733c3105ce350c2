import type { Milliseconds } from '../../shared/base/ids.ts';
import { unreachable } from '../../shared/base/result.ts';
import type { ReplayFacts } from './facts.ts';
import { countUntil } from './timeline.ts';

/** What one can step by (R32). */
export type StepKind = 'turn' | 'stroke' | 'mark';

/** The next or the last moment of a kind from a time on; the ends of the match beyond them. */
export function stepFrom(
  facts: ReplayFacts,
  time: Milliseconds,
  kind: StepKind,
  by: -1 | 1,
): Milliseconds {
  const moments = momentsOf(facts, kind);
  // Times of the match come in fractions from a playing replay; a step must leave its own moment.
  if (by === 1) return moments[countUntil(moments, time + slack)] ?? facts.duration;
  return moments[countUntil(moments, time - slack - Number.EPSILON) - 1] ?? 0;
}

/** Moments closer than this are one and the same. */
const slack: Milliseconds = 0.5;

function momentsOf(facts: ReplayFacts, kind: StepKind): ArrayLike<number> {
  switch (kind) {
    case 'stroke':
      return facts.strokeTimes;
    case 'mark':
      return facts.marks.map(({ at }) => at);
    case 'turn':
      return [facts.runAt, ...facts.turnTimes];
    default:
      return unreachable(kind);
  }
}

/** The time an address names (`#t=83.4`, seconds), or null. */
export function timeInHash(hash: string): Milliseconds | null {
  const named = /^#t=(\d{1,6}(?:\.\d{1,3})?)$/.exec(hash)?.[1];
  return named === undefined ? null : Math.round(Number(named) * 1000);
}

/** The part of an address that names a time. */
export function hashOf(time: Milliseconds): string {
  return `#t=${(Math.round(time) / 1000).toString()}`;
}
