import { membersOf, namesUnder, type LibraryEntry } from './entry.ts';

/** Numbers and truth values. */
export const numbers: readonly LibraryEntry[] = [
  ...namesUnder('', [
    [
      'Number(value)',
      'The value as a number; NaN when it is none.',
      '値を数にする。数でなければ NaN。',
    ],
    ['Boolean(value)', 'Whether the value counts as true.', '値を真偽値にする。'],
    ['parseInt(text, base)', 'The whole number a text begins with.', '文字列の先頭の整数を読む。'],
    ['parseFloat(text)', 'The number a text begins with.', '文字列の先頭の数を読む。'],
    ['isNaN(value)', 'Whether the value is no number.', '数にならないかどうか。'],
    ['isFinite(value)', 'Whether the value is a finite number.', '有限の数になるかどうか。'],
    [
      'NaN',
      'Not a number: the answer of a calculation without one.',
      '数でないもの。計算できないときの答え。',
    ],
    ['Infinity', 'More than every number.', '無限大。'],
    ['undefined', 'What a variable without a value holds.', '値のないことを表す値。'],
  ]),
  ...namesUnder('Number', [
    ['isInteger(value)', 'Whether it is a whole number.', '整数かどうか。'],
    [
      'isSafeInteger(value)',
      'Whether it is a whole number that is still exact.',
      '正確に扱える整数かどうか。',
    ],
    ['isFinite(value)', 'Whether it is a finite number.', '有限の数かどうか。'],
    ['isNaN(value)', 'Whether it is NaN.', 'NaN かどうか。'],
    ['parseInt(text, base)', 'The same as parseInt.', 'parseInt と同じ。'],
    ['parseFloat(text)', 'The same as parseFloat.', 'parseFloat と同じ。'],
    ['EPSILON', 'Distance from 1 to the next number.', '1 と次の数との差。'],
    ['MAX_VALUE', 'The largest number.', '最大の数。'],
    ['MIN_VALUE', 'The smallest number above 0.', '0 より大きい最小の数。'],
    [
      'MAX_SAFE_INTEGER',
      'The largest exact whole number, 2^53 − 1.',
      '正確に扱える最大の整数(2^53 − 1)。',
    ],
    ['MIN_SAFE_INTEGER', 'The smallest exact whole number.', '正確に扱える最小の整数。'],
    ['POSITIVE_INFINITY', 'The same as Infinity.', 'Infinity と同じ。'],
    ['NEGATIVE_INFINITY', 'Less than every number.', '負の無限大。'],
    ['NaN', 'The same as NaN.', 'NaN と同じ。'],
  ]),
  ...membersOf('number', [
    [
      'toString(base)',
      'The number as a text, in a base from 2 to 36.',
      '2〜36 進数の文字列にする。',
    ],
    [
      'toFixed(digits)',
      'The number as a text with so many decimals.',
      '小数点以下の桁数を決めて文字列にする。',
    ],
    [
      'toPrecision(digits)',
      'The number as a text with so many digits.',
      '有効桁数を決めて文字列にする。',
    ],
    [
      'toExponential(digits)',
      'The number as a text such as 1.5e+3.',
      '1.5e+3 のような文字列にする。',
    ],
    ['valueOf()', 'The number itself.', '数そのもの。'],
  ]),
  ...membersOf('boolean', [
    ['toString()', "'true' or 'false'.", "'true' か 'false'。"],
    ['valueOf()', 'The truth value itself.', '真偽値そのもの。'],
  ]),
];
