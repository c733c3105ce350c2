import { expect, test } from 'vitest';
import { ClockSync } from './clock-sync.ts';

/** A device: its own time, and the clock of its page, which stands still while the device sleeps. */
function device(): {
  sync: ClockSync;
  wait: (time: number) => void;
  stopPage: (time: number) => void;
} {
  let [page, wall] = [1000, 50_000];
  const clock = { now: () => page, after: () => () => {} };
  return {
    sync: new ClockSync(clock, () => wall),
    wait: (time) => {
      page += time;
      wall += time;
    },
    stopPage: (time) => void (wall += time),
  };
}

test('R12 after a sleep the countdown is right at once, also while the line is not back', () => {
  const { sync, wait, stopPage } = device();
  const measured = sync.measure();
  wait(20);
  measured(90_010);
  expect(sync.serverNow()).toBe(90_020);
  stopPage(60_000);
  wait(500);
  expect(sync.parted).toBe(true);
  expect(sync.serverNow()).toBe(150_520);
  const again = sync.measure();
  wait(20);
  again(150_530);
  expect(sync.parted).toBe(false);
  expect(sync.serverNow()).toBe(150_540);
});

test('R12 a device whose own time is set back believes the server', () => {
  const { sync, wait, stopPage } = device();
  const measured = sync.measure();
  wait(20);
  measured(90_010);
  stopPage(-3_600_000);
  expect(sync.serverNow()).toBe(90_020);
});
