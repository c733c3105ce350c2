import { membersOf, namesUnder, type LibraryEntry } from './entry.ts';

/** Errors to throw and to catch. */
export const errors: readonly LibraryEntry[] = [
  ...namesUnder('', [
    ['Error(message)', 'An error of your own, for throw.', '自分で投げる(throw)エラー。'],
    ['TypeError(message)', 'A value of the wrong kind.', '値の種類の誤り。'],
    ['RangeError(message)', 'A number out of its range.', '範囲の外の数。'],
    ['ReferenceError(message)', 'A name nobody has declared.', '宣言されていない名前。'],
    ['SyntaxError(message)', 'A text that does not parse.', '読めない文。'],
    ['EvalError(message)', 'Kept for completeness.', '互換のために残っている。'],
    ['URIError(message)', 'Kept for completeness.', '互換のために残っている。'],
  ]),
  ...membersOf('error', [
    ['name', "Its type, as 'TypeError'.", "種類の名前('TypeError' など)。"],
    ['message', 'What it says.', 'エラーの文。'],
    ['toString()', 'Type and message as one text.', '種類と文をつないだ文字列。'],
  ]),
];
