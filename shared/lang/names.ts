import type { PathPart } from './calls.ts';
import { oddCharacterIn } from './characters.ts';
import { langError, oddCharacterError } from './errors.ts';
import type { HostFunction, HostNames, LangError } from './types.ts';

/** The function a dotted name stands for, or why there is none (L8). */
export type Resolved =
  | { readonly ok: true; readonly name: string; readonly call: HostFunction }
  | { readonly ok: false; readonly error: LangError };

/** Looks a dotted name up in the names of the host; only their own properties count (L7). */
export function resolve(path: readonly PathPart[], names: HostNames): Resolved {
  let group = names;
  let name = '';
  for (const [index, part] of path.entries()) {
    const member = Object.hasOwn(group, part.name) ? group[part.name] : undefined;
    if (member === undefined) return { ok: false, error: unknownName(part, name, group) };
    name = index === 0 ? part.name : `${name}.${part.name}`;
    const last = index === path.length - 1;
    if (member.kind === 'function' && last) return { ok: true, name, call: member.call };
    if (member.kind !== 'group' || last) {
      return { ok: false, error: langError(part.at, 'TypeError', 'not-a-command', { name }) };
    }
    group = member.members;
  }
  throw new Error('a name has at least one part');
}

function unknownName(part: PathPart, before: string, group: HostNames): LangError {
  const found = oddCharacterIn(part.name);
  if (found !== null) {
    const at = { ...part.at, column: part.at.column + found.offset, length: 1 };
    return oddCharacterError(at, found.odd);
  }
  const nearest = nearestName(part.name, Object.keys(group));
  if (before === '') {
    return langError(part.at, 'ReferenceError', 'unknown-name', {
      name: part.name,
      ...(nearest === null ? {} : { nearest }),
    });
  }
  return langError(part.at, 'TypeError', 'unknown-command', {
    name: `${before}.${part.name}`,
    ...(nearest === null ? {} : { nearest: `${before}.${nearest}` }),
  });
}

/** The known name that takes the fewest edits, if they are at most half of its letters. */
export function nearestName(name: string, known: readonly string[]): string | null {
  let best: string | null = null;
  let fewest = Infinity;
  for (const candidate of known) {
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance < fewest && distance <= Math.max(1, Math.floor(candidate.length / 2))) {
      best = candidate;
      fewest = distance;
    }
  }
  return best;
}

/** Letters to insert, delete, replace or swap with their neighbour; at most 64 letters count. */
function editDistance(left: string, right: string): number {
  const a = left.slice(0, 64);
  const b = right.slice(0, 64);
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const at = (i: number, j: number): number => rows[i]?.[j] ?? Infinity;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j++) {
      const replace = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = swapped ? at(i - 2, j - 2) + 1 : Infinity;
      row.push(Math.min(replace, swap, at(i - 1, j) + 1, at(i, j - 1) + 1));
    }
  }
  return at(a.length, b.length);
}
