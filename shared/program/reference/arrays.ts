import { membersOf, namesUnder, type LibraryEntry } from './entry.ts';

/** Lists of values. */
export const arrays: readonly LibraryEntry[] = [
  ...namesUnder('', [
    [
      'Array(...items)',
      'A new list of the items; Array(n) makes n empty places.',
      '要素を並べた配列を作る。Array(n) は空きが n 個の配列。',
    ],
  ]),
  ...namesUnder('Array', [
    ['isArray(value)', 'Whether the value is a list.', '値が配列かどうか。'],
    ['of(...items)', 'A list of the items.', '要素を並べた配列を作る。'],
    [
      'from(values, fn)',
      'A list of what a list, text, map, set or { length } holds; fn changes each item.',
      '配列、文字列、Map、Set、{ length } から配列を作る。fn があれば各要素を変える。',
    ],
  ]),
  ...membersOf('array', [
    ['length', 'Number of items.', '要素の数。'],
    ['at(i)', 'Item i; −1 is the last one.', 'i 番目の要素。−1 は最後。'],
    [
      'push(...items)',
      'Adds items at the end; answers the new length.',
      '末尾に加え、新しい長さを返す。',
    ],
    ['pop()', 'Takes the last item away and answers it.', '末尾の要素を取り除いて返す。'],
    ['shift()', 'Takes the first item away and answers it.', '先頭の要素を取り除いて返す。'],
    ['unshift(...items)', 'Adds items at the front.', '先頭に加える。'],
    [
      'slice(from, to)',
      'A new list of the items from `from` to before `to`.',
      'from から to の手前までの新しい配列。',
    ],
    [
      'splice(from, count, ...items)',
      'Takes count items away at a place, puts items there, answers those taken.',
      'その位置から count 個を取り除いて items を入れ、取り除いたものを返す。',
    ],
    [
      'toSpliced(from, count, ...items)',
      'Like splice, but answers a new list.',
      'splice と同じ。元は変えず、新しい配列を返す。',
    ],
    ['concat(...lists)', 'A new list with the items of all.', 'すべてをつなげた新しい配列。'],
    ['reverse()', 'Turns the list around.', '並びを逆にする。'],
    ['toReversed()', 'A new list the other way round.', '逆に並べた新しい配列。'],
    ['fill(value, from, to)', 'Puts the value into every place.', 'すべての位置に値を入れる。'],
    [
      'copyWithin(to, from, end)',
      'Copies a part of the list over another part.',
      '配列の一部を別の位置へ写す。',
    ],
    ['with(i, value)', 'A new list with item i replaced.', 'i 番目を入れかえた新しい配列。'],
    ['includes(value)', 'Whether the value is in the list.', '値が入っているかどうか。'],
    ['indexOf(value, from)', 'Place of the value, or −1.', '値の位置。なければ −1。'],
    [
      'lastIndexOf(value, from)',
      'Last place of the value, or −1.',
      '値の最後の位置。なければ −1。',
    ],
    [
      'join(between)',
      'One text of all items with a text in between.',
      '間に文字をはさんで一つの文字列にする。',
    ],
    ['keys()', 'The places, for a for-of loop.', '位置を順に(for-of 用)。'],
    ['values()', 'The items, for a for-of loop.', '要素を順に(for-of 用)。'],
    [
      'entries()',
      'Pairs [place, item], for a for-of loop.',
      '[位置, 要素] の組を順に(for-of 用)。',
    ],
    [
      'map(fn)',
      'A new list of what fn(item, i) answers.',
      'fn(要素, i) の結果を並べた新しい配列。',
    ],
    [
      'filter(fn)',
      'A new list of the items for which fn answers true.',
      'fn が真になる要素だけの新しい配列。',
    ],
    ['forEach(fn)', 'Calls fn(item, i) for every item.', '各要素で fn(要素, i) を呼ぶ。'],
    [
      'some(fn)',
      'Whether fn answers true for at least one item.',
      'fn が真になる要素が一つでもあるか。',
    ],
    ['every(fn)', 'Whether fn answers true for all items.', 'すべての要素で fn が真になるか。'],
    ['find(fn)', 'The first item for which fn answers true.', 'fn が真になる最初の要素。'],
    [
      'findIndex(fn)',
      'Place of the first such item, or −1.',
      'fn が真になる最初の位置。なければ −1。',
    ],
    ['findLast(fn)', 'The last item for which fn answers true.', 'fn が真になる最後の要素。'],
    [
      'findLastIndex(fn)',
      'Place of the last such item, or −1.',
      'fn が真になる最後の位置。なければ −1。',
    ],
    [
      'reduce(fn, start)',
      'Folds the list into one value: fn(soFar, item, i), from the left.',
      '左から順に fn(これまで, 要素, i) で一つの値にまとめる。',
    ],
    ['reduceRight(fn, start)', 'Like reduce, from the right.', 'reduce と同じ。右から。'],
    [
      'flatMap(fn)',
      'Like map, and lists that fn answers are laid flat.',
      'map と同じ。fn が返す配列はひらいて並べる。',
    ],
    [
      'flat(depth)',
      'A new list in which inner lists are laid flat.',
      '中の配列をひらいた新しい配列。',
    ],
    [
      'sort(fn)',
      'Sorts the list: fn(a, b) below 0 puts a first. Without fn by the order of texts.',
      '並べかえる。fn(a, b) が負なら a が先。fn がなければ文字列の順。',
    ],
    [
      'toSorted(fn)',
      'Like sort, but answers a new list.',
      'sort と同じ。元は変えず、新しい配列を返す。',
    ],
    ['toString()', 'The items as one text, with commas.', 'コンマでつないだ文字列。'],
  ]),
];
