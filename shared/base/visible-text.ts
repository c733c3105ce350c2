/** Marks on one letter: no script stacks more. */
const mostMarks = 4;

const scripts = (names: string): string =>
  names
    .split(' ')
    .map((name) => `\\p{scx=${name}}`)
    .join('');

/** Letters of the scripts in which a joiner beside a killer of vowels decides how a word is written. */
const stacked = `[${scripts('Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Mymr Khmr')}]`;

/** What takes the vowel from a letter of those scripts. */
const killer =
  '[\\u094D\\u09CD\\u0A4D\\u0ACD\\u0B4D\\u0BCD\\u0C4D\\u0C3B\\u0CCD\\u0D3B\\u0D3C\\u0D4D\\u0DCA\\u1039\\u103A\\u17D2]';

/** Letters that join those before and behind them, and letters that can be joined. */
const cursive = `(?=[${scripts('Arab Syrc Mong Nkoo')}])`;
const toNext = `(?![\\u0621-\\u0625\\u0627\\u0629\\u062F-\\u0632\\u0648\\u0671-\\u0677\\u0688-\\u0699\\u06C0\\u06C3-\\u06CB\\u06CD\\u06CF\\u06D2-\\u06D5\\u06EE\\u06EF])${cursive}\\p{L}\\p{M}{0,${mostMarks}}`;

/** Signs nobody sees that stay, since they belong to what is seen beside them. */
const kept = [
  // The flags of England, Scotland and Wales, the only regions that have one.
  '\\u{1F3F4}\\u{E0067}\\u{E0062}(?:\\u{E0065}\\u{E006E}\\u{E0067}|\\u{E0073}\\u{E0063}\\u{E0074}|\\u{E0077}\\u{E006C}\\u{E0073})\\u{E007F}',
  // Persian parts what would be joined; the Indic scripts say which form a letter takes.
  `(?<=${toNext})\\u200C(?=${cursive}\\p{L})`,
  `(?<=${killer})[\\u200C\\u200D](?=(?![\\p{DI}\\p{Cf}])${stacked})`,
  `(?<=(?!\\p{DI})${stacked})\\u200D(?=${killer})`,
  // A family, and a heart that is red.
  '(?<=\\p{ExtPict}[\\uFE0F\\p{EMod}]?)\\u200D(?=\\p{ExtPict})',
  '(?<=\\p{ExtPict})[\\uFE0E\\uFE0F]',
  '(?<=[0-9#*])\\uFE0F(?=\\u20E3)',
  // Another form of the same Chinese character or Mongolian letter.
  '(?<=\\p{sc=Han})[\\u{E0100}-\\u{E01EF}]',
  '(?<=\\p{sc=Mong})[\\u180B-\\u180D\\u180F]',
].join('|');

/** All others nobody sees, or that turn round, hide or belong to nobody: halves of a pair, private use, no letter yet. */
const unseen =
  '[\\p{DI}\\p{Cf}\\p{Cs}\\p{Co}\\u2800\\u2D7F\\uFFFC\\u{16FE4}\\u{1D159}]|(?!\\p{ExtPict})\\p{Cn}';

const invisible = new RegExp(`${kept}|(${unseen})`, 'gu');

/** Signs that hold one another in place are looked at so often. */
const mostRounds = 4;
const tooManyMarks = new RegExp(`(\\p{M}{${mostMarks}})\\p{M}+`, 'gu');
const markOnNothing = /(?<=^|\s)\p{M}+/gu;

/**
 * A text of a person as it stands on one line: no signs that cannot be seen, turn the rest round, or pile
 * up over other lines; line breaks are blanks. What is nothing but these is empty. In normal form C.
 */
export function visibleLine(text: string): string {
  let line = text;
  // What is dropped may have held in place what stands beside it.
  for (let round = 0; round < mostRounds; round++) {
    const next = visibleOnce(line);
    if (next === line) return line;
    line = next;
  }
  // Nobody writes like that: nothing unseen stays.
  return visibleOnce(line.replaceAll(/[\p{DI}\p{Cf}]/gu, ''));
}

/** Piles of marks go before anything else looks at them: to put them in order takes the square of their number. */
function visibleOnce(text: string): string {
  return text
    .replaceAll(tooManyMarks, '$1')
    .replaceAll(/\p{Cc}|[\u2028\u2029]/gu, ' ')
    .replaceAll(invisible, (sign: string, dropped?: string) => (dropped === undefined ? sign : ''))
    .replaceAll(tooManyMarks, '$1')
    .normalize('NFC')
    .replaceAll(markOnNothing, '')
    .replaceAll(tooManyMarks, '$1')
    .normalize('NFC')
    .trim();
}

/** They choose a form of a letter that most fonts do not have: names with and without look the same. */
const variants = /[\u{E0100}-\u{E01EF}\u180B-\u180D\u180F]/gu;

/** A name: a visible line without variants of letters in which all blanks are alike, and never two in a row. */
export function visibleName(text: string): string {
  const plain = text.replaceAll(variants, '').replaceAll(/\s+/gu, ' ');
  return visibleLine(plain).replaceAll(/\s+/gu, ' ');
}

const rightToLeft =
  /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** A text among others, so that its direction stays its own: signs around it keep their places. */
export function isolated(text: string): string {
  return rightToLeft.test(text) ? `\u2068${text}\u2069` : text;
}
