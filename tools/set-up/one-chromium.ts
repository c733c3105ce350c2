import { chromium, type LaunchOptions } from 'playwright-core';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the Chromium of all browser tests is reached. */
    readonly chromium: string;
  }
}

/** How Chromium is started; it draws without WebGL unless told otherwise. */
export function chromiumOptions(drawing: readonly string[] = ['--use-gl=disabled']): LaunchOptions {
  return {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', ...drawing],
  };
}

/** Starts the one Chromium that all files of browser tests share; they find it by its address. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await chromium.launchServer(chromiumOptions());
  project.provide('chromium', server.wsEndpoint());
  return () => server.close();
}
