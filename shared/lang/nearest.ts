import { inNormalForm, inSmallLetters } from './unicode/unicode.ts';

/** Longer names are no slips of the pen, and are not looked at. */
const longestName = 120;

/**
 * The candidate closest to a mistyped name: at most two edits, fewer for short names, or the same letters in another case.
 * Null when none is close. `pay` hears the work of each comparison before it, in parts of a step.
 */
export function nearest(
  name: string,
  candidates: readonly string[],
  pay: (work: number) => void = () => {},
): string | null {
  if (name.length > longestName) return null;
  const plain = inNormalForm(name, 'NFKC').replaceAll(/[\u200b-\u200d\u2060\ufeff]/g, '');
  if (plain.length > 40) return null;
  let best: string | null = null;
  // Nothing but another case for one letter, one edit for a short name, two for a longer one.
  let least = plain.length < 2 ? 1 : plain.length < 5 ? 2 : 3;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - plain.length) >= least) continue;
    pay(comparison + plain.length * candidate.length * cell);
    const edits = distance(inSmallLetters(plain), inSmallLetters(candidate));
    if (edits < least) {
      least = edits;
      best = candidate;
    }
  }
  return best;
}

/** Parts of a step for comparing two names, and for each pair of their letters. */
const comparison = 256;
const cell = 8;

/** Edits between two short texts: insert, remove, replace, swap neighbours. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      next.push(cost);
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
