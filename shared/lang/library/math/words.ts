/**
 * The functions of this folder follow Sun's freely distributable library (fdlibm), whose results
 * are fixed by IEEE additions and multiplications alone, so that every engine gives the same (L5).
 */
const doubles = new Float64Array(1);
const words = new Uint32Array(doubles.buffer);
doubles[0] = 1;
const highWord = words[1] === 0x3ff00000 ? 1 : 0;
const lowWord = 1 - highWord;

/** Sign, exponent and the upper bits, as a signed integer. */
export function high(x: number): number {
  doubles[0] = x;
  return (words[highWord] as number) | 0;
}

/** The lower 32 bits. */
export function low(x: number): number {
  doubles[0] = x;
  return words[lowWord] as number;
}

/** The number with another upper word. */
export function withHigh(x: number, word: number): number {
  doubles[0] = x;
  words[highWord] = word;
  return doubles[0];
}

/** The number with the lower word cleared. */
export function cut(x: number): number {
  doubles[0] = x;
  words[lowWord] = 0;
  return doubles[0];
}

/** A number from both words. */
export function fromWords(upper: number, lower: number): number {
  words[highWord] = upper;
  words[lowWord] = lower;
  return doubles[0] as number;
}

/** x · 2ⁿ, rounded once. */
export function scale(x: number, n: number): number {
  if (n > 1023) return n > 2100 ? x * Infinity : scale(x * 2 ** 1023, n - 1023);
  if (n < -1022) {
    // Two steps, the first exact, so that a subnormal result is rounded only once.
    return n < -2200 ? x * 2 ** -1074 * 2 ** -1074 : scale(x * 2 ** -969, n + 969);
  }
  return x * fromWords((1023 + n) << 20, 0);
}
