import { expect } from 'vitest';
import { check, type Findings } from './check.ts';
import type { World } from './world.ts';

/** True for the whole of it, false for the selection that `npm test` runs. */
export const full = process.env.FAULTS === 'full';

/** Checks a world that has come to its end, says in one line what was found, and insists on it. */
export async function checked(world: World, fault: string): Promise<Findings> {
  const found = await check(world);
  const { letters, turns, lost, doubled, longestGap, longestBreak, gapAt } = found;
  console.log(
    `${fault}: ${world.tables.length} rooms, ${letters} letters, ${turns} turns; lost ${lost}, ` +
      `doubled ${doubled}, longest gap ${longestGap} ms (${gapAt}), longest break ${Math.round(longestBreak)} ms`,
  );
  expect(found.wrong).toEqual([]);
  expect({ lost, doubled }).toEqual({ lost: 0, doubled: 0 });
  expect(letters).toBeGreaterThan(0);
  return found;
}
