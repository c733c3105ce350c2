import { effect, signal, type ReadonlySignal } from '@preact/signals';
import type { Timestamp } from '../../../shared/base/ids.ts';
import { dueAt } from '../../../shared/room/index.ts';
import type { RoomClient } from '../../net/index.ts';

/** Often enough that a second is never seen to be long or short. */
const tick = 100;

/** The server's clock as a signal. It ticks only while the room waits for a due time. */
export function tickingClock(client: RoomClient): {
  readonly now: ReadonlySignal<Timestamp>;
  readonly stop: () => void;
} {
  const now = signal(client.serverNow());
  let timer: ReturnType<typeof setInterval> | undefined;
  const stopWatching = effect(() => {
    const state = client.state.value;
    const ticking = state !== null && dueAt(state) !== null;
    now.value = client.serverNow();
    if (ticking && timer === undefined) {
      timer = setInterval(() => {
        now.value = client.serverNow();
      }, tick);
    } else if (!ticking) {
      clearInterval(timer);
      timer = undefined;
    }
  });
  return {
    now,
    stop: () => {
      stopWatching();
      clearInterval(timer);
    },
  };
}
