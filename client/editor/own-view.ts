import { Transaction } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { Milliseconds } from '../../shared/base/ids.ts';
import type { Clock } from '../../shared/room/index.ts';

/** How long an owner who rests keeps the place in the program they looked at. */
const leftAlone: Milliseconds = 4000;

/** Lines above and below the one that runs: what came before, and what comes next. */
export const linesAround = 2;

/**
 * Whose view of a program is their own: who wrote, moved or scrolled a moment ago looks where they
 * want, and is not led to the running line (R17).
 */
export class OwnView {
  readonly #clock: Clock;
  #busyAt = Number.NEGATIVE_INFINITY;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Whether the view is to be left where it is. */
  get isBusy(): boolean {
    return this.#clock.now() - this.#busyAt < leftAlone;
  }

  /** Notices what the owner does. */
  readonly extension = [
    EditorView.updateListener.of(({ transactions }) => {
      if (transactions.some((tr) => tr.annotation(Transaction.userEvent) !== undefined))
        this.#act();
    }),
    EditorView.domEventObservers({
      wheel: () => this.#act(),
      pointerdown: () => this.#act(),
      touchmove: () => this.#act(),
    }),
  ];

  #act(): void {
    this.#busyAt = this.#clock.now();
  }
}
