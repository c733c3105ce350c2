import { performance, type EventLoopUtilization } from 'node:perf_hooks';
import type { Strain } from './sockets/index.ts';

/**
 * How often the event loop is looked at, in milliseconds: short enough to answer a rush, and longer
 * than the interval between the frames of a crowd, whose bursts would else be taken for rushes.
 */
const lookEvery = 1000;

/**
 * Shares of the time the event loop was at work, from which strain begins and below which it ends.
 * Beyond 0.7 waiting times grow steeply. What is done about strain lowers these shares by a sixth or
 * so: were it over at once, all intervals would change with every look, and rooms meet in bursts.
 */
const busy = { from: 0.7, until: 0.5 };
const overloaded = { from: 0.95, until: 0.8 };

/** How hard the event loop works, after a time in which it was at work for such a share. */
export function strainAfter(before: Strain, utilization: number): Strain {
  const bound = (level: { from: number; until: number }, held: boolean): number =>
    held ? level.until : level.from;
  if (utilization >= bound(overloaded, before === 'overloaded')) return 'overloaded';
  return utilization >= bound(busy, before !== 'calm') ? 'busy' : 'calm';
}

/** Watches how hard the event loop works. */
export interface StrainWatch {
  readonly strain: Strain;
  stop(): void;
}

/** Begins to watch; timers of it keep no process alive. */
export function watchStrain(): StrainWatch {
  let last: EventLoopUtilization = performance.eventLoopUtilization();
  let strain: Strain = 'calm';
  const timer = setInterval(() => {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, last);
    last = now;
    strain = strainAfter(strain, utilization);
  }, lookEvery).unref();
  return {
    get strain() {
      return strain;
    },
    stop: () => clearInterval(timer),
  };
}
