import type { PersonId } from '../shared/base/ids.ts';

/** R34: whoever gives no nickname still has one, always the same, as `guest-4271`. */
export function guestName(person: PersonId): string {
  return `guest-${1000 + (hash(person) % 9000)}`;
}

/** FNV-1a: spreads ids that differ in one letter over all names. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const letter of text) value = Math.imul(value ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return value >>> 0;
}
