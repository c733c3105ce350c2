/** Words of the small world, so that a made-up name can be said aloud across a room. */
const colours = ['amber', 'ink', 'mauve', 'moss', 'orange', 'paper', 'plum', 'sand', 'sky', 'tea'];
const things = ['bug', 'cable', 'cloud', 'desk', 'gold', 'key', 'mouse', 'napkin', 'tuft', 'wall'];

/** A short name for a new room; `chance` answers numbers from 0 to below 1. */
export function inventRoomName(chance: () => number): string {
  const pick = (words: readonly string[]): string =>
    words[Math.floor(chance() * words.length)] ?? '';
  const digits = String(Math.floor(chance() * 1000)).padStart(3, '0');
  return `${pick(colours)}-${pick(things)}-${digits}`;
}
