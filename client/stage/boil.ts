import type { Milliseconds } from '../../shared/base/ids.ts';

/** Lines tremble at this pace: a hand-drawn film at four and a half pictures a second. */
export const trembleTime: Milliseconds = 220;

/** Nothing moves when nothing happens: so long after the last event the hand lies still. */
export const calmAfter: Milliseconds = 12_000;

/** Time of the browser, as the boil needs it. */
export interface BoilTimer {
  /** Calls back every `period` ms; answers its stop. */
  every(call: () => void, period: Milliseconds): () => void;
}

/** The trembling of everything that is drawn. While it is calm nothing is scheduled at all. */
export interface Boil {
  /** Counts the drawings; the sheet to show is its remainder by their number. */
  readonly count: number;
  /** Something happened: trembles on for a while. */
  stir(): void;
  /** Lies still at once, until it may go on. */
  hold(still: boolean): void;
  stop(): void;
}

/** A boil that calls `redraw` at each new drawing. */
export function makeBoil(timer: BoilTimer, redraw: () => void): Boil {
  let count = 0;
  let left: Milliseconds = 0;
  let held = false;
  let stop: (() => void) | null = null;
  const rest = (): void => {
    stop?.();
    stop = null;
  };
  const tick = (): void => {
    count += 1;
    left -= trembleTime;
    if (left <= 0) rest();
    redraw();
  };
  return {
    get count() {
      return held ? 0 : count;
    },
    stir: () => {
      left = calmAfter;
      if (!held) stop ??= timer.every(tick, trembleTime);
    },
    hold: (still) => {
      held = still;
      if (still) rest();
    },
    stop: rest,
  };
}

/** The browser's own timer. */
export const pageTimer: BoilTimer = {
  every: (call, period) => {
    const id = setInterval(call, period);
    return () => clearInterval(id);
  },
};
