import { cut, high, low } from './words.ts';

const pio2High = Math.PI / 2;
const pio2Low = 6.123233995736766e-17;
const pio4High = Math.PI / 4;

const P = [
  0.16666666666666666, -0.3255658186224009, 0.20121253213486293, -0.04005553450067941,
  0.0007915349942898145, 0.00003479331075960212,
] as const;
const Q = [
  -2.403394911734414, 2.0209457602335057, -0.6882839716054533, 0.07703815055590194,
] as const;

function ratio(t: number): number {
  const p = t * (P[0] + t * (P[1] + t * (P[2] + t * (P[3] + t * (P[4] + t * P[5])))));
  return p / (1 + t * (Q[0] + t * (Q[1] + t * (Q[2] + t * Q[3]))));
}

export function asin(x: number): number {
  const hx = high(x);
  const ix = hx & 0x7fffffff;
  if (ix >= 0x3ff00000) {
    if (((ix - 0x3ff00000) | low(x)) === 0) return x * pio2High + x * pio2Low;
    return Number.NaN;
  }
  if (ix < 0x3fe00000) {
    if (ix < 0x3e400000) return x;
    return x + x * ratio(x * x);
  }
  const t = (1 - Math.abs(x)) * 0.5;
  const s = Math.sqrt(t);
  const r = ratio(t);
  let value: number;
  if (ix >= 0x3fef3333) value = pio2High - (2 * (s + s * r) - pio2Low);
  else {
    const w = cut(s);
    const c = (t - w * w) / (s + w);
    const p = 2 * s * r - (pio2Low - 2 * c);
    value = pio4High - (p - (pio4High - 2 * w));
  }
  return hx > 0 ? value : -value;
}

export function acos(x: number): number {
  const hx = high(x);
  const ix = hx & 0x7fffffff;
  if (ix >= 0x3ff00000) {
    if (((ix - 0x3ff00000) | low(x)) !== 0) return Number.NaN;
    return hx > 0 ? 0 : Math.PI + 2 * pio2Low;
  }
  if (ix < 0x3fe00000) {
    if (ix <= 0x3c600000) return pio2High + pio2Low;
    return pio2High - (x - (pio2Low - x * ratio(x * x)));
  }
  if (hx < 0) {
    const t = (1 + x) * 0.5;
    const s = Math.sqrt(t);
    return Math.PI - 2 * (s + (ratio(t) * s - pio2Low));
  }
  const t = (1 - x) * 0.5;
  const s = Math.sqrt(t);
  const d = cut(s);
  const c = (t - d * d) / (s + d);
  return 2 * (d + (ratio(t) * s + c));
}

const angleHigh = [0.4636476090008061, Math.PI / 4, 0.982793723247329, Math.PI / 2] as const;
const angleLow = [
  2.2698777452961687e-17, 3.061616997868383e-17, 1.3903311031230998e-17, 6.123233995736766e-17,
] as const;
const A = [
  0.3333333333333293, -0.19999999999876483, 0.14285714272503466, -0.11111110405462356,
  0.09090887133436507, -0.0769187620504483, 0.06661073137387531, -0.058335701337905735,
  0.049768779946159324, -0.036531572744216916, 0.016285820115365782,
] as const;

export function atan(value: number): number {
  let x = value;
  const hx = high(x);
  const ix = hx & 0x7fffffff;
  if (ix >= 0x44100000) {
    if (Number.isNaN(x)) return x;
    return hx > 0 ? angleHigh[3] + angleLow[3] : -angleHigh[3] - angleLow[3];
  }
  let id = -1;
  if (ix < 0x3fdc0000) {
    if (ix < 0x3e400000) return x;
  } else {
    x = Math.abs(x);
    if (ix < 0x3fe60000) {
      id = 0;
      x = (2 * x - 1) / (2 + x);
    } else if (ix < 0x3ff30000) {
      id = 1;
      x = (x - 1) / (x + 1);
    } else if (ix < 0x40038000) {
      id = 2;
      x = (x - 1.5) / (1 + 1.5 * x);
    } else {
      id = 3;
      x = -1 / x;
    }
  }
  const z = x * x;
  const w = z * z;
  const odd = z * (A[0] + w * (A[2] + w * (A[4] + w * (A[6] + w * (A[8] + w * A[10])))));
  const even = w * (A[1] + w * (A[3] + w * (A[5] + w * (A[7] + w * A[9]))));
  if (id < 0) return x - x * (odd + even);
  const result = (angleHigh[id] as number) - (x * (odd + even) - (angleLow[id] as number) - x);
  return hx < 0 ? -result : result;
}

const pi = Math.PI;
const piLow = 1.2246467991473532e-16;

export function atan2(y: number, x: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  if (x === 1) return atan(y);
  const negativeY = y < 0 || Object.is(y, -0);
  const negativeX = x < 0 || Object.is(x, -0);
  if (y === 0) {
    if (!negativeX) return y;
    return negativeY ? -pi : pi;
  }
  if (x === 0) return negativeY ? -pi / 2 : pi / 2;
  if (!Number.isFinite(x)) return atInfinity(y, negativeX, negativeY);
  if (!Number.isFinite(y)) return negativeY ? -pi / 2 : pi / 2;
  const k = ((high(y) & 0x7fffffff) - (high(x) & 0x7fffffff)) >> 20;
  let z: number;
  if (k > 60) z = pi / 2 + 0.5 * piLow;
  else if (x < 0 && k < -60) z = 0;
  else z = atan(Math.abs(y / x));
  if (k > 60) return negativeY ? -z : z;
  if (!negativeX) return negativeY ? -z : z;
  return negativeY ? z - piLow - pi : pi - (z - piLow);
}

function atInfinity(y: number, negativeX: boolean, negativeY: boolean): number {
  let angle = negativeX ? pi : 0;
  if (!Number.isFinite(y)) angle = negativeX ? 3 * (pi / 4) : pi / 4;
  return negativeY ? -angle : angle;
}
