import { expect, test } from 'vitest';
import { calmAfter, makeBoil, trembleTime } from './boil.ts';

function handTimer() {
  let call: (() => void) | null = null;
  return {
    timer: {
      every: (next: () => void) => {
        call = next;
        return () => (call = null);
      },
    },
    tick: (times: number) => {
      for (let i = 0; i < times; i++) call?.();
    },
    get runs() {
      return call !== null;
    },
  };
}

test('nothing is scheduled before something happens, nor long after it', () => {
  const hand = handTimer();
  let drawn = 0;
  const boil = makeBoil(hand.timer, () => drawn++);
  expect(hand.runs).toBe(false);
  boil.stir();
  expect(hand.runs).toBe(true);
  hand.tick(1000);
  expect(hand.runs).toBe(false);
  expect(drawn).toBe(Math.ceil(calmAfter / trembleTime));
});

test('something new makes it go on', () => {
  const hand = handTimer();
  const boil = makeBoil(hand.timer, () => undefined);
  boil.stir();
  hand.tick(50);
  boil.stir();
  hand.tick(50);
  expect(hand.runs).toBe(true);
});

test('held still it shows the first drawing and schedules nothing', () => {
  const hand = handTimer();
  const boil = makeBoil(hand.timer, () => undefined);
  boil.stir();
  hand.tick(2);
  boil.hold(true);
  expect(boil.count).toBe(0);
  boil.stir();
  expect(hand.runs).toBe(false);
  boil.hold(false);
  boil.stir();
  expect(hand.runs).toBe(true);
});
