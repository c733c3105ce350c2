import { expect } from 'vitest';
import { check, type Findings } from './check.ts';
import type { World } from './world.ts';

/** True for the whole of it, false for the selection that `npm test` runs. */
export const full = process.env.FAULTS === 'full';

/** Checks a world that has come to its end, says in one line what was found, and insists on it. */
export async function checked(world: World, fault: string): Promise<Findings> {
  const found = await check(world);
  const { letters, turns, lost, doubled, longestGap, longestBreak, gapAt, breakAt } = found;
  console.log(
    `${fault}: ${world.tables.length} rooms, ${letters} letters, ${turns} turns; lost ${lost}, ` +
      `doubled ${doubled}, longest gap ${longestGap} ms (${gapAt}), ` +
      `longest break ${Math.round(longestBreak)} ms (${breakAt})`,
  );
  expect(found.wrong).toEqual([]);
  expect({ lost, doubled }).toEqual({ lost: 0, doubled: 0 });
  expect(letters).toBeGreaterThan(0);
  return found;
}

/** How long people are without their room at most, however a process ends. Milliseconds. */
const longestBreakBorne = 5000;

/**
 * Insists that turns and people were back in time. Only where faults are measured: `npm test` also runs
 * on machines that are busy with other things, and says the figures without judging them.
 */
export function insistOnTime(world: World, { longestGap, longestBreak }: Findings): void {
  if (!full) return;
  expect(longestGap).toBeLessThanOrEqual(2 * world.settings.turnTime);
  expect(longestBreak).toBeLessThanOrEqual(longestBreakBorne);
}
