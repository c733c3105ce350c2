import { effect, signal } from '@preact/signals';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { MatchId } from '../../../shared/base/ids.ts';
import { anna, RoomStory } from '../../../shared/room/testing/story.ts';
import { clockText } from './clock-text.ts';
import { tickingClock } from './ticking-clock.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

it('R12 during coding time the clock ticks once a second, when its text changes', () => {
  const story = new RoomStory().sits(anna, 'salesforce');
  const state = signal(story.state);
  let offset = 0;
  const clock = tickingClock({ state, serverNow: () => Date.now() + offset });
  let ticks = 0;
  const stopCounting = effect(() => {
    void clock.now.value;
    ticks += 1;
  });
  vi.advanceTimersByTime(5000);
  expect(ticks).toBe(1);

  state.value = story.starts(anna, 'match' as MatchId).state;
  const { phase } = state.value;
  if (phase.kind !== 'coding') throw new Error('not coding');
  const shown = () => clockText(phase.endsAt - clock.now.value);
  const whole = phase.endsAt - Date.now();
  expect(shown()).toBe(clockText(whole));
  for (const passed of [1, 999, 500, 500, 1]) {
    vi.advanceTimersByTime(passed);
    expect(shown()).toBe(clockText(phase.endsAt - Date.now()));
  }
  ticks = 0;
  vi.advanceTimersByTime(10_000);
  expect(ticks).toBe(10);
  // What is typed does not count as time.
  state.value = story.types(anna, 'salesforce', 'p.up();').state;
  expect(ticks).toBe(10);

  // A clock that is found to be wrong is right a second later, even where no time seemed left.
  offset = whole;
  vi.advanceTimersByTime(1000);
  expect(shown()).toBe('0:00');
  offset = -5000;
  vi.advanceTimersByTime(1000);
  expect(shown()).toBe(clockText(phase.endsAt - Date.now() + 5000));

  state.value = story.does({ kind: 'ready', by: anna.id }).state;
  expect(state.value.phase.kind).toBe('running');
  expect(vi.getTimerCount()).toBe(0);
  clock.stop();
  stopCounting();
});
