import { high, low, scale } from './words.ts';

const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;
const inverseLn2 = Math.LOG2E;
const P = [
  0.16666666666666602, -0.0027777777777015593, 0.00006613756321437934, -0.0000016533902205465252,
  4.1381367970572385e-8,
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
    if (x > 709.782712893384) return Infinity;
    if (x < -745.1332191019411) return 0;
  }
  let upper = 0;
  let lower = 0;
  let k = 0;
  if (ix > 0x3fd62e42) {
    if (ix < 0x3ff0a2b2) {
      if (x === 1) return Math.E;
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
  -0.03333333333333313, 0.0015873015872548146, -0.0000793650757867488, 0.000004008217827329362,
  -2.0109921818362437e-7,
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
      if (x > 709.782712893384) return Infinity;
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
