import type { Timestamp } from '../../shared/base/ids.ts';
import type { Clock } from '../../shared/room/index.ts';
import { settleTime } from './press-guard.ts';

/** Where a press fell. */
interface Press {
  readonly at: Timestamp;
  readonly x: number;
  readonly y: number;
  /** What was pressed; null where that is not there to be pressed. */
  readonly control: Element | null;
}

/** As far as a finger or a hand wanders between the two presses of a double one. */
const near = 24;

/**
 * Lets the second press of a double one do nothing where the first has put away what it was meant for,
 * a dialog or a card: it would fall on what lay beneath. So for pointers, and for keys, which fall on
 * whatever gets the focus then. Answers how to end it.
 */
export function dropSecondPresses(page: Document, clock: Pick<Clock, 'now'>): () => void {
  const end = new AbortController();
  const options = { capture: true, signal: end.signal };
  let last: Press | null = null;
  let dropped = false;
  const press = (target: EventTarget | null, x: number, y: number): void => {
    const at = clock.now();
    const goesOn =
      last !== null && at - last.at < settleTime && Math.hypot(x - last.x, y - last.y) <= near;
    dropped = goesOn && last !== null && isGone(last.control);
    const control = dropped ? (last?.control ?? null) : controlOf(target);
    last = { at, x, y, control };
  };
  page.addEventListener(
    'pointerdown',
    ({ target, clientX, clientY }) => press(target, clientX, clientY),
    options,
  );
  page.addEventListener(
    'click',
    (event) => {
      // A key has its own press below, and its click is told with 0.
      if (dropped && event.detail > 0) drop(event);
    },
    options,
  );
  page.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      press(event.target, 0, 0);
      if (dropped) drop(event);
    },
    options,
  );
  return () => end.abort();
}

function controlOf(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest('button, a, summary') : null;
}

/** Whether a control was there and is not any more, or is hidden. */
function isGone(control: Element | null): boolean {
  return control !== null && control.getClientRects().length === 0;
}

function drop(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
