import { expect, test } from 'vitest';
import { PressGuard, settleTime } from './press-guard.ts';

/** A button with one meaning that has stood for long. */
function guarded(): { guard: PressGuard; wait: (time: number) => void } {
  let now = 1000;
  const guard = new PressGuard({ now: () => now });
  const wait = (time: number): void => void (now += time);
  guard.means('take seat');
  wait(settleTime);
  return { guard, wait };
}

function press({ guard }: { guard: PressGuard }): boolean {
  guard.begin('pointer');
  return guard.counts('pointer');
}

test('R11 the second click of a double click does nothing once the button means something else', () => {
  const button = guarded();
  expect(press(button)).toBe(true);
  button.wait(80);
  button.guard.means('start');
  button.wait(100);
  expect(press(button)).toBe(false);
  button.wait(settleTime - 101);
  expect(press(button)).toBe(false);
  button.wait(1);
  expect(press(button)).toBe(true);
});

test('a press that began before the meaning changed does nothing, however long it was held', () => {
  const button = guarded();
  button.guard.begin('pointer');
  button.wait(50);
  button.guard.means('ready');
  button.wait(5000);
  expect(button.guard.counts('pointer')).toBe(false);
  expect(press(button)).toBe(true);
});

test('a press without a beginning, as assistive technology makes it, is judged by its end', () => {
  const button = guarded();
  expect(button.guard.counts('key')).toBe(true);
  button.guard.means('start');
  button.wait(settleTime - 1);
  expect(button.guard.counts('key')).toBe(false);
  button.wait(1);
  expect(button.guard.counts('key')).toBe(true);
});

test('a press that was begun and taken elsewhere does not stand against a later one without a pointer', () => {
  const button = guarded();
  button.guard.begin('pointer');
  button.guard.means('ready');
  button.wait(3000);
  expect(button.guard.counts('key')).toBe(true);
});

test('the same meaning said again costs an honest press nothing', () => {
  const button = guarded();
  button.guard.means('take seat');
  expect(button.guard.left()).toBe(0);
  expect(press(button)).toBe(true);
});

test('a button that has just appeared means something new where it stands', () => {
  const guard = new PressGuard({ now: () => 1000 });
  guard.means('give up');
  expect(guard.left()).toBe(settleTime);
  expect(press({ guard })).toBe(false);
});
