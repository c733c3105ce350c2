import { cut, high, low } from './words.ts';

const pio2High = 1.570796326794896558;
const pio2Low = 6.12323399573676603587e-17;
const pio4High = 7.85398163397448278999e-1;

const P = [
  1.66666666666666657415e-1, -3.25565818622400915405e-1, 2.01212532134862925881e-1,
  -4.00555345006794114027e-2, 7.91534994289814532176e-4, 3.4793310759602116757e-5,
] as const;
const Q = [
  -2.40339491173441421878, 2.02094576023350569471, -6.8828397160545329303e-1,
  7.70381505559019352791e-2,
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
    return hx > 0 ? 0 : 3.141592653589793116 + 2 * pio2Low;
  }
  if (ix < 0x3fe00000) {
    if (ix <= 0x3c600000) return pio2High + pio2Low;
    return pio2High - (x - (pio2Low - x * ratio(x * x)));
  }
  if (hx < 0) {
    const t = (1 + x) * 0.5;
    const s = Math.sqrt(t);
    return 3.141592653589793116 - 2 * (s + (ratio(t) * s - pio2Low));
  }
  const t = (1 - x) * 0.5;
  const s = Math.sqrt(t);
  const d = cut(s);
  const c = (t - d * d) / (s + d);
  return 2 * (d + (ratio(t) * s + c));
}

const angleHigh = [
  4.63647609000806093515e-1, 7.85398163397448278999e-1, 9.82793723247329054082e-1,
  1.570796326794896558,
] as const;
const angleLow = [
  2.26987774529616870924e-17, 3.06161699786838301793e-17, 1.39033110312309984516e-17,
  6.12323399573676603587e-17,
] as const;
const A = [
  3.33333333333329318027e-1, -1.99999999998764832476e-1, 1.42857142725034663711e-1,
  -1.1111110405462355788e-1, 9.09088713343650656196e-2, -7.69187620504482999495e-2,
  6.66107313738753120669e-2, -5.83357013379057348645e-2, 4.97687799461593236017e-2,
  -3.6531572744216915527e-2, 1.62858201153657823623e-2,
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

const pi = 3.141592653589793116;
const piLow = 1.2246467991473531772e-16;

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
