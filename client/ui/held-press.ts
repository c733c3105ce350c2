import type { Clock } from '../../shared/room/index.ts';
import { settleTime } from './press-guard.ts';

/**
 * Keeps a press that was meant for a button out of the text that has just got the focus from it: a
 * key that is still held, and the second press of a double one. The first other key ends it.
 */
export function heldPress(clock: Pick<Clock, 'now'>): void {
  const until = clock.now() + settleTime;
  const onKey = (event: KeyboardEvent): void => {
    const presses = event.key === 'Enter' || event.key === ' ';
    if (!presses || (!event.repeat && clock.now() >= until)) {
      removeEventListener('keydown', onKey, true);
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  addEventListener('keydown', onKey, true);
}
