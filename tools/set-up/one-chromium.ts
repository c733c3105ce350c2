import { chromium, type LaunchOptions } from 'playwright-core';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the Chromium of all browser tests is reached. */
    readonly chromium: string;
  }
}

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

/** Starts the one Chromium that all files of browser tests share; they find it by its address. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await chromium.launchServer(chromiumOptions());
  project.provide('chromium', server.wsEndpoint());
  return () => server.close();
}
