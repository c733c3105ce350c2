import { signal, type ReadonlySignal } from '@preact/signals';

const reduced = signal(false);

/** Whether the viewer wants nothing to move that need not. */
export const reducedMotion: ReadonlySignal<boolean> = reduced;

/** Follows what the system says, from now on. */
export function followMotion(system: MediaQueryList): void {
  const follow = (): void => {
    reduced.value = system.matches;
  };
  follow();
  system.addEventListener('change', follow);
}
