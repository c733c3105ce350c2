import { membersOf, namespace, namesUnder, type LibraryEntry } from './entry.ts';

/** Objects, functions and JSON. */
export const objects: readonly LibraryEntry[] = [
  ...namesUnder('', [['Object(value)', 'The value as an object.', '値をオブジェクトにする。']]),
  ...namesUnder('Object', [
    ['keys(object)', 'A list of its keys.', 'キーの配列。'],
    ['values(object)', 'A list of its values.', '値の配列。'],
    ['entries(object)', 'A list of pairs [key, value].', '[キー, 値] の組の配列。'],
    [
      'assign(object, ...others)',
      'Copies the members of others into it.',
      'ほかのオブジェクトの中身を写し入れる。',
    ],
    [
      'fromEntries(pairs)',
      'An object of pairs [key, value].',
      '[キー, 値] の組からオブジェクトを作る。',
    ],
  ]),
  ...membersOf('object', [
    ['toString()', 'A short text for the object.', 'オブジェクトを表す短い文字列。'],
    ['valueOf()', 'The object itself.', 'オブジェクトそのもの。'],
  ]),
  ...membersOf('function', [['toString()', 'The source of the function.', '関数のソース。']]),
  namespace('JSON', 'Values as text and back.', '値と JSON 文字列の変換。'),
  ...namesUnder('JSON', [
    ['stringify(value, replacer, indent)', 'The value as JSON text.', '値を JSON 文字列にする。'],
    ['parse(text, reviver)', 'The value of a JSON text.', 'JSON 文字列を値にする。'],
  ]),
];
