import { high, low, withHigh } from './words.ts';
import { reduceLarge } from './reduce.ts';

const S = [
  -0.16666666666666632, 0.00833333333332249, -0.0001984126982985795, 0.0000027557313707070068,
  -2.5050760253406863e-8, 1.58969099521155e-10,
] as const;
const C = [
  0.0416666666666666, -0.001388888888887411, 0.00002480158728947673, -2.7557314351390663e-7,
  2.087572321298175e-9, -1.1359647557788195e-11,
] as const;
const T = [
  0.3333333333333341, 0.13333333333320124, 0.05396825397622605, 0.021869488294859542,
  0.0088632398235993, 0.0035920791075913124, 0.0014562094543252903, 0.0005880412408202641,
  0.0002464631348184699, 0.00007817944429395571, 0.00007140724913826082, -0.000018558637485527546,
  0.00002590730518636337,
] as const;

/** Sine of x + y, |x| up to π/4, y the tail of x. */
function sinKernel(x: number, y: number): number {
  if ((high(x) & 0x7fffffff) < 0x3e400000) return x;
  const z = x * x;
  const v = z * x;
  const r = S[1] + z * (S[2] + z * (S[3] + z * (S[4] + z * S[5])));
  return x - (z * (0.5 * y - v * r) - y - v * S[0]);
}

/** Cosine of x + y. */
function cosKernel(x: number, y: number): number {
  const ix = high(x) & 0x7fffffff;
  if (ix < 0x3e400000) return 1;
  const z = x * x;
  const r = z * (C[0] + z * (C[1] + z * (C[2] + z * (C[3] + z * (C[4] + z * C[5])))));
  if (ix < 0x3fd33333) return 1 - (0.5 * z - (z * r - x * y));
  const qx = ix > 0x3fe90000 ? 0.28125 : withHigh(0, ix - 0x00200000);
  const iz = 0.5 * z - qx;
  return 1 - qx - (iz - (z * r - x * y));
}

const quarter = Math.PI / 4;
const quarterTail = 3.061616997868383e-17;

/** Tangent of x + y, or −1/tan when `inverse`. */
function tanKernel(a: number, b: number, inverse: boolean): number {
  let x = a;
  let y = b;
  const hx = high(x);
  const ix = hx & 0x7fffffff;
  if (ix < 0x3e300000) return tinyTan(x, y, ix, inverse);
  const big = ix >= 0x3fe59428;
  if (big) {
    if (hx < 0) {
      x = -x;
      y = -y;
    }
    x = quarter - x + (quarterTail - y);
    y = 0;
  }
  const z = x * x;
  let w = z * z;
  const odd = T[1] + w * (T[3] + w * (T[5] + w * (T[7] + w * (T[9] + w * T[11]))));
  const even = z * (T[2] + w * (T[4] + w * (T[6] + w * (T[8] + w * (T[10] + w * T[12])))));
  const s = z * x;
  const r = y + z * (s * (odd + even) + y) + T[0] * s;
  w = x + r;
  if (big) {
    const v = inverse ? -1 : 1;
    return (1 - ((hx >> 30) & 2)) * (v - 2 * (x - ((w * w) / (w + v) - r)));
  }
  if (!inverse) return w;
  return negativeReciprocal(x, r, w);
}

function tinyTan(x: number, y: number, ix: number, inverse: boolean): number {
  if ((ix | low(x)) === 0 && inverse) return Infinity;
  if (!inverse) return x;
  return negativeReciprocal(x, y, x + y);
}

/** −1 / (x + r) with w = x + r, more exactly than by one division. */
function negativeReciprocal(x: number, r: number, w: number): number {
  const z = lowCut(w);
  const v = r - (z - x);
  const a = -1 / w;
  const t = lowCut(a);
  const s = 1 + t * z;
  return t + a * (s + t * v);
}

function lowCut(x: number): number {
  return withHigh(0, high(x));
}

const pio2 = [1.5707963267341256, 6.077100506303966e-11, 2.0222662487111665e-21];
const pio2Tail = [6.077100506506192e-11, 2.0222662487959506e-21, 8.4784276603689e-32];

interface Reduced {
  readonly n: number;
  readonly x: number;
  readonly y: number;
}

/** x as n · π/2 plus a remainder of two parts. */
function reduce(x: number): Reduced {
  const ix = high(x) & 0x7fffffff;
  if (ix > 0x413921fb) return reduceLarge(x);
  const size = Math.abs(x);
  const n = Math.floor(size * 0.6366197723675814 + 0.5);
  let r = size - n * (pio2[0] as number);
  let w = n * (pio2Tail[0] as number);
  let y = r - w;
  const exponent = ix >> 20;
  const lost = (): number => exponent - ((high(y) >> 20) & 0x7ff);
  for (let i = 1; i < 3 && lost() > (i === 1 ? 16 : 49); i++) {
    const t = r;
    w = n * (pio2[i] as number);
    r = t - w;
    w = n * (pio2Tail[i] as number) - (t - r - w);
    y = r - w;
  }
  const tail = r - y - w;
  return x < 0 ? { n: -n, x: -y, y: -tail } : { n, x: y, y: tail };
}

/** Up to π/4 no reduction is needed. */
function isSmall(x: number): boolean {
  return (high(x) & 0x7fffffff) <= 0x3fe921fb;
}

export function sin(x: number): number {
  if (isSmall(x)) return sinKernel(x, 0);
  if (!Number.isFinite(x)) return Number.NaN;
  const r = reduce(x);
  const value = (r.n & 1) === 0 ? sinKernel(r.x, r.y) : cosKernel(r.x, r.y);
  return (r.n & 2) === 0 ? value : -value;
}

export function cos(x: number): number {
  if (isSmall(x)) return cosKernel(x, 0);
  if (!Number.isFinite(x)) return Number.NaN;
  const r = reduce(x);
  const value = (r.n & 1) === 0 ? cosKernel(r.x, r.y) : sinKernel(r.x, r.y);
  return ((r.n + 1) & 2) === 0 ? value : -value;
}

export function tan(x: number): number {
  if (isSmall(x)) return tanKernel(x, 0, false);
  if (!Number.isFinite(x)) return Number.NaN;
  const r = reduce(x);
  return tanKernel(r.x, r.y, (r.n & 1) === 1);
}
