/** JSON with functions of the program: `toJSON`, replacer and reviver. */
export const jsonPrelude = String.raw`
function parse(text, reviver) {
  const from = toText(text);
  if (!$isFunction(reviver)) return $parseJson(from);
  const read = $parseJsonWithSources(from);
  return revive({ '': read[0] }, '', reviver, read[1]);
}
function revive(holder, key, reviver, source) {
  const value = holder[key], context = {};
  const known = $sourceOf(source, value);
  if ($isArray(value)) {
    const n = value.length;
    for (let i = 0; i < n; i++) reviveMember(value, $text(i), reviver, known);
  } else if ($isObject(value)) {
    const keys = $keys(value);
    for (let i = 0; i < keys.length; i++) reviveMember(value, keys[i], reviver, known);
  } else if (known !== undefined) context.source = known;
  return $call(reviver, holder, key, value, context);
}
function reviveMember(value, key, reviver, sources) {
  const v = revive(value, key, reviver, $member(sources, key));
  if (v === undefined) $delete(value, key, false);
  else $define(value, key, v);
}
function stringify(value, replacer, space) {
  let list = undefined, f = undefined;
  if ($isFunction(replacer)) f = replacer;
  else if ($isArray(replacer)) {
    list = [];
    for (let i = 0; i < replacer.length; i++) {
      let k = replacer[i];
      const type = $wrapped(k);
      if (type === 'number' || type === 'string') k = toText(k);
      if (typeof k === 'string' || typeof k === 'number') {
        const key = $text(k);
        if (!$includes(list, key)) $push(list, key);
      }
    }
  }
  let gap = '';
  space = plain(space);
  if (typeof space === 'number') gap = $slice('          ', 0, $integer(space));
  else if (typeof space === 'string') gap = $slice(space, 0, 10);
  const parts = [];
  if (!write({ '': value }, '', f, list, gap, '', [], parts)) return undefined;
  return $joinTexts(parts, '');
}
function plain(v) {
  const type = $wrapped(v);
  if (type === 'number') return $number(toPrimitive(v, false));
  if (type === 'string') return toText(v);
  return type === 'boolean' ? $unwrap(v) : v;
}
function write(holder, key, f, list, gap, indent, stack, parts) {
  let v = holder[key];
  if ($isObject(v)) {
    const to = $get(v, 'toJSON');
    if ($isFunction(to)) v = $call(to, v, key);
  }
  if (f !== undefined) v = $call(f, holder, key, v);
  if ($isObject(v)) v = plain(v);
  if (v === undefined || $isFunction(v)) return false;
  if (!$isObject(v)) {
    $push(parts, $quote(v));
    return true;
  }
  if ($includes(stack, v)) $raise('TypeError', 'json-cyclic');
  $push(stack, v);
  const inner = indent + gap;
  if ($isArray(v)) writeArray(v, f, list, gap, indent, inner, stack, parts);
  else writeObject(v, f, list, gap, indent, inner, stack, parts);
  $pop(stack);
  return true;
}
function writeArray(v, f, list, gap, indent, inner, stack, parts) {
  const n = v.length;
  $push(parts, '[');
  for (let i = 0; i < n; i++) {
    if (i > 0) $push(parts, ',');
    if (gap !== '') { $push(parts, '\n'); $push(parts, inner); }
    if (!write(v, $text(i), f, list, gap, inner, stack, parts)) $push(parts, 'null');
  }
  if (gap !== '' && n > 0) { $push(parts, '\n'); $push(parts, indent); }
  $push(parts, ']');
}
function writeObject(v, f, list, gap, indent, inner, stack, parts) {
  const keys = list === undefined ? $keys(v) : list;
  let some = false;
  $push(parts, '{');
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i], before = parts.length;
    if (some) $push(parts, ',');
    if (gap !== '') { $push(parts, '\n'); $push(parts, inner); }
    $push(parts, $quote(key));
    $push(parts, gap === '' ? ':' : ': ');
    if (write(v, key, f, list, gap, inner, stack, parts)) some = true;
    else parts.length = before;
  }
  if (gap !== '' && some) { $push(parts, '\n'); $push(parts, indent); }
  $push(parts, '}');
}
`;
