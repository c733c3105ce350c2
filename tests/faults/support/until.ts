import { setTimeout as sleep } from 'node:timers/promises';

/** A condition that takes longer than this never comes. */
const patience = 60_000;

/** Waits for a condition; the error says what was waited for, and `why` what stands in the way. */
export async function until(
  condition: () => boolean | Promise<boolean>,
  what: string,
  why: () => string = () => '',
): Promise<void> {
  const end = Date.now() + patience;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`waited in vain until ${what} ${why()}`);
    await sleep(20);
  }
}
