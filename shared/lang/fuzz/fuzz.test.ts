import vm from 'node:vm';
import { describe, expect, it } from 'vitest';
import { behaviourHere, tell, type Behaviour } from './compare.ts';
import { generateProgram } from './generate.ts';

/** Runs a program in the host's own engine. */
function behaviourThere(source: string): Behaviour | null {
  const log: string[] = [];
  const context = vm.createContext({
    log: (...args: unknown[]) => {
      log.push(args.map((value) => tell(value)).join(' '));
    },
  });
  try {
    const value: unknown = vm.runInContext(source, context, { timeout: 2000 });
    return { value: tell(value), error: null, log };
  } catch (error) {
    const type = (error as Error | null)?.constructor?.name;
    if (
      type === 'Error' &&
      (error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
    ) {
      return null;
    }
    const isError = vm.runInContext('(e) => e instanceof Error', context) as (
      e: unknown,
    ) => boolean;
    return { value: '', error: isError(error) ? (type ?? '') : 'value', log };
  }
}

const seeds = Number(process.env['LANG_FUZZ_SEEDS'] ?? 200);
const first = Number(process.env['LANG_FUZZ_FIRST'] ?? 0);

describe('L1 random programs behave as in the host engine', () => {
  it(`${seeds} programs agree in value, error type and log`, { timeout: 120_000 }, () => {
    let compared = 0;
    for (let seed = first; seed < first + seeds; seed++) {
      const source = generateProgram(String(seed));
      const here = behaviourHere(source);
      // What a limit has ended here may exhaust the host.
      const there = here === null ? null : behaviourThere(source);
      if (here === null || there === null) continue;
      compared++;
      expect({ seed, source, ...here }).toEqual({ seed, source, ...there });
    }
    expect(compared).toBeGreaterThan(seeds / 2);
  });
});
