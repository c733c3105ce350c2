import { detach, toText } from '../run/convert.ts';
import { raise } from '../run/errors.ts';
import type { State } from '../run/state.ts';
import { arrayOf, isCallable, isObj, type Obj, type Value } from '../run/values.ts';
import { chargeSearch, firstIndex, splitBy } from './search.ts';

/** `repeat`: charged before the text is made. */
export function repeatText(state: State, text: string, count: number): string {
  if (count < 0 || count === Infinity) {
    return raise('RangeError', 'bad-repeat-count', { count: String(count) });
  }
  if (text === '' || count === 0) return '';
  state.chargeText(text.length * count);
  return text.repeat(count);
}

/** `padStart` and `padEnd`. */
export function padText(
  state: State,
  text: string,
  length: number,
  fill: Value,
  atStart: boolean,
): string {
  const filler = fill === undefined ? ' ' : toText(fill);
  if (length <= text.length || filler === '') return text;
  state.chargeText(length);
  return atStart ? text.padStart(length, filler) : text.padEnd(length, filler);
}

/** `split` with a text or nothing as separator. */
export function splitText(state: State, text: string, separator: Value, limit: number): Obj {
  if (separator === undefined) {
    state.chargeItems(1);
    return arrayOf([text]);
  }
  const between = toText(separator);
  const most = between === '' ? text.length : Math.floor(text.length / between.length) + 1;
  state.spend(text.length << 4);
  chargeSearch(state, text, between);
  if (between === '' || between.length === 1)
    state.chargeItems(Math.min(countParts(text, between), limit));
  else state.charge(64 + 8 * Math.min(most, limit, 64));
  const parts = splitBy(text, between, limit);
  state.spend(parts.length << 7);
  state.charge(parts.length * 24 + 2 * Math.min(text.length, parts.length * text.length));
  return arrayOf(parts.map((part) => detach(part, text)));
}

/** Into how many parts one letter, or none, divides a text. */
export function countParts(text: string, separator: string): number {
  if (separator === '') return text.length;
  let count = 1;
  for (let i = text.indexOf(separator); i >= 0; i = text.indexOf(separator, i + 1)) count++;
  return count;
}

/** `replace` and `replaceAll` with a text to find; a function as replacement runs in the prelude. */
export function replaceText(
  state: State,
  text: string,
  wanted: Value,
  replacement: Value,
  all: boolean,
): Value {
  if (isCallable(replacement)) return state.request('replaceBy', text, wanted, replacement, all);
  if (isObj(replacement)) return state.request('replaceObject', text, wanted, replacement, all);
  const pattern = toText(replacement);
  const search = toText(wanted);
  state.work((text.length >> 8) + 1);
  chargeSearch(state, text, search);
  const parts: string[] = [];
  let length = 0;
  let from = 0;
  const keep = (part: string): void => {
    length += part.length;
    if (length > 1024) state.chargeText(part.length);
    parts.push(part);
  };
  for (let at = firstIndex(text, search, 0); at >= 0;) {
    keep(text.slice(from, at));
    keep(expand(state, pattern, text, search, at));
    from = at + search.length;
    if (!all) break;
    state.work(1);
    if (at >= text.length) break;
    at = firstIndex(text, search, Math.max(from, at + 1));
  }
  keep(text.slice(from));
  state.chargeText(length);
  return parts.join('');
}

/** Fills `$&`, `` $` ``, `$'` and `$$` in; the result is charged as it grows. */
function expand(state: State, pattern: string, text: string, search: string, at: number): string {
  if (!pattern.includes('$')) return pattern;
  state.spend(pattern.length << 5);
  let result = '';
  for (let i = 0; i < pattern.length; i++) {
    const sign = pattern[i] as string;
    const next = sign === '$' ? pattern[i + 1] : undefined;
    let part = sign;
    if (next === '$') part = '$';
    else if (next === '&') part = search;
    else if (next === '`') part = text.slice(0, at);
    else if (next === "'") part = text.slice(at + search.length);
    else {
      result += sign;
      continue;
    }
    state.chargeText(part.length);
    result += part;
    i++;
  }
  return result;
}
