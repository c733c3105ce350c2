import { expect, test, vi } from 'vitest';
import { watchPrimary } from './worker.ts';

test('A14 a worker that has lost its primary is told so, once', () => {
  vi.useFakeTimers();
  try {
    let parent = 70;
    let told = 0;
    watchPrimary(
      () => (told += 1),
      () => parent,
    );
    vi.advanceTimersByTime(5000);
    expect(told).toBe(0);
    parent = 1;
    vi.advanceTimersByTime(5000);
    expect(told).toBe(1);
  } finally {
    vi.useRealTimers();
  }
});
