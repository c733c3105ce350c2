import { effect } from '@preact/signals';
import type { Stage } from '../stage/index.ts';
import { reducedMotion } from './motion.ts';
import { theme } from './theme.ts';

/**
 * Loads the drawn field into a host and keeps it in step with theme and reduced motion. `ready` gets
 * the stage, or `failed` when it could not be loaded. Answers how to take it away again.
 */
export function openStage(host: HTMLElement, ready: (stage: Stage | 'failed') => void): () => void {
  let stage: Stage | null = null;
  let gone = false;
  const stopMotion = effect(() => {
    const still = reducedMotion.value;
    stage?.setReducedMotion(still);
  });
  const stopTheme = effect(() => {
    const wanted = theme.value;
    stage?.setTheme(wanted);
  });
  const load = async (): Promise<void> => {
    try {
      const { createStage } = await import('../stage/index.ts');
      if (gone) return;
      const made = await createStage(host, {
        theme: theme.peek(),
        reducedMotion: reducedMotion.peek(),
      });
      if (gone) {
        made.destroy();
        return;
      }
      stage = made;
      made.setTheme(theme.peek());
      made.setReducedMotion(reducedMotion.peek());
      ready(made);
    } catch (error) {
      reportError(error);
      if (!gone) ready('failed');
    }
  };
  void load();
  return () => {
    gone = true;
    stopMotion();
    stopTheme();
    stage?.destroy();
  };
}
