import { high, low, withHigh } from './words.ts';
import { reduceLarge } from './reduce.ts';

const S = [
  -1.66666666666666324348e-1, 8.33333333332248946124e-3, -1.98412698298579493134e-4,
  2.75573137070700676789e-6, -2.50507602534068634195e-8, 1.58969099521155010221e-10,
] as const;
const C = [
  4.16666666666666019037e-2, -1.38888888888741095749e-3, 2.48015872894767294178e-5,
  -2.75573143513906633035e-7, 2.0875723212981748279e-9, -1.13596475577881948265e-11,
] as const;
const T = [
  3.33333333333334091986e-1, 1.33333333333201242699e-1, 5.39682539762260521377e-2,
  2.18694882948595424599e-2, 8.86323982359930005737e-3, 3.59207910759131235356e-3,
  1.45620945432529025516e-3, 5.88041240820264096874e-4, 2.46463134818469906812e-4,
  7.817944429395570923e-5, 7.14072491382608190305e-5, -1.85586374855275456654e-5,
  2.59073051863633712884e-5,
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

const quarter = 7.85398163397448278999e-1;
const quarterTail = 3.06161699786838301793e-17;

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
  let s = z * x;
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

const pio2 = [1.57079632673412561417, 6.0771005063039659766e-11, 2.0222662487111664558e-21];
const pio2Tail = [
  6.07710050650619224932e-11, 2.02226624879595063154e-21, 8.47842766036889956997e-32,
];

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
  const n = Math.floor(size * 6.36619772367581382433e-1 + 0.5);
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
