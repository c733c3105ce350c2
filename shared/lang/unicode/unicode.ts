import { isIdentifierChar, isIdentifierStart } from 'acorn';
import { unassigned } from './unassigned.ts';

declare module 'acorn' {
  // The parser exports these without types.
  function isIdentifierStart(code: number, astral: boolean): boolean;
  function isIdentifierChar(code: number, astral: boolean): boolean;
}

/**
 * Letters as Unicode 15.0 knows them, whichever version the host has from that one on: to capitals and
 * small letters, to normal forms, in names (L5). Every host agrees about a character once it is there,
 * but for the few below; so a text is cut at whatever Unicode 15.0 does not know, which stays as it is,
 * and the host maps what lies between.
 */

/** Small letters that were given capitals later. */
const withoutCapital = '\u019b\u0264\ua7d3\ua7d5';

/**
 * What tells Greek sigmas apart and was judged otherwise later, each with a character of the same length
 * that stands for it: a letter with a case, and a mark that is skipped.
 */
const standIns: ReadonlyMap<string, string> = new Map([
  ['\u0295', 'a'],
  ['\u{1171e}', '\u{1d167}'],
]);

/** As many characters as Unicode 15.0 knows, without some more. */
function known(without: string): RegExp {
  let at = 0;
  const numbers = unassigned
    .trim()
    .split(/\s+/)
    .map((gap) => (at += Number.parseInt(gap, 36)));
  const ends = numbers.map((code) => `\\u{${code.toString(16)}}`);
  const stretches = ends.map((end, i) => (i % 2 === 0 ? end : `-${end}`)).join('');
  return new RegExp(`[^${stretches}${without}]+`, 'gu');
}

/** Made when they are first needed. */
const pieces: { all?: RegExp; withCapitals?: RegExp } = {};

// oxlint-disable-next-line no-control-regex -- exactly the characters of ASCII.
const ascii = /^[\0-\x7f]*$/;
const standsIn = new RegExp([...standIns.keys()].join('|'), 'g');

/** The text in capitals, without regard to a locale. */
export function inCapitals(text: string): string {
  if (ascii.test(text)) return text.toUpperCase();
  pieces.withCapitals ??= known(withoutCapital);
  return text.replaceAll(pieces.withCapitals, (piece) => piece.toUpperCase());
}

/** The text in small letters, without regard to a locale. */
export function inSmallLetters(text: string): string {
  if (ascii.test(text)) return text.toLowerCase();
  pieces.all ??= known('');
  return text.replaceAll(pieces.all, (piece) => {
    const small = piece.toLowerCase();
    if (!piece.includes('Σ')) return small;
    const told = piece.replaceAll(standsIn, (one) => standIns.get(one) ?? one).toLowerCase();
    return small.replaceAll(/[σς]/g, (_sigma, at: number) => told.charAt(at));
  });
}

/** The text in a normal form. */
export function inNormalForm(text: string, form: 'NFC' | 'NFD' | 'NFKC' | 'NFKD'): string {
  if (ascii.test(text)) return text;
  pieces.all ??= known('');
  return text.replaceAll(pieces.all, (piece) => piece.normalize(form));
}

/** The name that begins at an offset, as the parser reads names; empty where none does. */
export function nameAt(text: string, offset: number): string {
  let end = offset;
  for (;;) {
    const code = text.codePointAt(end);
    if (code === undefined) break;
    if (!(end === offset ? isIdentifierStart(code, true) : isIdentifierChar(code, true))) break;
    end += code > 0xffff ? 2 : 1;
  }
  return text.slice(offset, end);
}
