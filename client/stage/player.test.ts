import { describe, expect, it } from 'vitest';
import { makePlayer, type Pulse } from './player.ts';

/** A pulse whose frames and time are given by hand. */
function handPulse() {
  let time = 0;
  let frames: (() => void)[] = [];
  let timers: { readonly at: number; readonly call: () => void }[] = [];
  const pulse: Pulse = {
    now: () => time,
    onFrame: (call) => {
      frames.push(call);
      return () => {
        frames = frames.filter((other) => other !== call);
      };
    },
    onTime: (call, delay) => {
      const timer = { at: time + delay, call };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
  };
  return {
    pulse,
    frame: (at: number) => {
      time = at;
      const due = frames;
      frames = [];
      for (const call of due) call();
    },
    sleep: (until: number) => {
      time = until;
      for (const { at, call } of timers) if (at <= time) call();
    },
    pending: () => frames.length + timers.length,
  };
}

describe('playing a turn', () => {
  it('draws growing fractions and ends with 1', async () => {
    const hand = handPulse();
    const seen: number[] = [];
    const done = makePlayer(hand.pulse).run(700, (time) => seen.push(time));
    hand.frame(70);
    hand.frame(350);
    hand.frame(710);
    await done;
    expect(seen).toEqual([0, 0.1, 0.5, 1]);
  });

  it('schedules nothing once it is over', async () => {
    const hand = handPulse();
    const done = makePlayer(hand.pulse).run(100, () => undefined);
    expect(hand.pending()).toBe(2);
    hand.frame(101);
    await done;
    expect(hand.pending()).toBe(0);
  });

  it('is ended at once by a newer turn, with its own last frame', async () => {
    const hand = handPulse();
    const player = makePlayer(hand.pulse);
    const seen: string[] = [];
    const first = player.run(700, (time) => seen.push(`first ${time}`));
    hand.frame(70);
    const second = player.run(700, (time) => seen.push(`second ${time}`));
    await first;
    expect(seen).toEqual(['first 0', 'first 0.1', 'first 1', 'second 0']);
    player.finish();
    await second;
    expect(seen.at(-1)).toBe('second 1');
    expect(hand.pending()).toBe(0);
  });

  it('ends in a hidden tab too, where no frames come', async () => {
    const hand = handPulse();
    const seen: number[] = [];
    const done = makePlayer(hand.pulse).run(700, (time) => seen.push(time));
    hand.sleep(2000);
    await done;
    expect(seen).toEqual([0, 1]);
  });
});
