import { computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import type { Timestamp } from '../../../shared/base/ids.ts';
import type { RoomClient } from '../../net/index.ts';
import { untilNextSecond } from './clock-text.ts';

/** The server's clock as a signal. During coding time it ticks when the seconds that are left change. */
export function tickingClock(client: Pick<RoomClient, 'state' | 'serverNow'>): {
  readonly now: ReadonlySignal<Timestamp>;
  readonly stop: () => void;
} {
  const now = signal(client.serverNow());
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = computed(() => {
    const phase = client.state.value?.phase;
    return phase?.kind === 'coding' ? phase.endsAt : null;
  });
  const tick = (): void => {
    now.value = client.serverNow();
    timer = setTimeout(tick, untilNextSecond((end.peek() ?? 0) - now.peek()));
  };
  const stopWatching = effect(() => {
    clearTimeout(timer);
    if (end.value !== null) tick();
  });
  return {
    now,
    stop: () => {
      stopWatching();
      clearTimeout(timer);
    },
  };
}
