import { parseArgs } from 'node:util';

/** What every benchmark understands, and numbers of its own. */
export interface BenchArguments<Name extends string> {
  readonly json: boolean;
  readonly full: boolean;
  /** Names of the servers to measure; null for all of them. */
  readonly only: readonly string[] | null;
  readonly numbers: Readonly<Record<Name, number>>;
}

/** Figures that nobody has named: those of the short form and of the long one. */
export interface BenchDefaults<Name extends string> {
  readonly quick: Readonly<Record<Name, number>>;
  readonly full: Readonly<Record<Name, number>>;
  /** Servers that `--only` may choose from, in benchmarks that know it. */
  readonly servers?: readonly string[];
  /** Numbers that may be 0, beside those that are 0 where nobody names them. */
  readonly mayBeNone?: readonly NoInfer<Name>[];
}

/** Reads a command line; throws an error with words for whoever wrote it. */
export function readArguments<Name extends string>(
  words: readonly string[],
  { quick, full, servers = [], mayBeNone = [] }: BenchDefaults<Name>,
): BenchArguments<Name> {
  const names = Object.keys(quick) as Name[];
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...words],
    options: {
      json: { type: 'boolean' },
      full: { type: 'boolean' },
      ...(servers.length > 0 ? { only: text } : {}),
      ...Object.fromEntries(names.map((name) => [name, text])),
    },
  });
  const given = values as Readonly<Record<string, string | boolean | undefined>>;
  const numbers: Record<Name, number> = { ...(given.full === true ? full : quick) };
  for (const name of names) {
    const value = given[name];
    if (typeof value !== 'string') continue;
    const least = quick[name] === 0 || mayBeNone.includes(name) ? 0 : Number.MIN_VALUE;
    const number = value.trim() === '' ? Number.NaN : Number(value);
    if (!Number.isFinite(number) || number < least) {
      const kind = least === 0 ? 'a number, 0 or more' : 'a number above 0';
      throw new Error(`--${name} must be ${kind}, not '${value}'`);
    }
    numbers[name] = number;
  }
  const only = typeof given.only === 'string' ? given.only.split(',') : null;
  const unknown = only?.find((name) => !servers.includes(name));
  if (unknown !== undefined) {
    throw new Error(`--only knows ${servers.join(', ')}, and no '${unknown}'`);
  }
  return { json: given.json === true, full: given.full === true, only, numbers };
}

/** Reads the command line of this process; what cannot be read ends it with words. */
export function benchArguments<Name extends string>(
  defaults: BenchDefaults<Name>,
): BenchArguments<Name> {
  try {
    return readArguments(process.argv.slice(2), defaults);
  } catch (error) {
    const { quick, full, servers } = defaults;
    const numbers = (Object.keys(quick) as Name[]).map((name) =>
      quick[name] === full[name]
        ? `  --${name} N  (${quick[name]})`
        : `  --${name} N  (${quick[name]}, with --full ${full[name]})`,
    );
    const lines = [
      error instanceof Error ? error.message : String(error),
      'What can be said:',
      '  --json  one JSON object instead of a table',
      '  --full  the long form',
      ...(servers === undefined ? [] : [`  --only NAMES  of ${servers.join(',')}`]),
      ...numbers,
    ];
    console.error(lines.join('\n'));
    return process.exit(2);
  }
}
