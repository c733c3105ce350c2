import { performance, type EventLoopUtilization } from 'node:perf_hooks';
import type { Strain } from './sockets/index.ts';

/** How often the event loop is looked at, in milliseconds: short enough to answer a rush at once. */
const lookEvery = 250;

/** Shares of the time the event loop was at work. Beyond 0.7 waiting times grow steeply. */
const busyFrom = 0.7;
const overloadedFrom = 0.95;

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
    if (utilization >= overloadedFrom) strain = 'overloaded';
    else strain = utilization >= busyFrom ? 'busy' : 'calm';
  }, lookEvery).unref();
  return {
    get strain() {
      return strain;
    },
    stop: () => clearInterval(timer),
  };
}
