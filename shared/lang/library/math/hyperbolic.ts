import { exp, expm1 } from './exponential.ts';
import { log, log1p } from './logarithm.ts';
import { high, low } from './words.ts';

const ln2 = Math.LN2;

export function sinh(x: number): number {
  if (!Number.isFinite(x) || x === 0) return x;
  const size = Math.abs(x);
  const h = x < 0 ? -0.5 : 0.5;
  if (size < 22) {
    if (size < 2 ** -28) return x;
    const t = expm1(size);
    if (size < 1) return h * (2 * t - (t * t) / (t + 1));
    return h * (t + t / (t + 1));
  }
  if (size < 709.7822265625) return h * exp(size);
  if (size <= 710.4758600739439) {
    const w = exp(0.5 * size);
    return h * w * w;
  }
  return x * Infinity;
}

export function cosh(x: number): number {
  const ix = high(x) & 0x7fffffff;
  if (!Number.isFinite(x)) return x * x;
  const size = Math.abs(x);
  if (ix < 0x3fd62e43) {
    const t = expm1(size);
    const w = 1 + t;
    return ix < 0x3c800000 ? w : 1 + (t * t) / (w + w);
  }
  if (ix < 0x40360000) {
    const t = exp(size);
    return 0.5 * t + 0.5 / t;
  }
  if (ix < 0x40862e42) return 0.5 * exp(size);
  if (size <= 710.4758600739439) {
    const w = exp(0.5 * size);
    return 0.5 * w * w;
  }
  return Infinity;
}

export function tanh(x: number): number {
  if (Number.isNaN(x) || x === 0) return x;
  const ix = high(x) & 0x7fffffff;
  const size = Math.abs(x);
  let z = 1;
  if (ix < 0x40360000) {
    if (ix < 0x3e300000) return x;
    if (ix >= 0x3ff00000) z = 1 - 2 / (expm1(2 * size) + 2);
    else {
      const t = expm1(-2 * size);
      z = -t / (t + 2);
    }
  }
  return x < 0 ? -z : z;
}

export function asinh(x: number): number {
  const ix = high(x) & 0x7fffffff;
  if (ix >= 0x7ff00000 || ix < 0x3e300000) return x;
  const size = Math.abs(x);
  let w: number;
  if (ix > 0x41b00000) w = log(size) + ln2;
  else if (ix > 0x40000000) w = log(2 * size + 1 / (Math.sqrt(x * x + 1) + size));
  else {
    const t = x * x;
    w = log1p(size + t / (1 + Math.sqrt(1 + t)));
  }
  return x > 0 ? w : -w;
}

export function acosh(x: number): number {
  const hx = high(x);
  if (hx < 0x3ff00000) return Number.NaN;
  if (hx >= 0x41b00000) return hx >= 0x7ff00000 ? x + x : log(x) + ln2;
  if (hx === 0x3ff00000 && low(x) === 0) return 0;
  const t = x * x;
  if (hx > 0x40000000) return log(2 * x - 1 / (x + Math.sqrt(t - 1)));
  const d = x - 1;
  return log1p(d + Math.sqrt(2 * d + d * d));
}

export function atanh(x: number): number {
  const size = Math.abs(x);
  if (!(size <= 1)) return Number.NaN;
  if (size === 1) return x * Infinity;
  const ix = high(x) & 0x7fffffff;
  if (ix < 0x3e300000) return x;
  let t: number;
  if (ix < 0x3fe00000) {
    t = size + size;
    t = 0.5 * log1p(t + (t * size) / (1 - size));
  } else t = 0.5 * log1p((size + size) / (1 - size));
  return x < 0 ? -t : t;
}
