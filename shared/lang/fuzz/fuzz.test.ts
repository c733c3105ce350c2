import { describe, expect, it } from 'vitest';
import { behaviourHere } from './compare.ts';
import { generateProgram } from './generate.ts';
import { behaviourThere } from '../../../tests/support/host-engine.ts';

/** Programs the tests run, a few at a time; `npm run fuzz` takes any others. */
const groups = Array.from({ length: 15 }, (_, group) =>
  Array.from({ length: 10 }, (_, i) => String(10 * group + i)),
);

describe('L1 random programs', () => {
  it.each(groups)(
    'L1 agree with the host engine in value, error type and log: %s …',
    (...seeds) => {
      let compared = 0;
      for (const seed of seeds) {
        const source = generateProgram(seed);
        const here = behaviourHere(source);
        // What a limit has ended here may exhaust the host.
        const there = here === null ? null : behaviourThere(source);
        if (here === null || there === null) continue;
        compared++;
        expect({ seed, source, ...here }).toEqual({ seed, source, ...there });
      }
      expect(compared).toBeGreaterThan(seeds.length / 2);
    },
  );

  it.each(groups)('L5 do the same when every call of the host suspends them: %s …', (...seeds) => {
    for (const seed of seeds) {
      const source = generateProgram(seed);
      expect({ seed, source, done: behaviourHere(source, true) }).toEqual({
        seed,
        source,
        done: behaviourHere(source),
      });
    }
  });
});
