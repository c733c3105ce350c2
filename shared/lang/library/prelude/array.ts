/**
 * Array methods that call functions of the program: each call may suspend it (L5). What a comparison of
 * `sort` is asked is fixed, since the standard leaves it open and engines differ: it gets the later item
 * first; fewer than 64 items are sorted by binary insertion behind the run they begin with (which is
 * turned round where it descends), more are merged in pairs, then in fours, and so on.
 */
export const arrayPrelude = String.raw`
function map(f, t) {
  const a = $array(this), n = a.length;
  $function(f);
  const r = $newArray(n);
  for (let i = 0; i < n; i++) if (i in a) r[i] = $call(f, t, a[i], i, a);
  return r;
}
function filter(f, t) {
  const a = $array(this), n = a.length, r = [];
  $function(f);
  for (let i = 0; i < n; i++) {
    if (i in a) {
      const v = a[i];
      if ($call(f, t, v, i, a)) $push(r, v);
    }
  }
  return r;
}
function forEach(f, t) {
  const a = $array(this), n = a.length;
  $function(f);
  for (let i = 0; i < n; i++) if (i in a) $call(f, t, a[i], i, a);
}
function some(f, t) {
  const a = $array(this), n = a.length;
  $function(f);
  for (let i = 0; i < n; i++) if (i in a && $call(f, t, a[i], i, a)) return true;
  return false;
}
function every(f, t) {
  const a = $array(this), n = a.length;
  $function(f);
  for (let i = 0; i < n; i++) if (i in a && !$call(f, t, a[i], i, a)) return false;
  return true;
}
function find(f, t) {
  const a = $array(this), n = a.length;
  $function(f);
  for (let i = 0; i < n; i++) {
    const v = a[i];
    if ($call(f, t, v, i, a)) return v;
  }
}
function findIndex(f, t) {
  const a = $array(this), n = a.length;
  $function(f);
  for (let i = 0; i < n; i++) if ($call(f, t, a[i], i, a)) return i;
  return -1;
}
function findLast(f, t) {
  const a = $array(this);
  $function(f);
  for (let i = a.length - 1; i >= 0; i--) {
    const v = a[i];
    if ($call(f, t, v, i, a)) return v;
  }
}
function findLastIndex(f, t) {
  const a = $array(this);
  $function(f);
  for (let i = a.length - 1; i >= 0; i--) if ($call(f, t, a[i], i, a)) return i;
  return -1;
}
function reduce(f, ...rest) {
  const a = $array(this), n = a.length;
  $function(f);
  let i = 0, sum;
  if (rest.length > 0) sum = rest[0];
  else {
    while (i < n && !(i in a)) i++;
    if (i >= n) $raise('TypeError', 'reduce-of-empty');
    sum = a[i++];
  }
  for (; i < n; i++) if (i in a) sum = $call(f, undefined, sum, a[i], i, a);
  return sum;
}
function reduceRight(f, ...rest) {
  const a = $array(this);
  $function(f);
  let i = a.length - 1, sum;
  if (rest.length > 0) sum = rest[0];
  else {
    while (i >= 0 && !(i in a)) i--;
    if (i < 0) $raise('TypeError', 'reduce-of-empty');
    sum = a[i--];
  }
  for (; i >= 0; i--) if (i in a) sum = $call(f, undefined, sum, a[i], i, a);
  return sum;
}
function flatMap(f, t) {
  const a = $array(this), n = a.length, r = [];
  $function(f);
  for (let i = 0; i < n; i++) {
    if (i in a) {
      const v = $call(f, t, a[i], i, a);
      if ($isArray(v)) { for (let j = 0; j < v.length; j++) if (j in v) $push(r, v[j]); }
      else $push(r, v);
    }
  }
  return r;
}
function flat(depth) {
  const a = $array(this), r = [];
  flatten(a, depth === undefined ? 1 : $integer(toPrimitive(depth, false)), r);
  return r;
}
function flatten(a, depth, r) {
  const n = a.length;
  for (let i = 0; i < n; i++) {
    if (i in a) {
      const v = a[i];
      if (depth > 0 && $isArray(v)) flatten(v, depth - 1, r);
      else $push(r, v);
    }
  }
}
function sort(compare) {
  if (compare !== undefined) $function(compare);
  const a = $array(this), n = a.length, items = [];
  let none = 0;
  for (let i = 0; i < n; i++) {
    if (i in a) {
      const v = a[i];
      if (v === undefined) none++;
      else $push(items, v);
    }
  }
  const sorted = compare === undefined ? sortTexts(items) : sortItems(items, compare);
  const m = sorted.length;
  for (let i = 0; i < m; i++) a[i] = sorted[i];
  for (let i = 0; i < none; i++) a[m + i] = undefined;
  for (let i = m + none; i < n; i++) if (i in a) delete a[i];
  return a;
}
function toSorted(compare) {
  if (compare !== undefined) $function(compare);
  const a = $array(this), n = a.length, items = [];
  let none = 0;
  for (let i = 0; i < n; i++) {
    const v = a[i];
    if (v === undefined) none++;
    else $push(items, v);
  }
  const sorted = compare === undefined ? sortTexts(items) : sortItems(items, compare);
  for (let i = 0; i < none; i++) $push(sorted, undefined);
  return sorted;
}
function sortTexts(items) {
  if (!$anyObject(items)) return $sortTexts(items, items);
  const n = items.length, keys = [];
  for (let i = 0; i < n; i++) $push(keys, toText(items[i]));
  return $sortTexts(items, keys);
}
function sortItems(items, compare) {
  return items.length < 64 ? insertionSort(items, compare) : mergeSort(items, compare);
}
function insertionSort(items, compare) {
  const n = items.length;
  if (n < 2) return items;
  let sorted = 1, down = false;
  for (; sorted < n; sorted++) {
    let c = $call(compare, undefined, items[sorted], items[sorted - 1]);
    if (typeof c !== 'number') c = $number(toPrimitive(c, false));
    if (sorted === 1) down = c < 0;
    else if (c < 0 !== down) break;
  }
  if (down) $reverse(items, sorted);
  for (; sorted < n; sorted++) {
    const item = items[sorted];
    let left = 0, right = sorted;
    while (left < right) {
      const middle = (left + right) >> 1;
      let c = $call(compare, undefined, item, items[middle]);
      if (typeof c !== 'number') c = $number(toPrimitive(c, false));
      if (c < 0) right = middle;
      else left = middle + 1;
    }
    $insert(items, sorted, left);
  }
  return items;
}
function mergeSort(items, compare) {
  const n = items.length;
  let from = items, to = $newArray(n);
  for (let width = 1; width < n; width *= 2) {
    for (let start = 0; start < n; start += 2 * width) {
      const middle = start + width < n ? start + width : n;
      const end = start + 2 * width < n ? start + 2 * width : n;
      let i = start, j = middle;
      for (let k = start; k < end; k++) {
        if (j >= end) to[k] = from[i++];
        else if (i >= middle) to[k] = from[j++];
        else {
          const x = from[i], y = from[j];
          let c = $call(compare, undefined, y, x);
          if (typeof c !== 'number') c = $number(toPrimitive(c, false));
          if (c < 0) { to[k] = y; j++; }
          else { to[k] = x; i++; }
        }
      }
    }
    const other = from;
    from = to;
    to = other;
  }
  return from;
}
function offset(v, n) {
  const k = $integer(toPrimitive(v, false));
  if (k < 0) return k + n < 0 ? 0 : k + n;
  return k < n ? k : n;
}
function copyWithin(target, start, end) {
  const a = $array(this), n = a.length;
  const to = offset(target, n), from = offset(start, n);
  const last = end === undefined ? n : offset(end, n);
  let count = last - from < n - to ? last - from : n - to, step = 1, i = from, j = to;
  if (from < to && to < from + count) {
    step = -1;
    i += count - 1;
    j += count - 1;
  }
  for (; count > 0; count--) {
    if (i in a) a[j] = a[i];
    else delete a[j];
    i += step;
    j += step;
  }
  return a;
}
function joinObjects(a, separator) {
  if ($joining(a, true)) return '';
  const n = a.length, parts = [];
  try {
    for (let i = 0; i < n; i++) {
      const v = a[i];
      $push(parts, $isObject(v) ? toText(v) : v);
    }
  } finally {
    $joining(a, false);
  }
  return $joinTexts(parts, separator);
}
function arrayToString() {
  const join = $get(this, 'join');
  if ($isFunction(join)) return $call(join, this);
  return '[object Array]';
}
function from(source, f, t) {
  if (f !== undefined) $function(f);
  const r = [];
  if (source === null || source === undefined) $raise('TypeError', 'nullish-object');
  if (typeof source === 'string' || $isIterable(source)) {
    let i = 0;
    for (const v of source) {
      if (f === undefined) $push(r, v);
      else $push(r, $call(f, t, v, i));
      i++;
    }
    return r;
  }
  const n = $count(toPrimitive($isObject(source) ? $get(source, 'length') : undefined, false));
  for (let i = 0; i < n; i++) {
    const v = source[i];
    if (f === undefined) $push(r, v);
    else $push(r, $call(f, t, v, i));
  }
  return r;
}
`;
