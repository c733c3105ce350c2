import { parseArgs } from 'node:util';

/** What every benchmark understands, and numbers of its own. */
export interface BenchArguments<Name extends string> {
  readonly json: boolean;
  readonly full: boolean;
  readonly only: string | null;
  readonly numbers: Readonly<Record<Name, number>>;
}

/** Reads the command line; `quick` and `full` give the numbers nobody has named. */
export function benchArguments<Name extends string>(
  quick: Readonly<Record<Name, number>>,
  full: Readonly<Record<Name, number>>,
): BenchArguments<Name> {
  const names = Object.keys(quick) as Name[];
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      full: { type: 'boolean', default: false },
      only: { type: 'string' },
      ...Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
    },
  });
  const given = values as Readonly<Record<string, string | boolean | undefined>>;
  const numbers: Record<Name, number> = { ...(values.full ? full : quick) };
  for (const name of names) {
    const value = given[name];
    if (value === undefined) continue;
    const number = Number(value);
    if (!Number.isFinite(number) || number < 0) {
      console.error(`--${name} must be a number, not ${value}`);
      process.exit(2);
    }
    numbers[name] = number;
  }
  return {
    json: values.json,
    full: values.full,
    only: typeof values.only === 'string' ? values.only : null,
    numbers,
  };
}
