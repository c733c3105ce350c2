import type { Milliseconds, PersonId, Timestamp } from '../../shared/base/ids.ts';
import type { Clock } from '../../shared/room/index.ts';

/** What one connection may send: `burst` at once, `perSecond` in the long run. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

/**
 * Allowances by kind of message. A fast typist makes 15 letters a second and pushes are gathered
 * while one is on its way; wishes are clicks; a chat line takes longer to write than this; reading
 * again happens after breaks only.
 */
export const rates = {
  edit: { burst: 120, perSecond: 40 },
  step: { burst: 20, perSecond: 16 },
  wish: { burst: 20, perSecond: 5 },
  say: { burst: 6, perSecond: 1 },
  read: { burst: 30, perSecond: 10 },
  cursor: { burst: 40, perSecond: 20 },
  // Six whole programs are replaced at once, by paste, undo and redo; then a screenful a second. What
  // is deleted counts too: where it was locked, everybody is sent it again (A11).
  letters: { burst: 120_000, perSecond: 4000 },
  // Bytes of a room's log, whatever they say. Four programs of the heaviest letters are stored at once,
  // or eight of Japanese ones; in the long run a letter forty times a second.
  log: { burst: 480_000, perSecond: 12_000 },
  // Bytes of rooms as they stand and of what came since: two hundred visits of an ordinary room at once.
  reading: { burst: 8_000_000, perSecond: 1_000_000 },
  // Messages of any kind, refused ones too: more than all the others allow together, twice over. Whoever
  // sends more is no page, and is not answered any more.
  message: { burst: 1000, perSecond: 200 },
  // Cells of new fields: two of the largest at once, then one in four seconds; a usual one costs 64.
  cells: { burst: 8192, perSecond: 1024 },
} as const satisfies Record<string, Rate>;

export type RateKind = keyof typeof rates;

/** One person may use two tabs to the full, say one for each seat; more tabs give nothing more. */
const tabsInFull = 2;

/** By then the slowest bucket is full again, so that nothing is won by coming back sooner. */
const remembered: Milliseconds = 10_000;

/**
 * Token buckets of one sender, `times` as large as `rates` says. Of each bucket only the moment is kept
 * at which it will be full again.
 */
export class Allowance {
  readonly #times: number;
  readonly #fullAt: Partial<Record<RateKind, Timestamp>> = {};

  constructor(times = 1) {
    this.#times = times;
  }

  /** Takes the tokens of a message; false when there are not so many. None needs more than all. */
  take(kind: RateKind, now: Timestamp, tokens = 1): boolean {
    const { burst, perSecond } = rates[kind];
    const token: Milliseconds = 1000 / (perSecond * this.#times);
    const emptyTillFull = burst * this.#times * token;
    // Later than that only a clock that was set back can make it: nobody is locked out by one.
    const before = Math.min(this.#fullAt[kind] ?? now, now + emptyTillFull);
    const fullAt = Math.max(now, before) + Math.min(tokens, burst) * token;
    const allowed = fullAt - now <= emptyTillFull;
    this.#fullAt[kind] = allowed ? fullAt : before;
    return allowed;
  }
}

/** What each person may send over all their connections together. */
export class PeopleAllowances {
  readonly #clock: Clock;
  readonly #people = new Map<PersonId, { allowance: Allowance; connections: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** A connection of somebody: the allowance it shares with their others, until it is left. */
  come(person: PersonId): Allowance {
    const known = this.#people.get(person) ?? {
      allowance: new Allowance(tabsInFull),
      connections: 0,
    };
    known.connections += 1;
    this.#people.set(person, known);
    return known.allowance;
  }

  /** A connection of somebody has ended. */
  leave(person: PersonId): void {
    const known = this.#people.get(person);
    if (known === undefined) return;
    known.connections -= 1;
    if (known.connections > 0) return;
    this.#clock.after(remembered, () => {
      if (known.connections === 0 && this.#people.get(person) === known) {
        this.#people.delete(person);
      }
    });
  }

  /** People whose spending is remembered. */
  get size(): number {
    return this.#people.size;
  }
}
