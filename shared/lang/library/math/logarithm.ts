import { high, low, withHigh } from './words.ts';

const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;
const L = [
  0.6666666666666735, 0.3999999999940942, 0.2857142874366239, 0.22222198432149784,
  0.1818357216161805, 0.15313837699209373, 0.14798198605116586,
] as const;

/** A logarithm of a positive, finite number `x` · 2^`shift` with upper word `hx`. */
type OfPositive = (x: number, hx: number, shift: number) => number;

/** The same of any number. What is subnormal comes multiplied by 2⁵⁴, with a shift of −54. */
function ofAny(logarithm: OfPositive): (value: number) => number {
  return (value) => {
    let x = value;
    let hx = high(x);
    let shift = 0;
    if (hx < 0x00100000) {
      if (((hx & 0x7fffffff) | low(x)) === 0) return -Infinity;
      if (hx < 0) return Number.NaN;
      shift = -54;
      x *= 2 ** 54;
      hx = high(x);
    }
    return hx >= 0x7ff00000 ? x + x : logarithm(x, hx, shift);
  };
}

/** A logarithm of 2^`k` · (1 + `f`) with 1 + f between √½ and √2; `bits` are its upper 20 bits. */
type OfFraction = (f: number, k: number, bits: number) => number;

/** The same of any number. */
function byFraction(logarithm: OfFraction): (value: number) => number {
  return ofAny((x, hx, shift) => {
    const bits = hx & 0x000fffff;
    const i = (bits + 0x95f64) & 0x100000;
    const f = withHigh(x, bits | (i ^ 0x3ff00000)) - 1;
    return logarithm(f, shift + (hx >> 20) - 1023 + (i >> 20), bits);
  });
}

/** The two halves of the series in z = s² and w = z², where s = f / (2 + f). */
const oddTerms = (w: number): number => w * (L[1] + w * (L[3] + w * L[5]));
const evenTerms = (z: number, w: number): number => z * (L[0] + w * (L[2] + w * (L[4] + w * L[6])));

export const log = byFraction((f, k, bits) => {
  if ((0x000fffff & (2 + bits)) < 3) return nearOne(f, k);
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const r = evenTerms(z, w) + oddTerms(w);
  if (((bits - 0x6147a) | (0x6b851 - bits)) > 0) {
    const half = 0.5 * f * f;
    if (k === 0) return f - (half - s * (half + r));
    return k * ln2High - (half - (s * (half + r) + k * ln2Low) - f);
  }
  if (k === 0) return f - s * (f - r);
  return k * ln2High - (s * (f - r) - k * ln2Low - f);
});

/** log(1 + f) + k · ln 2 for |f| below 2⁻²⁰. */
function nearOne(f: number, k: number): number {
  if (f === 0) return k === 0 ? 0 : k * ln2High + k * ln2Low;
  const r = f * f * (0.5 - 0.3333333333333333 * f);
  if (k === 0) return f - r;
  return k * ln2High - (r - k * ln2Low - f);
}

export function log1p(x: number): number {
  const hx = high(x);
  const ax = hx & 0x7fffffff;
  let k = 1;
  let f = 0;
  let hu = 1;
  let c = 0;
  if (hx < 0x3fda827a) {
    if (ax >= 0x3ff00000) return x === -1 ? -Infinity : Number.NaN;
    if (ax < 0x3e200000) return ax < 0x3c900000 ? x : x - x * x * 0.5;
    if (hx > 0 || hx <= (0xbfd2bec4 | 0)) {
      k = 0;
      f = x;
    }
  }
  if (hx >= 0x7ff00000) return x + x;
  if (k !== 0) {
    let u: number;
    if (hx < 0x43400000) {
      u = 1 + x;
      hu = high(u);
      k = (hu >> 20) - 1023;
      c = (k > 0 ? 1 - (u - x) : x - (u - 1)) / u;
    } else {
      u = x;
      hu = high(u);
      k = (hu >> 20) - 1023;
    }
    hu &= 0x000fffff;
    if (hu < 0x6a09e) u = withHigh(u, hu | 0x3ff00000);
    else {
      k += 1;
      u = withHigh(u, hu | 0x3fe00000);
      hu = (0x00100000 - hu) >> 2;
    }
    f = u - 1;
  }
  const half = 0.5 * f * f;
  if (hu === 0) {
    if (f === 0) return k === 0 ? 0 : k * ln2High + (c + k * ln2Low);
    const r = half * (1 - 0.6666666666666666 * f);
    return k === 0 ? f - r : k * ln2High - (r - (k * ln2Low + c) - f);
  }
  const s = f / (2 + f);
  const z = s * s;
  const r = z * (L[0] + z * (L[1] + z * (L[2] + z * (L[3] + z * (L[4] + z * (L[5] + z * L[6]))))));
  if (k === 0) return f - (half - s * (half + r));
  return k * ln2High - (half - (s * (half + r) + (k * ln2Low + c)) - f);
}

const log10Of2High = 0.30102999566361177;
const log10Of2Low = 3.694239077158931e-13;
const inverseLn10 = Math.LOG10E;

export const log10 = ofAny((x, hx, shift) => {
  const k = shift + (hx >> 20) - 1023;
  const i = k < 0 ? 1 : 0;
  const y = k + i;
  const fraction = withHigh(x, (hx & 0x000fffff) | ((0x3ff - i) << 20));
  return y * log10Of2Low + inverseLn10 * log(fraction) + y * log10Of2High;
});

const inverseLn2High = 1.4426950407214463;
const inverseLn2Low = 1.6751713164886512e-10;

/** log(1 + f) − f + f²/2, for the logarithm to base 2. */
function tail(f: number): number {
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  return s * (0.5 * f * f + oddTerms(w) + evenTerms(z, w));
}

export const log2 = byFraction((f, k) => {
  const half = 0.5 * f * f;
  const upper = withHigh(0, high(f - half));
  const lower = f - upper - half + tail(f);
  const sum = upper * inverseLn2High;
  const whole = k + sum;
  const rest = (lower + upper) * inverseLn2Low + lower * inverseLn2High + (k - whole + sum);
  return rest + whole;
});
