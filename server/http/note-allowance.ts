import type { MatchId, Milliseconds, PersonId, Timestamp } from '../../shared/base/ids.ts';

/** Notes at once, and how long one more takes to come back. */
interface Pace {
  readonly burst: number;
  readonly refill: Milliseconds;
}

/** A reviewer writes a few notes in a row; nobody writes one every few seconds for long. */
const personPace: Pace = { burst: 6, refill: 8000 };

/** A class looks at one match together. Cookies cost nothing, so matches are guarded as well. */
const matchPace: Pace = { burst: 40, refill: 1500 };

/** Senders remembered; beyond that those that are full again anyway are forgotten. */
const mostRemembered = 5000;

/** How fast notes may be left, by each person and on each match, on this process. */
export class NoteAllowance {
  readonly #spent = new Map<string, { debt: number; at: Timestamp }>();

  /** Takes the allowance of one note; false when there is none left. */
  take(person: PersonId, match: MatchId, now: Timestamp): boolean {
    if (this.#spent.size > mostRemembered) this.#forgetPaid(now);
    const buckets = [
      [`person ${person}`, personPace],
      [`match ${match}`, matchPace],
    ] as const;
    const debts = buckets.map(([key, pace]) => this.#debt(key, pace, now));
    if (debts.some((debt, i) => debt + 1 > (buckets[i]?.[1].burst ?? 0))) return false;
    for (const [i, [key]] of buckets.entries()) {
      this.#spent.set(key, { debt: (debts[i] ?? 0) + 1, at: now });
    }
    return true;
  }

  #debt(key: string, { refill }: Pace, now: Timestamp): number {
    const known = this.#spent.get(key);
    return known === undefined ? 0 : Math.max(0, known.debt - Math.max(0, now - known.at) / refill);
  }

  #forgetPaid(now: Timestamp): void {
    for (const key of this.#spent.keys()) {
      const pace = key.startsWith('person') ? personPace : matchPace;
      if (this.#debt(key, pace, now) === 0) this.#spent.delete(key);
    }
  }
}
