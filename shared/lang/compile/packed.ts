/**
 * Whole numbers as a text of one byte for each seven of their bits. Lists that are seldom read take a
 * tenth of the room this way. Numbers are those of 31 bits, negative ones included.
 */
export function pack(numbers: readonly number[]): string {
  if (numbers.length === 0) return '';
  const bytes: number[] = [];
  for (const number of numbers) {
    // The sign is the last bit, so that small numbers of both signs are short.
    let rest = ((number << 1) ^ (number >> 31)) >>> 0;
    for (; rest > 0x7f; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80);
    bytes.push(rest);
  }
  const parts: string[] = [];
  for (let i = 0; i < bytes.length; i += mostArguments) {
    parts.push(String.fromCharCode(...bytes.slice(i, i + mostArguments)));
  }
  return parts.join('');
}

/** The numbers of a text made by `pack`, from some character on. */
export function unpack(text: string, from = 0): number[] {
  const numbers: number[] = [];
  let number = 0;
  let shift = 0;
  for (let i = from; i < text.length; i++) {
    const byte = text.charCodeAt(i);
    number |= (byte & 0x7f) << shift;
    if (byte > 0x7f) shift += 7;
    else {
      numbers.push((number >>> 1) ^ -(number & 1));
      number = 0;
      shift = 0;
    }
  }
  return numbers;
}

/** Hosts bound the number of arguments of one call. */
const mostArguments = 4096;
