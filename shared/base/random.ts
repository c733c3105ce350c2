/**
 * Seeded random numbers: the same seed and purpose give the same numbers in every engine, since
 * only 32-bit integer operations are used. Not for secrets.
 */
export interface Random {
  /** The next 32 random bits as an integer from 0 to 2³²−1. */
  bits(): number;
  /** An integer from 0 to `below` − 1, every one equally likely; `below` from 1 to 2³². */
  integer(below: number): number;
  /** A number from 0 (included) to 1 (excluded) with 53 random bits. */
  fraction(): number;
  /** The items in random order, as a new array (Fisher–Yates). */
  shuffle<T>(items: readonly T[]): T[];
}

/**
 * A stream of random numbers keyed by a seed and a purpose, so that drawing more numbers for one
 * purpose never shifts those of another.
 */
export function randomStream(seed: string, purpose: string): Random {
  const next = sfc32(...hash128(`${seed} ${purpose}`));
  const integer = (below: number): number => {
    // Numbers above the last whole multiple are drawn again, so that none is favoured.
    const limit = 2 ** 32 - (2 ** 32 % below);
    for (;;) {
      const bits = next();
      if (bits < limit) return bits % below;
    }
  };
  return {
    bits: next,
    integer,
    fraction: () => ((next() >>> 5) * 2 ** 26 + (next() >>> 6)) / 2 ** 53,
    shuffle: (items) => {
      const result = [...items];
      for (let i = result.length - 1; i > 0; i--) {
        const j = integer(i + 1);
        const swapped = result[i] as (typeof result)[number];
        result[i] = result[j] as (typeof result)[number];
        result[j] = swapped;
      }
      return result;
    },
  };
}

/** Four 32-bit words from a text: FNV-1a with four bases, each mixed to spread its bits. */
function hash128(text: string): [number, number, number, number] {
  const word = (basis: number): number => {
    let hash = basis;
    for (let i = 0; i < text.length; i++) {
      hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    }
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    return (hash ^ (hash >>> 16)) >>> 0;
  };
  return [word(0x811c9dc5), word(0x9747b28c), word(0x3c6ef372), word(0x1b873593)];
}

/** Small fast counter generator (sfc32), warmed up by 12 rounds as its author advises. */
function sfc32(a: number, b: number, c: number, d: number): () => number {
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return t >>> 0;
  };
  for (let i = 0; i < 12; i++) next();
  return next;
}
