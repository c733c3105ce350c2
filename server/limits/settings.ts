import { ok, refused, type Result } from '../../shared/base/result.ts';

/** What is new, or open at once, of each kind; `Infinity` for no limit. */
export interface Limits {
  /** What is new from one address: so many at once, and as many again in ten minutes. */
  readonly perAddress: {
    /** Browsers that were never here. */
    readonly people: number;
    /** Connections; no more than this are open at once either. */
    readonly sockets: number;
    readonly rooms: number;
    readonly matches: number;
  };
  /** Connections open at once of one person; rooms and matches as above. */
  readonly perPerson: {
    readonly sockets: number;
    readonly rooms: number;
    readonly matches: number;
  };
  /** At once in one process. */
  readonly inAll: {
    readonly people: number;
    readonly sockets: number;
    readonly rooms: number;
  };
}

/**
 * A company of 300 behind one address, each with a few pages, many with a room of their own and every two
 * of them at a match a minute, meets none of these; a process that serves 20,000 pages weighs about half a gigabyte.
 */
export const usualLimits: Limits = {
  perAddress: { people: 1000, sockets: 3000, rooms: 400, matches: 1500 },
  perPerson: { sockets: 24, rooms: 20, matches: 40 },
  inAll: { people: 20_000, sockets: 20_000, rooms: 10_000 },
};

/** Larger numbers than this mean that nobody wants a limit. */
const largest = 10_000_000;

/**
 * Reads a setting like `people=2500,sockets=6000`: what it does not name stays as `usual` has it; `off`
 * as a number or as the whole setting takes the limit away.
 */
export function readLimits<Kinds extends Readonly<Record<string, number>>>(
  text: string,
  usual: Kinds,
): Result<Kinds, 'bad-limits'> {
  const limits: Record<string, number> = { ...usual };
  const kinds = Object.keys(usual);
  if (text.trim() === '') return ok(usual);
  if (text.trim() === 'off')
    return ok(
      asLimits(
        usual,
        kinds.map((kind) => [kind, Infinity]),
      ),
    );
  for (const part of text.split(',')) {
    const [kind = '', value = '', ...more] = part.split('=').map((word) => word.trim());
    const limit = value === 'off' ? Infinity : /^\d{1,8}$/.test(value) ? Number(value) : NaN;
    if (more.length > 0 || !kinds.includes(kind) || !(limit > 0)) return refused('bad-limits');
    limits[kind] = limit > largest ? Infinity : limit;
  }
  return ok(asLimits(usual, Object.entries(limits)));
}

function asLimits<Kinds extends Readonly<Record<string, number>>>(
  usual: Kinds,
  entries: readonly (readonly [string, number])[],
): Kinds {
  return { ...usual, ...Object.fromEntries(entries) };
}

/** No limit at all: where everybody comes from one address, as in tests and benchmarks. */
export const unlimited: Limits = {
  perAddress: { people: Infinity, sockets: Infinity, rooms: Infinity, matches: Infinity },
  perPerson: { sockets: Infinity, rooms: Infinity, matches: Infinity },
  inAll: { people: Infinity, sockets: Infinity, rooms: Infinity },
};
