import type { Clock } from '../../shared/room/index.ts';

/** The page's clock. It never jumps, even when the device's clock is set. */
export const pageClock: Clock = {
  now: () => performance.timeOrigin + performance.now(),
  after(delay, callback) {
    const timer = setTimeout(callback, delay);
    return () => clearTimeout(timer);
  },
};
