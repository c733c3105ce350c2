import { describe, expect, it } from 'vitest';
import { behaviourHere } from './compare.ts';
import { generateProgram } from './generate.ts';
import { behaviourThere } from '../../../tests/support/host-engine.ts';

/** Contexts of the host's engine take their time when the machine is busy. */
const timeout = 60_000;

/** Programs the tests run; `npm run fuzz` takes any others. */
const seeds = Array.from({ length: 150 }, (_, i) => String(i));

describe('L1 random programs', () => {
  it('L1 agree with the host engine in value, error type and log', { timeout }, () => {
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
  });

  it('L5 do the same when every call of the host suspends them', { timeout }, () => {
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
