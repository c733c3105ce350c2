/** Bits after the point of the constant below: enough for the largest double. */
const bits = 1300n;
let twoOverPi: bigint | null = null;

/** 2/π as an integer scaled by 2^bits, from Machin's formula in integer arithmetic. */
function constant(): bigint {
  if (twoOverPi !== null) return twoOverPi;
  const one = 1n << (bits + 64n);
  const arctan = (n: bigint): bigint => {
    let sum = 0n;
    let power = one / n;
    for (let k = 1n; power !== 0n; k += 2n) {
      sum += ((k & 2n) === 0n ? power : -power) / k;
      power /= n * n;
    }
    return sum;
  };
  const pi = 4n * (4n * arctan(5n) - arctan(239n));
  twoOverPi = (one << (bits + 1n)) / pi;
  return twoOverPi;
}

const halfPi = Math.PI / 2;
const halfPiTail = 6.123233995736766e-17;

/** Splits a double into an integer and a power of two. */
function split(x: number): { readonly mantissa: bigint; readonly exponent: number } {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  const word = view.getBigUint64(0);
  const exponent = Number((word >> 52n) & 0x7ffn) - 1075;
  return { mantissa: (word & ((1n << 52n) - 1n)) | (1n << 52n), exponent };
}

/** x as n · π/2 plus a remainder of two parts, for large x: exact integers in place of tables. */
export function reduceLarge(x: number): {
  readonly n: number;
  readonly x: number;
  readonly y: number;
} {
  const { mantissa, exponent } = split(Math.abs(x));
  const shift = BigInt(exponent);
  const product = mantissa * constant();
  const turns = shift < 0n ? product >> -shift : product << shift;
  let whole = turns >> bits;
  let rest = turns - (whole << bits);
  const half = 1n << (bits - 1n);
  if (rest >= half) {
    whole += 1n;
    rest -= 1n << bits;
  }
  const n = Number(whole & 3n);
  // The remainder in quarter turns as three doubles, the rest below 2⁻¹⁵⁰ is dropped.
  const parts = (value: bigint): [number, number, number] => {
    const sign = value < 0n ? -1 : 1;
    const size = value < 0n ? -value : value;
    const length = size.toString(2).length;
    const take = (from: number): number => {
      const down = BigInt(Math.max(0, length - from - 50));
      const chunk = (size >> down) & ((1n << 50n) - 1n);
      return sign * Number(chunk) * 2 ** (Number(down) - Number(bits) + 0);
    };
    return [take(0), take(50), take(100)];
  };
  const [a, b, c] = parts(rest);
  const { sum, tail } = times(a, b + c);
  return x < 0 ? { n: -n, x: -sum, y: -tail } : { n, x: sum, y: tail };
}

/** (a + b) · π/2 as a sum of two doubles. */
function times(a: number, b: number): { readonly sum: number; readonly tail: number } {
  const product = a * halfPi;
  const error = lowProduct(a, halfPi, product) + (a * halfPiTail + b * halfPi);
  const sum = product + error;
  return { sum, tail: product - sum + error };
}

/** The part of a · b that its rounded product leaves out (Dekker). */
function lowProduct(a: number, b: number, product: number): number {
  const factor = 134217729;
  const ta = factor * a;
  const ah = ta - (ta - a);
  const al = a - ah;
  const tb = factor * b;
  const bh = tb - (tb - b);
  const bl = b - bh;
  return al * bl - (product - ah * bh - al * bh - ah * bl);
}
