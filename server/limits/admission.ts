import type { MatchId, Milliseconds, PersonId, Timestamp } from '../../shared/base/ids.ts';
import { refused, type Refusal } from '../../shared/base/result.ts';
import type { LimitCode } from '../../shared/protocol/index.ts';
import { Buckets, type Pace } from './buckets.ts';
import { counted } from './counted.ts';
import type { Limits } from './settings.ts';

/** Time in which a bucket of an address or a person is full again. */
const window: Milliseconds = 10 * 60_000;

/** A reviewer writes a few notes in a row; nobody writes one every few seconds for long. */
const notesOfPerson: Pace = { burst: 6, refill: 8000 };

/** A class looks at one match together. Cookies cost nothing, so matches are guarded as well. */
const notesOnMatch: Pace = { burst: 40, refill: 1500 };

/** Of each kind so many are remembered, about 2 MB. */
const mostRemembered = 20_000;

/** Pages of a person, or of everybody, go when they go: it is worth trying again after this. */
const whenSomeGo: Milliseconds = 20_000;

/** Somebody, and where they come from. */
export interface Visitor {
  readonly address: string;
  /** Null without a cookie of ours. */
  readonly person: PersonId | null;
}

/** Why something is not begun now; `retryAfter` in its details are seconds. */
export type Full<Code extends LimitCode = LimitCode> = Refusal<Code>;

/** Permission for one thing that is about to begin, taken when it does. */
export interface Permit<Code extends LimitCode> {
  /** Null when it may begin. */
  take(): Full<Code> | null;
  /** It has come to nothing after all. */
  giveBack(): void;
}

/**
 * Who and what is let in by this process: limits by address and by person on what is new, and on what
 * there is at once. What somebody does who is in, keys above all, is no business of it.
 */
export class Admission {
  readonly #limits: Limits;
  readonly #now: () => Timestamp;
  /** Apart, so that no crowd of one kind makes us forget the others: cookies and names of matches cost nothing. */
  readonly #buckets = {
    addresses: new Buckets(mostRemembered),
    people: new Buckets(mostRemembered),
    matches: new Buckets(mostRemembered),
  };
  readonly #open = { addresses: new Map<string, number>(), people: new Map<PersonId, number>() };
  #sockets = 0;

  constructor(limits: Limits, now: () => Timestamp) {
    this.#limits = limits;
    this.#now = now;
  }

  /** Names of which something is remembered beyond what is open. */
  get remembered(): number {
    const { addresses, people, matches } = this.#buckets;
    return addresses.size + people.size + matches.size;
  }

  /** A browser that was never here is about to get a cookie. */
  newPerson({ address }: Visitor): Full<'too-many-people'> | null {
    const { people } = this.#limits.perAddress;
    return this.#take('too-many-people', [['addresses', `people ${address}`, paceOf(people)]]);
  }

  /** Whether a browser without a cookie could get one now. */
  stranger({ address }: Visitor): Full<'too-many-people'> | null {
    const { people } = this.#limits.perAddress;
    return this.#full('too-many-people', [['addresses', `people ${address}`, paceOf(people)]]);
  }

  /** A connection is about to be opened. */
  newSocket({
    address,
    person,
  }: Visitor): Full<'too-many-sockets' | 'too-many-pages' | 'server-full'> | null {
    const { perAddress, perPerson, inAll } = this.#limits;
    const { addresses, people } = this.#open;
    const known = person === null || people.has(person);
    if (this.#sockets >= inAll.sockets || (!known && people.size >= inAll.people)) {
      return full('server-full', whenSomeGo);
    }
    if (person !== null && (people.get(person) ?? 0) >= perPerson.sockets) {
      return full('too-many-pages', whenSomeGo);
    }
    if ((addresses.get(address) ?? 0) >= perAddress.sockets) {
      return full('too-many-sockets', whenSomeGo);
    }
    return this.#take('too-many-sockets', [
      ['addresses', `sockets ${address}`, paceOf(perAddress.sockets)],
    ]);
  }

  /** A connection is open; answers what to call when it is closed. */
  socketOpened({ address, person }: Visitor): () => void {
    this.#sockets += 1;
    const gone = [counted(this.#open.addresses, address)];
    if (person !== null) gone.push(counted(this.#open.people, person));
    return () => {
      this.#sockets -= 1;
      for (const go of gone) go();
    };
  }

  /** Another room would be served by this process, which serves `rooms`. */
  anotherRoom(rooms: number): Full<'server-full'> | null {
    return rooms >= this.#limits.inAll.rooms ? full('server-full', whenSomeGo) : null;
  }

  /** A room that was never there. */
  newRoom(visitor: Visitor): Permit<'too-many-rooms'> {
    return this.#permit('too-many-rooms', visitor, 'rooms');
  }

  /** A match. */
  newMatch(visitor: Visitor): Permit<'too-many-matches'> {
    return this.#permit('too-many-matches', visitor, 'matches');
  }

  /** A note on a match that is there: 0, or how long to wait before another may be left. */
  newNote(person: PersonId, match: MatchId): Milliseconds {
    return this.#takeAll([
      ['people', `notes of ${person}`, notesOfPerson],
      ['matches', match, notesOnMatch],
    ]);
  }

  #permit<Code extends LimitCode>(
    code: Code,
    { address, person }: Visitor,
    kind: 'rooms' | 'matches',
  ): Permit<Code> {
    const { perAddress, perPerson } = this.#limits;
    const buckets: NamedPace[] = [['addresses', `${kind} ${address}`, paceOf(perAddress[kind])]];
    if (person !== null) buckets.push(['people', `${kind} of ${person}`, paceOf(perPerson[kind])]);
    let taken = false;
    return {
      take: () => {
        const refusal = this.#take(code, buckets);
        taken = refusal === null;
        return refusal;
      },
      giveBack: () => {
        if (taken) {
          for (const [whose, name, pace] of buckets) this.#buckets[whose].giveBack(name, pace);
        }
        taken = false;
      },
    };
  }

  #take<Code extends LimitCode>(code: Code, buckets: readonly NamedPace[]): Full<Code> | null {
    const wait = this.#takeAll(buckets);
    return wait > 0 ? full(code, wait) : null;
  }

  #takeAll(buckets: readonly NamedPace[]): Milliseconds {
    const wait = this.#wait(buckets);
    if (wait > 0) return wait;
    for (const [whose, name, pace] of buckets) this.#buckets[whose].take(name, pace, this.#now());
    return 0;
  }

  #full<Code extends LimitCode>(code: Code, buckets: readonly NamedPace[]): Full<Code> | null {
    const wait = this.#wait(buckets);
    return wait > 0 ? full(code, wait) : null;
  }

  #wait(buckets: readonly NamedPace[]): Milliseconds {
    const now = this.#now();
    return Math.max(
      ...buckets.map(([whose, name, pace]) => this.#buckets[whose].wait(name, pace, now)),
    );
  }
}

type NamedPace = readonly [whose: 'addresses' | 'people' | 'matches', name: string, pace: Pace];

function paceOf(limit: number): Pace {
  return { burst: limit, refill: window / limit };
}

function full<Code extends LimitCode>(code: Code, wait: Milliseconds): Full<Code> {
  return refused(code, { retryAfter: Math.max(1, Math.ceil(wait / 1000)) }).refusal;
}
