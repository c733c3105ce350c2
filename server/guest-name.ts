import type { PersonId } from '../shared/base/ids.ts';

/** Short words that can be said aloud, and are read in Japanese classrooms as well. */
const animals = [
  'bear',
  'bee',
  'cat',
  'crab',
  'crane',
  'deer',
  'dog',
  'duck',
  'eagle',
  'fox',
  'frog',
  'goat',
  'hare',
  'hawk',
  'horse',
  'koala',
  'lion',
  'mole',
  'mouse',
  'otter',
  'owl',
  'panda',
  'pony',
  'seal',
  'sheep',
  'snail',
  'swan',
  'tiger',
  'toad',
  'whale',
  'wolf',
  'zebra',
] as const;

/** R34: whoever gives no nickname still has one, always the same, as `guest-otter-427`. */
export function guestName(person: PersonId): string {
  const number = hash(person);
  const animal = animals[number % animals.length] ?? animals[0];
  return `guest-${animal}-${100 + (Math.floor(number / animals.length) % 900)}`;
}

/** FNV-1a: spreads ids that differ in one letter over all names. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const letter of text) value = Math.imul(value ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return value >>> 0;
}
