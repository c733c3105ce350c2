import type { PersonId } from '../shared/base/ids.ts';

/** R34: whoever gives no nickname still has one, always the same. */
export function guestName(person: PersonId): string {
  return `guest-${person.slice(0, 4)}`;
}
