import type { Details } from '../base/result.ts';
import { inNormalForm } from './unicode/unicode.ts';

/** Characters that look like nothing, by the names of Unicode in small letters (L8). */
const invisible: ReadonlyMap<number, string> = new Map([
  [0x00ad, 'soft hyphen'],
  [0x061c, 'arabic letter mark'],
  [0x180e, 'mongolian vowel separator'],
  [0x200b, 'zero width space'],
  [0x200c, 'zero width non-joiner'],
  [0x200d, 'zero width joiner'],
  [0x200e, 'left-to-right mark'],
  [0x200f, 'right-to-left mark'],
  [0x202a, 'left-to-right embedding'],
  [0x202b, 'right-to-left embedding'],
  [0x202c, 'pop directional formatting'],
  [0x202d, 'left-to-right override'],
  [0x202e, 'right-to-left override'],
  [0x2060, 'word joiner'],
  [0x3164, 'hangul filler'],
]);

/** Look-alikes that compatibility normalisation leaves alone. */
const lookAlikes: ReadonlyMap<string, string> = new Map([
  ['。', '.'],
  ['、', ','],
  ['，', ','],
  ['“', '"'],
  ['”', '"'],
  ['「', '"'],
  ['」', '"'],
  ['‘', "'"],
  ['’', "'"],
  ['−', '-'],
  ['ー', '-'],
  ['×', '*'],
  ['÷', '/'],
]);

/** A character that a keyboard of another script writes by mistake. */
export type OddCharacter =
  | { readonly kind: 'invisible'; readonly name: string; readonly codePoint: string }
  | { readonly kind: 'full-width'; readonly character: string; readonly plain: string };

/** What is odd about the character at `offset`, or null when it is an ordinary one. */
export function oddCharacterAt(source: string, offset: number): OddCharacter | null {
  const code = source.codePointAt(offset);
  if (code === undefined) return null;
  const name = invisible.get(code) ?? unnamed(code);
  if (name !== undefined) {
    const hex = code.toString(16).toUpperCase().padStart(4, '0');
    return { kind: 'invisible', name, codePoint: `U+${hex}` };
  }
  const character = String.fromCodePoint(code);
  const plain = lookAlikes.get(character) ?? inNormalForm(character, 'NFKC');
  if (plain !== character && /^[\x20-\x7e]$/.test(plain)) {
    return { kind: 'full-width', character, plain };
  }
  return null;
}

/** Control characters and halves of pairs have no names of their own. */
function unnamed(code: number): string | undefined {
  const white = code >= 0x09 && code <= 0x0d;
  if ((code < 0x20 && !white) || (code >= 0x7f && code <= 0x9f)) return 'control character';
  return code >= 0xd800 && code <= 0xdfff ? 'half of a character' : undefined;
}

/** Nobody reads on behind so many characters of one name. */
const longestName = 40;

/** The first odd character inside a name, with its offset in the name. */
export function oddCharacterIn(
  name: string,
): { readonly odd: OddCharacter; readonly offset: number } | null {
  if (/^[\x20-\x7e]*$/.test(name)) return null;
  for (let offset = 0; offset < Math.min(name.length, longestName); offset++) {
    const odd = oddCharacterAt(name, offset);
    if (odd !== null) return { odd, offset };
  }
  return null;
}

/** Code and facts of the error for such a character (L8). */
export function oddCharacter(odd: OddCharacter): [string, Details] {
  if (odd.kind === 'full-width') {
    return ['full-width-character', { character: odd.character, plain: odd.plain }];
  }
  return ['invisible-character', { character: odd.name, codePoint: odd.codePoint }];
}
