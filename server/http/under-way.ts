/** Of all that may be under way so large a part may go to one address: other people get theirs beside it. */
const share = 1 / 4;

/** Bounds what is under way to readers at once, in all and for each address. */
export class UnderWay {
  readonly #most: number;
  readonly #amounts = new Map<string, number>();
  #all = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /**
   * Begins to send an amount to an address; answers what to call when it has ended, or null when it would
   * be too much. One answer an address may always have, if there is room in all.
   */
  begin(address: string, amount: number): (() => void) | null {
    const own = this.#amounts.get(address) ?? 0;
    if (this.#all + amount > this.#most) return null;
    if (own > 0 && own + amount > this.#most * share) return null;
    this.#add(address, amount);
    return () => this.#add(address, -amount);
  }

  #add(address: string, amount: number): void {
    this.#all += amount;
    const own = (this.#amounts.get(address) ?? 0) + amount;
    if (own > 0) this.#amounts.set(address, own);
    else this.#amounts.delete(address);
  }
}
