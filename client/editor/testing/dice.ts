import { randomStream, type Random } from '../../../shared/base/random.ts';

/** Seeded choices of a fuzz. */
export class Dice {
  readonly #random: Random;

  constructor(seed: string) {
    this.#random = randomStream(seed, 'fuzz');
  }

  /** From 0 to `below` − 1. */
  roll(below: number): number {
    return this.#random.integer(below);
  }

  oneIn(many: number): boolean {
    return this.roll(many) === 0;
  }

  pick<T>(items: readonly T[]): T {
    const picked = items[this.roll(items.length)];
    if (picked === undefined) throw new Error('nothing to pick from');
    return picked;
  }
}
