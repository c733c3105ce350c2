import { describe, shorten } from './convert.ts';
import type { Closure } from './closure.ts';
import { hole, isObj, itemsOf, Kind, type Value } from './values.ts';

/** A value as a short text for a debugger's view: never fails, never long. */
export function preview(value: Value, depth = 0): string {
  if (!isObj(value)) return describe(value);
  if (value.kind === Kind.Closure) return `function ${(value.data as Closure).code.name}`.trim();
  if (depth > 2) return '…';
  if (value.kind === Kind.Array) {
    const items = itemsOf(value);
    const shown = items.slice(0, 10).map((item) => (item === hole ? '' : preview(item, depth + 1)));
    if (items.length > 10) shown.push('…');
    return `[${shown.join(', ')}]`;
  }
  if (value.kind !== Kind.Plain || value.bag === null) return describe(value);
  const keys = Object.keys(value.bag);
  const shown = keys
    .slice(0, 10)
    .map((key) => `${shorten(key)}: ${preview(value.bag?.[key], depth + 1)}`);
  if (keys.length > 10) shown.push('…');
  return `{${shown.join(', ')}}`;
}
