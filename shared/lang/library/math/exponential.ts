import { high, low, scale } from './words.ts';

const ln2High = 6.9314718036912381649e-1;
const ln2Low = 1.90821492927058770002e-10;
const inverseLn2 = 1.442695040888963387;
const P = [
  1.66666666666666019037e-1, -2.77777777770155933842e-3, 6.61375632143793436117e-5,
  -1.6533902205465251539e-6, 4.13813679705723846039e-8,
] as const;

export function exp(value: number): number {
  let x = value;
  const hx = high(x);
  const ix = hx & 0x7fffffff;
  const negative = hx < 0;
  if (ix >= 0x40862e42) {
    if (ix >= 0x7ff00000) {
      if (Number.isNaN(x)) return x;
      return negative ? 0 : x;
    }
    if (x > 7.09782712893383973096e2) return Infinity;
    if (x < -7.4513321910194110842e2) return 0;
  }
  let upper = 0;
  let lower = 0;
  let k = 0;
  if (ix > 0x3fd62e42) {
    if (ix < 0x3ff0a2b2) {
      if (x === 1) return 2.71828182845904523536;
      k = negative ? -1 : 1;
    } else k = Math.trunc(inverseLn2 * x + (negative ? -0.5 : 0.5));
    upper = x - k * ln2High;
    lower = k * ln2Low;
    x = upper - lower;
  } else if (ix < 0x3e300000) return 1 + x;
  const t = x * x;
  const c = x - t * (P[0] + t * (P[1] + t * (P[2] + t * (P[3] + t * P[4]))));
  if (k === 0) return 1 - ((x * c) / (c - 2) - x);
  const y = 1 - (lower - (x * c) / (2 - c) - upper);
  return scale(y, k);
}

const Q = [
  -3.33333333333331316428e-2, 1.58730158725481460165e-3, -7.93650757867487942473e-5,
  4.00821782732936239552e-6, -2.01099218183624371326e-7,
] as const;

export function expm1(value: number): number {
  let x = value;
  const negative = high(x) < 0;
  const hx = high(x) & 0x7fffffff;
  if (hx >= 0x4043687a) {
    if (hx >= 0x40862e42) {
      if (hx >= 0x7ff00000) {
        if (((hx & 0xfffff) | low(x)) !== 0) return x;
        return negative ? -1 : x;
      }
      if (x > 7.09782712893383973096e2) return Infinity;
    }
    if (negative) return -1;
  }
  let k = 0;
  let c = 0;
  if (hx > 0x3fd62e42) {
    if (hx < 0x3ff0a2b2) k = negative ? -1 : 1;
    else k = Math.trunc(inverseLn2 * x + (negative ? -0.5 : 0.5));
    const upper = x - k * ln2High;
    const lower = k * ln2Low;
    x = upper - lower;
    c = upper - x - lower;
  } else if (hx < 0x3c900000) return x;
  const half = 0.5 * x;
  const square = x * half;
  const r =
    1 + square * (Q[0] + square * (Q[1] + square * (Q[2] + square * (Q[3] + square * Q[4]))));
  const t = 3 - r * half;
  let e = square * ((r - t) / (6 - x * t));
  if (k === 0) return x - (x * e - square);
  e = x * (e - c) - c - square;
  if (k === -1) return 0.5 * (x - e) - 0.5;
  if (k === 1) return x < -0.25 ? -2 * (e - (x + 0.5)) : 1 + 2 * (x - e);
  if (k <= -2 || k > 56) return scale(1 - (e - x), k) - 1;
  if (k < 20) return scale(1 - 2 ** -k - (e - x), k);
  return scale(x - (e + 2 ** -k) + 1, k);
}
