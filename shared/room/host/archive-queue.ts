import type { MatchId } from '../../base/ids.ts';

/** Matches that are put away at the same time: each is a log to read, and text to make and zip. */
export const archivedAtOnce = 2;

/**
 * Finished matches of this process on their way into the archive, in the order in which they ended. When
 * thousands end together all wait for their turn, and none of the rooms waits for it.
 */
export class ArchiveQueue {
  readonly #underWay = new Map<MatchId, Promise<void>>();
  readonly #waiting: (() => void)[] = [];
  #working = 0;

  /** Puts a match away when it is its turn; one that waits already is not put away twice. */
  run(match: MatchId, work: () => Promise<void>): Promise<void> {
    const known = this.#underWay.get(match);
    if (known !== undefined) return known;
    const done = this.#inTurn(work).finally(() => this.#underWay.delete(match));
    this.#underWay.set(match, done);
    return done;
  }

  /** Settles when a match that is on its way has come to its end, well or not. */
  async settled(match: MatchId): Promise<void> {
    await this.#underWay.get(match)?.catch(() => undefined);
  }

  /** Settles when nothing is under way any more. */
  async idle(): Promise<void> {
    await Promise.allSettled(this.#underWay.values());
  }

  async #inTurn(work: () => Promise<void>): Promise<void> {
    if (this.#working >= archivedAtOnce) {
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve);
      });
    } else this.#working += 1;
    try {
      await work();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#working -= 1;
      else next();
    }
  }
}
