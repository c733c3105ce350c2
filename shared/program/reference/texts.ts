import { membersOf, namesUnder, type LibraryEntry } from './entry.ts';

/** Texts. */
export const texts: readonly LibraryEntry[] = [
  ...namesUnder('', [['String(value)', 'The value as a text.', '値を文字列にする。']]),
  ...namesUnder('String', [
    ['fromCharCode(...codes)', 'A text of UTF-16 codes.', 'UTF-16 の番号から文字列を作る。'],
    [
      'fromCodePoint(...codes)',
      'A text of Unicode code points.',
      'Unicode の番号から文字列を作る。',
    ],
  ]),
  ...membersOf('string', [
    ['length', 'Number of UTF-16 units.', '長さ(UTF-16 の単位数)。'],
    ['at(i)', 'Letter i; −1 is the last one.', 'i 番目の文字。−1 は最後。'],
    ['charAt(i)', 'Letter i, or an empty text.', 'i 番目の文字。なければ空の文字列。'],
    ['charCodeAt(i)', 'UTF-16 code of letter i.', 'i 番目の UTF-16 の番号。'],
    ['codePointAt(i)', 'Unicode code point at i.', 'i 番目の Unicode の番号。'],
    ['concat(...texts)', 'The texts one after another.', '文字列をつなげる。'],
    ['includes(part, from)', 'Whether the part is in the text.', '部分が含まれるかどうか。'],
    [
      'startsWith(part, from)',
      'Whether the text begins with the part.',
      'その部分で始まるかどうか。',
    ],
    ['endsWith(part, end)', 'Whether the text ends with the part.', 'その部分で終わるかどうか。'],
    ['indexOf(part, from)', 'Place of the part, or −1.', '部分の位置。なければ −1。'],
    [
      'lastIndexOf(part, from)',
      'Last place of the part, or −1.',
      '部分の最後の位置。なければ −1。',
    ],
    [
      'slice(from, to)',
      'The part from `from` to before `to`; negative counts from the end.',
      'from から to の手前まで。負の数は末尾から数える。',
    ],
    [
      'substring(from, to)',
      'Like slice, but negative numbers are 0.',
      'slice と同じ。負の数は 0 とみなす。',
    ],
    [
      'substr(from, length)',
      'The part of a length (an old way; take slice).',
      'その長さの部分(古い書き方。slice を使う)。',
    ],
    ['split(between, most)', 'A list of the parts between a text.', '区切りで分けた配列。'],
    [
      'replace(part, by)',
      'The text with the first such part replaced.',
      '最初の一つを置きかえた文字列。',
    ],
    [
      'replaceAll(part, by)',
      'The text with all such parts replaced.',
      'すべてを置きかえた文字列。',
    ],
    ['repeat(n)', 'The text n times.', 'n 回くり返した文字列。'],
    ['padStart(length, by)', 'The text made longer at its start.', '前をうめて、その長さにする。'],
    ['padEnd(length, by)', 'The text made longer at its end.', '後ろをうめて、その長さにする。'],
    ['toLowerCase()', 'The text in small letters.', '小文字にする。'],
    ['toUpperCase()', 'The text in capitals.', '大文字にする。'],
    ['trim()', 'The text without space around it.', '前後の空白を取る。'],
    ['trimStart()', 'The text without space before it.', '前の空白を取る。'],
    ['trimEnd()', 'The text without space after it.', '後ろの空白を取る。'],
    [
      'normalize(form)',
      "The text in a Unicode form: 'NFC', 'NFD', 'NFKC', 'NFKD'.",
      "Unicode の正規形にする('NFC' 'NFD' 'NFKC' 'NFKD')。",
    ],
    [
      'isWellFormed()',
      'Whether no half of a letter stands alone.',
      '半分だけの文字がないかどうか。',
    ],
    [
      'toWellFormed()',
      'The text with lone halves of letters replaced.',
      '半分だけの文字を置きかえる。',
    ],
    ['toString()', 'The text itself.', '文字列そのもの。'],
    ['valueOf()', 'The text itself.', '文字列そのもの。'],
  ]),
];
