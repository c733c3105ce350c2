import type { Timestamp } from '../../../shared/base/ids.ts';

/** What became of somebody's line, moment by moment: told when a test finds that it took too long. */
export class Story {
  readonly #events: { readonly at: Timestamp; readonly what: string }[] = [];

  note(what: string): void {
    this.#events.push({ at: Date.now(), what });
  }

  /** The events of a span of time and shortly before, each with its milliseconds since the beginning. */
  within(from: Timestamp, to: Timestamp): string {
    return this.#events
      .filter(({ at }) => at >= from - before && at <= to + 50)
      .map(({ at, what }) => `${Math.round(at - from)} ${what}`)
      .join(', ');
  }
}

/** What led to a trouble is seldom older, in milliseconds. */
const before = 1000;
