import { cut, fromWords, high, low, scale, withHigh } from './words.ts';

const dpHigh = 0.5849624872207642;
const dpLow = 1.350039202129749e-8;
const L = [
  0.5999999999999946, 0.4285714285785502, 0.33333332981837743, 0.272728123808534,
  0.23066074577556175, 0.20697501780033842,
] as const;
const P = [
  0.16666666666666602, -0.0027777777777015593, 0.00006613756321437934, -0.0000016533902205465252,
  4.1381367970572385e-8,
] as const;
const lg2 = Math.LN2;
const lg2High = 0.6931471824645996;
const lg2Low = -1.904654299957768e-9;
const overflow = 8.008566259537294e-17;
const cp = 0.9617966939259756;
const cpHigh = 0.9617967009544373;
const cpLow = -7.028461650952758e-9;
const inverseLn2 = Math.LOG2E;
const inverseLn2High = 1.4426950216293335;
const inverseLn2Low = 1.9259629911266175e-8;

/** Whether a power is of an odd (1), even (2) or no integer (0). */
function parity(y: number): number {
  if (!Number.isInteger(y)) return 0;
  return Math.abs(y) < 2 ** 53 && Math.abs(y) % 2 === 1 ? 1 : 2;
}

/** x ** y. */
export function power(x: number, y: number): number {
  if (y === 0) return 1;
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  const size = Math.abs(x);
  if (!Number.isFinite(y)) {
    if (size === 1) return Number.NaN;
    return size > 1 === y > 0 ? Infinity : 0;
  }
  if (y === 1) return x;
  if (y === 2) return x * x;
  if (y === -1) return 1 / x;
  if (y === 0.5 && x > 0 && x < Infinity) return Math.sqrt(x);
  const odd = x < 0 || Object.is(x, -0) ? parity(y) : 2;
  if (size === 0 || size === 1 || size === Infinity) {
    const value = y < 0 ? 1 / size : size === 1 ? 1 : size;
    if (x === -1 && odd === 0) return Number.NaN;
    return odd === 1 ? -value : value;
  }
  if (odd === 0) return Number.NaN;
  const sign = odd === 1 ? -1 : 1;
  return sign * positivePower(size, y, x);
}

function positivePower(size: number, y: number, x: number): number {
  const ix = high(x) & 0x7fffffff;
  const iy = high(y) & 0x7fffffff;
  let t1: number;
  let t2: number;
  if (iy > 0x41e00000) {
    if (iy > 0x43f00000) {
      if (ix <= 0x3fefffff) return y < 0 ? Infinity : 0;
      return y > 0 ? Infinity : 0;
    }
    if (ix < 0x3fefffff) return y < 0 ? Infinity : 0;
    if (ix > 0x3ff00000) return y > 0 ? Infinity : 0;
    const t = size - 1;
    const w = t * t * (0.5 - t * (0.3333333333333333 - t * 0.25));
    const u = inverseLn2High * t;
    const v = t * inverseLn2Low - w * inverseLn2;
    t1 = cut(u + v);
    t2 = v - (t1 - u);
  } else [t1, t2] = logarithm(size);
  const y1 = cut(y);
  const lower = (y - y1) * t1 + y * t2;
  const upper = y1 * t1;
  const z = lower + upper;
  const j = high(z);
  const i = low(z);
  if (j >= 0x40900000) {
    if (((j - 0x40900000) | i) !== 0 || lower + overflow > z - upper) return Infinity;
  } else if ((j & 0x7fffffff) >= 0x4090cc00) {
    if (((j - (0xc090cc00 | 0)) | i) !== 0 || lower <= z - upper) return 0;
  }
  return exponential(upper, lower, z);
}

/** log2 of a positive number as a sum of two. */
function logarithm(size: number): [number, number] {
  let ax = size;
  let n = 0;
  let ix = high(ax) & 0x7fffffff;
  if (ix < 0x00100000) {
    ax *= 2 ** 53;
    n -= 53;
    ix = high(ax);
  }
  n += (ix >> 20) - 0x3ff;
  const j = ix & 0x000fffff;
  ix = j | 0x3ff00000;
  let k = 0;
  if (j > 0x3988e) {
    if (j < 0xbb67a) k = 1;
    else {
      n += 1;
      ix -= 0x00100000;
    }
  }
  ax = withHigh(ax, ix);
  const bp = k === 0 ? 1 : 1.5;
  let u = ax - bp;
  let v = 1 / (ax + bp);
  const ss = u * v;
  const sHigh = cut(ss);
  let tHigh = fromWords(((ix >> 1) | 0x20000000) + 0x00080000 + (k << 18), 0);
  let tLow = ax - (tHigh - bp);
  const sLow = v * (u - sHigh * tHigh - sHigh * tLow);
  let s2 = ss * ss;
  let r = s2 * s2 * (L[0] + s2 * (L[1] + s2 * (L[2] + s2 * (L[3] + s2 * (L[4] + s2 * L[5])))));
  r += sLow * (sHigh + ss);
  s2 = sHigh * sHigh;
  tHigh = cut(3 + s2 + r);
  tLow = r - (tHigh - 3 - s2);
  u = sHigh * tHigh;
  v = sLow * tHigh + tLow * ss;
  const pHigh = cut(u + v);
  const pLow = v - (pHigh - u);
  const zHigh = cpHigh * pHigh;
  const zLow = cpLow * pHigh + pLow * cp + (k === 0 ? 0 : dpLow);
  const dHigh = k === 0 ? 0 : dpHigh;
  const t1 = cut(zHigh + zLow + dHigh + n);
  return [t1, zLow - (t1 - n - dHigh - zHigh)];
}

/** 2 ** (upper + lower), with z their sum. */
function exponential(upper: number, lower: number, z: number): number {
  let head = upper;
  let n = 0;
  const j = high(z);
  const i = j & 0x7fffffff;
  let k = (i >> 20) - 0x3ff;
  if (i > 0x3fe00000) {
    n = j + (0x00100000 >> (k + 1));
    k = ((n & 0x7fffffff) >> 20) - 0x3ff;
    const t = fromWords(n & ~(0x000fffff >> k), 0);
    n = ((n & 0x000fffff) | 0x00100000) >> (20 - k);
    if (j < 0) n = -n;
    head -= t;
  }
  let t = cut(lower + head);
  const u = t * lg2High;
  const v = (lower - (t - head)) * lg2 + t * lg2Low;
  const sum = u + v;
  const w = v - (sum - u);
  t = sum * sum;
  const t1 = sum - t * (P[0] + t * (P[1] + t * (P[2] + t * (P[3] + t * P[4]))));
  const r = (sum * t1) / (t1 - 2) - (w + sum * w);
  return scale(1 - (r - sum), n);
}

const cubeP = [
  1.87595182427177, -1.8849797954337717, 1.6214297201053545, -0.758397934778766,
  0.14599619288661245,
] as const;

export function cbrt(x: number): number {
  const hx = high(x) & 0x7fffffff;
  if (hx >= 0x7ff00000 || x === 0) return x;
  let word: number;
  if (hx < 0x00100000) {
    word = Math.floor((high(x * 2 ** 54) & 0x7fffffff) / 3) + 696219795;
  } else word = Math.floor(hx / 3) + 715094163;
  let t = fromWords(word | (x < 0 ? 0x80000000 : 0), 0);
  const r = t * t * (t / x);
  t *= cubeP[0] + r * (cubeP[1] + r * cubeP[2]) + r * r * r * (cubeP[3] + r * cubeP[4]);
  // Rounded to 23 bits, so that its square and cube are exact.
  const upper = high(t);
  const lower = low(t);
  const rounded = lower + 0x80000000;
  t = fromWords(upper + (rounded >= 2 ** 32 ? 1 : 0), (rounded % 2 ** 32) & 0xc0000000);
  const s = t * t;
  let q = x / s;
  const w = t + t;
  q = (q - t) / (w + q);
  return t + t * q;
}

/** √(a² + b² + …) with compensated summing, scaled by the largest. */
export function hypot(values: readonly number[]): number {
  let most = 0;
  let nan = false;
  for (const value of values) {
    const size = Math.abs(value);
    if (size === Infinity) return Infinity;
    if (Number.isNaN(size)) nan = true;
    else if (size > most) most = size;
  }
  if (nan) return Number.NaN;
  if (most === 0) return 0;
  let sum = 0;
  let lost = 0;
  for (const value of values) {
    const part = value / most;
    const square = part * part - lost;
    const next = sum + square;
    lost = next - sum - square;
    sum = next;
  }
  return Math.sqrt(sum) * most;
}
