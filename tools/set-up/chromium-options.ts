import type { LaunchOptions } from 'playwright-core';
import { thisHost } from './host.mjs';
import { placeOf } from './programs.mjs';

/**
 * Each window of Chromium has pages of its own for what its address bar proposes. Nobody sees them here, and
 * they cost more than half of what opening one of our pages does (1.7 against 0.3 s of CPU for an empty one).
 * Of several such switches the last one counts: the others are switched off by Playwright too.
 */
const switchedOff =
  '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,PaintHolding,MediaRouter,OptimizationHints,HttpsUpgrades';

/** The Chromium of this machine. */
export function chromiumPlace(): string {
  return placeOf('chromium', thisHost);
}

/** Draws without WebGL. */
export const withoutWebgl = '--use-gl=disabled';

/** How Chromium is started; it draws without WebGL unless told otherwise. */
export function chromiumOptions(drawing: readonly string[] = [withoutWebgl]): LaunchOptions {
  return {
    executablePath: chromiumPlace(),
    args: ['--no-sandbox', switchedOff, ...drawing],
  };
}
