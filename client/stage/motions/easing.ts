/** Slow, fast, slow. */
export function easeInOut(p: number): number {
  return p * p * (3 - 2 * p);
}

/** Fast, then slower. */
export function easeOut(p: number): number {
  return 1 - (1 - p) ** 3;
}

/** Slow, then faster, as things fall. */
export function easeIn(p: number): number {
  return p * p;
}

/** 0 at both ends, 1 in the middle, as things are thrown. */
export function arch(p: number): number {
  return 4 * p * (1 - p);
}

/** Shoots past 1 and comes back, as a stamp. */
export function overshoot(p: number): number {
  const q = p - 1;
  return 1 + 2.7 * q ** 3 + 1.7 * q ** 2;
}

/** Where `p` is between `from` and `to`, from 0 to 1. */
export function part(p: number, from: number, to: number): number {
  return Math.max(0, Math.min(1, (p - from) / (to - from)));
}

/** Swings `count` times from −1 to 1 and dies away. */
export function shiver(p: number, count: number): number {
  return Math.sin(p * count * 2 * Math.PI) * (1 - p);
}
