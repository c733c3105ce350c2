/** Where errors go that are nobody's fault but the listener's: they stop neither others nor the teller. */
export type ReportError = (error: unknown) => void;

/** Does something that calls code of others; what that throws is reported. */
export function guarded(report: ReportError, tell: () => void): void {
  try {
    tell();
  } catch (error) {
    report(error);
  }
}

/** Those who want to be told of something, in the order they came. */
export class Listeners<T> {
  readonly #listeners = new Set<(value: T) => void>();
  readonly #report: ReportError;

  constructor(report: ReportError) {
    this.#report = report;
  }

  /** Answers how to stop listening. */
  add(listener: (value: T) => void): () => void {
    const own = (value: T): void => listener(value);
    this.#listeners.add(own);
    return () => void this.#listeners.delete(own);
  }

  /** Tells everybody; the error of one is reported and does not keep the others from hearing. */
  tell(value: T): void {
    for (const listener of this.#listeners) guarded(this.#report, () => listener(value));
  }
}
