import type { Milliseconds } from '../../base/ids.ts';
import type { Clock } from '../ports.ts';

/** How often it is looked whether this process has run all the time. */
const look: Milliseconds = 1000;

/** A look that comes later than this comes after a time in which the process stood still. */
const stoodStill: Milliseconds = 3000;

/**
 * Calls back after a time in which this process has run. Where it stood still meanwhile, asleep or
 * stopped, nobody could be heard who has come: the time begins again.
 */
export function afterRunning(clock: Clock, time: Milliseconds, callback: () => void): () => void {
  let stop = (): void => {};
  const wait = (left: Milliseconds): void => {
    const step = Math.min(left, look);
    const dueAt = clock.now() + step;
    stop = clock.after(step, () => {
      if (clock.now() - dueAt > stoodStill) wait(time);
      else if (left > step) wait(left - step);
      else callback();
    });
  };
  wait(time);
  return () => stop();
}
