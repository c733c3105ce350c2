/** Draws a running animation; times are fractions from 0 to 1. */
export type Draw = (time: number) => void;

/** Plays one animation at a time. While none runs, nothing is scheduled at all. */
export interface Player {
  /** Calls `draw` with growing fractions for `duration` ms, last with 1; resolves after that. */
  run(duration: number, draw: Draw): Promise<void>;
  /** Ends the running animation at once with its last frame. */
  finish(): void;
}

/** Frames and time of the browser, as a player needs them. */
export interface Pulse {
  now(): number;
  /** Calls back before the next frame is shown; answers how to call it off. */
  onFrame(call: () => void): () => void;
  /** Calls back after some ms even where no frames are shown (hidden tab); answers its stop. */
  onTime(call: () => void, delay: number): () => void;
}

/** A player on a pulse. A run that gets no frames ends by time all the same. */
export function makePlayer(pulse: Pulse): Player {
  let finish: (() => void) | null = null;

  function run(duration: number, draw: Draw): Promise<void> {
    finish?.();
    return new Promise((resolve) => {
      const start = pulse.now();
      let callOff = (): void => undefined;
      const end = (): void => {
        if (finish !== end) return;
        finish = null;
        callOff();
        stopTimer();
        draw(1);
        resolve();
      };
      const step = (): void => {
        const time = (pulse.now() - start) / duration;
        if (time >= 1) {
          end();
          return;
        }
        draw(Math.max(0, time));
        callOff = pulse.onFrame(step);
      };
      finish = end;
      const stopTimer = pulse.onTime(end, duration + 120);
      step();
    });
  }

  return { run, finish: () => finish?.() };
}

/** The pulse of this page. */
export function pagePulse(): Pulse {
  return {
    now: () => performance.now(),
    onFrame: (call) => {
      const id = requestAnimationFrame(call);
      return () => cancelAnimationFrame(id);
    },
    onTime: (call, delay) => {
      const id = setTimeout(call, delay);
      return () => clearTimeout(id);
    },
  };
}
