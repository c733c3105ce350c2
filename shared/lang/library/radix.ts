const digits = '0123456789abcdefghijklmnopqrstuvwxyz';

/**
 * A number in another base. JavaScript leaves the digits of fractions to the engine; these are the
 * fewest that tell the number from its neighbours, found with exact integer arithmetic, so that
 * every engine gives the same text (L5).
 */
export function radixText(number: number, radix: number): string {
  if (!Number.isFinite(number)) return String(number);
  if (number === 0) return '0';
  const size = Math.abs(number);
  const whole = Math.floor(size);
  const text = wholeText(whole, radix) + fractionText(size, size - whole, radix);
  return number < 0 ? `-${text}` : text;
}

function wholeText(whole: number, radix: number): string {
  if (whole <= Number.MAX_SAFE_INTEGER) return smallText(whole, radix);
  return bigText(whole, radix);
}

function smallText(whole: number, radix: number): string {
  let text = '';
  let rest = whole;
  do {
    text = digits.charAt(rest % radix) + text;
    rest = Math.floor(rest / radix);
  } while (rest > 0);
  return text;
}

/** Large integers: digits as long as they are exact, then zeros. */
function bigText(whole: number, radix: number): string {
  let rest = whole;
  let zeros = 0;
  // A double of 2⁵³ or more has its last bits at zero; dividing loses what no digit could show.
  while (rest / radix >= 2 ** 53) {
    rest /= radix;
    zeros++;
  }
  let text = '0'.repeat(zeros);
  rest = Math.floor(rest);
  do {
    const digit = rest % radix;
    text = digits.charAt(digit) + text;
    rest = (rest - digit) / radix;
  } while (rest > 0);
  return text;
}

/** Digits after the point until the text is nearer to this number than to any other. */
function fractionText(size: number, fraction: number, radix: number): string {
  let rest = fraction;
  let gap = Math.max(0.5 * (above(size) - size), 5e-324);
  if (rest < gap) return '';
  const out: number[] = [];
  do {
    rest *= radix;
    gap *= radix;
    const digit = Math.floor(rest);
    out.push(digit);
    rest -= digit;
    if ((rest > 0.5 || (rest === 0.5 && (digit & 1) === 1)) && rest + gap > 1) {
      roundUp(out, radix);
      break;
    }
  } while (rest >= gap);
  return out.length === 0 ? '' : `.${out.map((digit) => digits.charAt(digit)).join('')}`;
}

/** Adds one to the last digit; a digit that overflows is dropped and the one before grows. */
function roundUp(out: number[], radix: number): void {
  while (out.length > 0) {
    const digit = (out.pop() as number) + 1;
    if (digit < radix) {
      out.push(digit);
      return;
    }
  }
}

/** The next larger double. */
function above(value: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  view.setBigUint64(0, view.getBigUint64(0) + 1n);
  return view.getFloat64(0);
}
