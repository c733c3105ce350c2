/** Conversions and operators on objects: they may call `valueOf` and `toString` of the program. */
export const valuesPrelude = String.raw`
function toPrimitive(v, text) {
  if (!$isObject(v)) return v;
  for (let i = 0; i < 2; i++) {
    const f = $get(v, (i === 0) === text ? 'toString' : 'valueOf');
    if ($isFunction(f)) {
      const r = $call(f, v);
      if (!$isObject(r)) return r;
    }
  }
  $raise('TypeError', 'no-primitive');
}
function toText(v) { return $text(toPrimitive(v, true)); }
function add(a, b) { const x = toPrimitive(a, false); return x + toPrimitive(b, false); }
function binary(op, a, b) {
  const x = $number(toPrimitive(a, false));
  return $calculate(op, x, $number(toPrimitive(b, false)));
}
function relate(op, a, b) {
  const x = toPrimitive(a, false), y = toPrimitive(b, false);
  if (op === '<') return x < y;
  if (op === '<=') return x <= y;
  if (op === '>') return x > y;
  return x >= y;
}
function unary(op, v) {
  const x = $number(toPrimitive(v, false));
  if (op === '-') return -x;
  if (op === '~') return ~x;
  if (op === '++') return x + 1;
  if (op === '--') return x - 1;
  return x;
}
function looseEquals(a, b, not) {
  const equal = toPrimitive(a, false) == toPrimitive(b, false);
  return not ? !equal : equal;
}
function isIn(key, object) { return toText(key) in object; }
function getKeyed(object, key) { return object[toText(key)]; }
function setKeyed(object, key, value, strict) { $set(object, toText(key), value, strict); }
function setLength(object, value) {
  const n = $number(toPrimitive(value, false));
  const again = $number(toPrimitive(value, false));
  if (n >>> 0 !== again) $raise('RangeError', 'bad-array-length');
  object.length = n;
}
function deleteKeyed(object, key, strict) { return $delete(object, toText(key), strict); }
function convert(list, kinds) {
  for (let i = 0; i < list.length; i++) {
    const kind = $kindAt(kinds, i);
    if (kind !== 'v' && $isObject(list[i])) {
      const p = toPrimitive(list[i], kind === 's');
      list[i] = kind === 's' ? $text(p) : $number(p);
    }
  }
}
function convertAndCall(f, self, list, kinds) {
  convert(list, kinds);
  return $apply(f, self, list);
}
function convertAndNew(f, self, list, kinds) {
  convert(list, kinds);
  return new f(...list);
}
function errorToString() {
  const self = $error(this);
  const name = $get(self, 'name'), message = $get(self, 'message');
  const n = name === undefined ? 'Error' : toText(name);
  const m = message === undefined ? '' : toText(message);
  return n === '' ? m : m === '' ? n : n + ': ' + m;
}
function replaceBy(text, wanted, f, all) {
  const search = toText(wanted), parts = [];
  let from = 0;
  for (let at = $indexOf(text, search, 0); at >= 0; ) {
    $push(parts, $slice(text, from, at));
    $push(parts, toText($call(f, undefined, search, at, text)));
    from = at + search.length;
    if (!all || at >= text.length) break;
    at = $indexOf(text, search, search.length === 0 ? at + 1 : from);
  }
  $push(parts, $slice(text, from, text.length));
  return $joinTexts(parts, '');
}
function replaceObject(text, wanted, replacement, all) {
  const search = toText(wanted);
  return $replace(text, search, toText(replacement), all);
}
function fromEntries(entries) {
  if (entries === null || entries === undefined) $raise('TypeError', 'nullish-object');
  const r = {};
  for (const entry of entries) {
    if (!$isObject(entry)) $raise('TypeError', 'entry-not-object');
    const key = entry[0], value = entry[1];
    $define(r, toText(key), value);
  }
  return r;
}
function mapForEach(f, t) {
  const map = $mapOf(this);
  $function(f);
  for (const [k, v] of map) $call(f, t, v, k, map);
}
function setForEach(f, t) {
  const set = $setOf(this);
  $function(f);
  for (const v of set) $call(f, t, v, v, set);
}
`;
