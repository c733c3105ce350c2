/** Those who want to be told of something, in the order they came. */
export class Listeners<T> {
  readonly #listeners = new Set<(value: T) => void>();

  /** Answers how to stop listening. */
  add(listener: (value: T) => void): () => void {
    const own = (value: T): void => listener(value);
    this.#listeners.add(own);
    return () => void this.#listeners.delete(own);
  }

  tell(value: T): void {
    for (const listener of this.#listeners) listener(value);
  }
}
