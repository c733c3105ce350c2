import { membersOf, namesUnder, type LibraryEntry } from './entry.ts';

/** Maps and sets. */
export const collections: readonly LibraryEntry[] = [
  ...namesUnder('', [
    [
      'new Map(pairs)',
      'A map from keys to values; keys may be anything.',
      'キーから値を引く表。キーは何でもよい。',
    ],
    ['new Set(values)', 'A set: every value is in it once.', '集合。同じ値は一つだけ入る。'],
  ]),
  ...membersOf('map', [
    ['size', 'Number of keys.', 'キーの数。'],
    ['get(key)', 'The value of a key.', 'キーの値。'],
    ['set(key, value)', 'Gives a key a value; answers the map.', 'キーに値を入れ、Map を返す。'],
    ['has(key)', 'Whether there is such a key.', 'キーがあるかどうか。'],
    ['delete(key)', 'Takes a key out.', 'キーを取り除く。'],
    ['clear()', 'Takes all keys out.', 'すべて取り除く。'],
    ['keys()', 'The keys in order, for a for-of loop.', 'キーを順に(for-of 用)。'],
    ['values()', 'The values in order, for a for-of loop.', '値を順に(for-of 用)。'],
    ['entries()', 'Pairs [key, value], for a for-of loop.', '[キー, 値] の組を順に(for-of 用)。'],
    ['forEach(fn)', 'Calls fn(value, key) for every key.', '各キーで fn(値, キー) を呼ぶ。'],
  ]),
  ...membersOf('set', [
    ['size', 'Number of values.', '値の数。'],
    ['has(value)', 'Whether the value is in it.', '値が入っているかどうか。'],
    ['add(value)', 'Puts a value in; answers the set.', '値を入れ、Set を返す。'],
    ['delete(value)', 'Takes a value out.', '値を取り除く。'],
    ['clear()', 'Takes all values out.', 'すべて取り除く。'],
    ['values()', 'The values in order, for a for-of loop.', '値を順に(for-of 用)。'],
    ['keys()', 'The same as values().', 'values() と同じ。'],
    ['entries()', 'Pairs [value, value], for a for-of loop.', '[値, 値] の組を順に(for-of 用)。'],
    ['forEach(fn)', 'Calls fn(value) for every value.', '各値で fn(値) を呼ぶ。'],
  ]),
  ...membersOf('iterator', [
    ['next()', 'The next one, as { value, done }.', '次のもの。{ value, done } で返す。'],
  ]),
];
