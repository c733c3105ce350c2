import type { State } from '../run/state.ts';

/**
 * The longest text that the host looks for. V8 looks at the last 250 letters of what is wanted to know how
 * far it may go on; where those agree and one before them does not it compares all of it at each
 * place, which takes the product of both lengths.
 */
const longestForHost = 240;

/** Charges looking for a text in another: a letter may be compared with several of what is wanted. */
export function chargeSearch(state: State, text: string, wanted: string): void {
  const { length } = wanted;
  // Of up to seven letters the host compares each at each place.
  const each = length < 8 ? 1 + length : Math.min(16, 1 + length / 16);
  state.spend(Math.ceil(text.length * each + length * 4));
}

/** Where a text stands in another for the first time from an offset on, −1 if nowhere; as charged. */
export function firstIndex(text: string, wanted: string, from: number): number {
  if (wanted.length <= longestForHost) return text.indexOf(wanted, from);
  return places(text, wanted, Math.max(0, from)).next().value ?? -1;
}

/** Where a text stands in another for the last time up to an offset, −1 if nowhere. */
export function lastIndex(text: string, wanted: string, upTo: number): number {
  if (wanted.length <= longestForHost) return text.lastIndexOf(wanted, upTo);
  let last = -1;
  for (const at of places(text, wanted, 0)) {
    if (at > upTo) break;
    last = at;
  }
  return last;
}

/** `split` by a text. */
export function splitBy(text: string, wanted: string, limit: number): string[] {
  if (wanted.length <= longestForHost) return text.split(wanted, limit);
  const parts: string[] = [];
  let from = 0;
  for (const at of places(text, wanted, 0)) {
    if (parts.length >= limit) return parts;
    if (at < from) continue;
    parts.push(text.slice(from, at));
    from = at + wanted.length;
  }
  if (parts.length < limit) parts.push(text.slice(from));
  return parts;
}

/**
 * All places of a text in another, in order, by the algorithm of Knuth, Morris and Pratt: it takes the
 * sum of both lengths, whatever they say.
 */
function* places(text: string, wanted: string, from: number): Generator<number, void> {
  const { length } = wanted;
  const borders = bordersOf(wanted);
  let agreed = 0;
  for (let at = from; at < text.length; at++) {
    const letter = text.charCodeAt(at);
    while (agreed > 0 && wanted.charCodeAt(agreed) !== letter) agreed = borders[agreed - 1] ?? 0;
    if (wanted.charCodeAt(agreed) === letter) agreed++;
    if (agreed < length) continue;
    yield at - length + 1;
    agreed = borders[agreed - 1] ?? 0;
  }
}

/** For each beginning of a text, how much of it is its end too, itself apart. */
function bordersOf(wanted: string): Int32Array {
  const borders = new Int32Array(wanted.length);
  let agreed = 0;
  for (let at = 1; at < wanted.length; at++) {
    const letter = wanted.charCodeAt(at);
    while (agreed > 0 && wanted.charCodeAt(agreed) !== letter) agreed = borders[agreed - 1] ?? 0;
    if (wanted.charCodeAt(agreed) === letter) agreed++;
    borders[at] = agreed;
  }
  return borders;
}
