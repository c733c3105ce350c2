import { high, low, withHigh } from './words.ts';

const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;
const L = [
  0.6666666666666735, 0.3999999999940942, 0.2857142874366239, 0.22222198432149784,
  0.1818357216161805, 0.15313837699209373, 0.14798198605116586,
] as const;

export function log(value: number): number {
  let x = value;
  let hx = high(x);
  let k = 0;
  if (hx < 0x00100000) {
    if (((hx & 0x7fffffff) | low(x)) === 0) return -Infinity;
    if (hx < 0) return Number.NaN;
    k -= 54;
    x *= 2 ** 54;
    hx = high(x);
  }
  if (hx >= 0x7ff00000) return x + x;
  k += (hx >> 20) - 1023;
  hx &= 0x000fffff;
  let i = (hx + 0x95f64) & 0x100000;
  x = withHigh(x, hx | (i ^ 0x3ff00000));
  k += i >> 20;
  const f = x - 1;
  if ((0x000fffff & (2 + hx)) < 3) return nearOne(f, k);
  const s = f / (2 + f);
  const z = s * s;
  i = hx - 0x6147a;
  const w = z * z;
  const j = 0x6b851 - hx;
  const t1 = w * (L[1] + w * (L[3] + w * L[5]));
  const t2 = z * (L[0] + w * (L[2] + w * (L[4] + w * L[6])));
  const r = t2 + t1;
  if ((i | j) > 0) {
    const half = 0.5 * f * f;
    if (k === 0) return f - (half - s * (half + r));
    return k * ln2High - (half - (s * (half + r) + k * ln2Low) - f);
  }
  if (k === 0) return f - s * (f - r);
  return k * ln2High - (s * (f - r) - k * ln2Low - f);
}

/** log(1 + f) + k · ln 2 for |f| below 2⁻²⁰. */
function nearOne(f: number, k: number): number {
  if (f === 0) return k === 0 ? 0 : k * ln2High + k * ln2Low;
  const r = f * f * (0.5 - 0.3333333333333333 * f);
  if (k === 0) return f - r;
  return k * ln2High - (r - k * ln2Low - f);
}

const M = [
  0.6666666666666735, 0.3999999999940942, 0.2857142874366239, 0.22222198432149784,
  0.1818357216161805, 0.15313837699209373, 0.14798198605116586,
] as const;

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
  const r = z * (M[0] + z * (M[1] + z * (M[2] + z * (M[3] + z * (M[4] + z * (M[5] + z * M[6]))))));
  if (k === 0) return f - (half - s * (half + r));
  return k * ln2High - (half - (s * (half + r) + (k * ln2Low + c)) - f);
}

const log10Of2High = 0.30102999566361177;
const log10Of2Low = 3.694239077158931e-13;
const inverseLn10 = Math.LOG10E;

export function log10(value: number): number {
  let x = value;
  let hx = high(x);
  let k = 0;
  if (hx < 0x00100000) {
    if (((hx & 0x7fffffff) | low(x)) === 0) return -Infinity;
    if (hx < 0) return Number.NaN;
    k -= 54;
    x *= 2 ** 54;
    hx = high(x);
  }
  if (hx >= 0x7ff00000) return x + x;
  if (hx === 0x3ff00000 && low(x) === 0) return 0;
  k += (hx >> 20) - 1023;
  const i = k < 0 ? 1 : 0;
  x = withHigh(x, (hx & 0x000fffff) | ((0x3ff - i) << 20));
  const y = k + i;
  return y * log10Of2Low + inverseLn10 * log(x) + y * log10Of2High;
}

const inverseLn2High = 1.4426950407214463;
const inverseLn2Low = 1.6751713164886512e-10;

/** log(1 + f) − f + f²/2, for the logarithm to base 2. */
function tail(f: number): number {
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const t1 = w * (L[1] + w * (L[3] + w * L[5]));
  const t2 = z * (L[0] + w * (L[2] + w * (L[4] + w * L[6])));
  return s * (0.5 * f * f + t1 + t2);
}

export function log2(value: number): number {
  let x = value;
  let hx = high(x);
  let k = 0;
  if (hx < 0x00100000) {
    if (((hx & 0x7fffffff) | low(x)) === 0) return -Infinity;
    if (hx < 0) return Number.NaN;
    k -= 54;
    x *= 2 ** 54;
    hx = high(x);
  }
  if (hx >= 0x7ff00000) return x + x;
  if (hx === 0x3ff00000 && low(x) === 0) return 0;
  k += (hx >> 20) - 1023;
  hx &= 0x000fffff;
  const i = (hx + 0x95f64) & 0x100000;
  x = withHigh(x, hx | (i ^ 0x3ff00000));
  k += i >> 20;
  const f = x - 1;
  const half = 0.5 * f * f;
  const r = tail(f);
  const upper = withHigh(0, high(f - half));
  const lower = f - upper - half + r;
  let sum = upper * inverseLn2High;
  let rest = (lower + upper) * inverseLn2Low + lower * inverseLn2High;
  const w = k + sum;
  rest += k - w + sum;
  sum = w;
  return rest + sum;
}
