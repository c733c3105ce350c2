import type { LaunchOptions } from 'playwright-core';

/**
 * Each window of Chromium has pages of its own for what its address bar proposes. Nobody sees them here, and
 * they cost more than half of what opening one of our pages does (1.7 against 0.3 s of CPU for an empty one).
 * Of several such switches the last one counts: the others are switched off by Playwright too.
 */
const switchedOff =
  '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,PaintHolding,MediaRouter,OptimizationHints,HttpsUpgrades';

/** How Chromium is started; it draws without WebGL unless told otherwise. */
export function chromiumOptions(drawing: readonly string[] = ['--use-gl=disabled']): LaunchOptions {
  return {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', switchedOff, ...drawing],
  };
}
