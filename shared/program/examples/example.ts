/** A program to learn from, with the small match that shows what it does. */
export interface Example {
  /** Part of its address on the help page. */
  readonly id: string;
  readonly title: { readonly en: string; readonly ja: string };
  readonly lesson: { readonly en: string; readonly ja: string };
  /** H's program; S stands still unless it has one. */
  readonly program: string;
  readonly rival?: string;
  /** The field before the first turn, in the form of `parseBoard`. */
  readonly board: string;
  /** What comes of it, as the tests see it. */
  readonly outcome: {
    /** Points of H at the end. */
    readonly points: number;
    /** Turns until nothing is left to do, errors and waiting included. */
    readonly turns: number;
  };
}
