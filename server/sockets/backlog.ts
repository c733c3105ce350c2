/** Something that keeps bytes for a reader. */
export interface Keeper {
  readonly address: string;
  /** Bytes that wait in our memory now. */
  readonly waiting: number;
}

/** All that may wait for everybody, in bytes. */
const mostInAll = 256 * 1024 * 1024;

/** Of which for readers at one address, which fetch nothing. */
const mostAtOne = 64 * 1024 * 1024;

/** Whoever has less waiting is asked nothing: that is so nearly always. */
const little = 128 * 1024;

/** Bounds what waits for slow readers, in all and at each address: cookies and lines cost them nothing. */
export class Backlog {
  readonly #keepers = new Map<string, Set<Keeper>>();

  /** Keeps an eye on one more; answers how to stop. */
  watch(keeper: Keeper): () => void {
    const { address } = keeper;
    const there = this.#keepers.get(address) ?? new Set();
    this.#keepers.set(address, there.add(keeper));
    return () => {
      there.delete(keeper);
      if (there.size === 0 && this.#keepers.get(address) === there) this.#keepers.delete(address);
    };
  }

  /** Whether nothing more may be kept for this one. */
  isFull({ address, waiting }: Keeper): boolean {
    if (waiting <= little) return false;
    if (waitingFor(this.#keepers.get(address) ?? []) > mostAtOne) return true;
    let all = 0;
    for (const there of this.#keepers.values()) all += waitingFor(there);
    return all > mostInAll;
  }
}

function waitingFor(keepers: Iterable<Keeper>): number {
  let bytes = 0;
  for (const { waiting } of keepers) bytes += waiting;
  return bytes;
}
