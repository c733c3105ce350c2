import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files whose tests wait the most: who begins with them waits for nobody in the end. */
const longest = /(poor-line|redis-old-replays|workers)\.test\.ts$/;

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = (file: TestSpecification): boolean => longest.test(file.moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

/** Files that `npm test` leaves out where a program is missing that they start. */
const leftOut = (process.env.TESTS_LEFT_OUT ?? '').split(',').filter(Boolean);

/** What takes minutes stands in files of its own: `npm test` runs the others. */
const long = process.env.FAULTS === 'full' ? [] : ['tests/faults/**/*.full.test.ts'];

/**
 * unit: pure functions and stores, beside the code they test. system: whole servers and processes
 * without a browser. browser: real pages in headless Chromium; faults: real processes on a real Redis
 * that are killed and stopped while matches are played (both need `npm run build` first).
 */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    sequence: { sequencer: LongestFirst },
    // What one suite has translated the next one need not: 20 of 270 s of CPU.
    experimental: { fsModuleCache: true, fsModuleCachePath: '.cache/vitest' },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{shared,client,server,tools}/**/*.test.{ts,tsx}'],
          exclude: leftOut,
          // Loading the language anew for each file would take longer than most of the tests.
          pool: 'threads',
          isolate: false,
          maxWorkers: 2,
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'system',
          include: ['tests/system/**/*.test.ts'],
          exclude: leftOut,
          // They wait for processes most of the time.
          maxWorkers: 3,
          isolate: false,
          sequence: { groupOrder: 1 },
          // Longer than any wait in them, so that the wait says what did not come.
          testTimeout: 150_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          exclude: leftOut,
          // Loading server and language for each file would take longer than many of the tests.
          isolate: false,
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
          // Longer than any wait in them, however busy the machine is.
          testTimeout: 240_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'faults',
          include: ['tests/faults/**/*.test.ts'],
          exclude: [...leftOut, ...long],
          testTimeout: 240_000,
          hookTimeout: 60_000,
          isolate: false,
          fileParallelism: false,
        },
      },
    ],
  },
});
