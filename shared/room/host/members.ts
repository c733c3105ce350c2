import { perSeat, type PersonId, type Seat } from '../../base/ids.ts';
import type { RoomState } from '../state.ts';
import type { Presence } from './audience.ts';

/**
 * Who is in one room: connections of this process, and people who are there through others. A person
 * may have several connections: tabs are one owner (R5).
 */
export class Members {
  readonly #people = new Map<string, PersonId>();
  #elsewhere: readonly (readonly PersonId[])[] = [];

  join(connection: string, person: PersonId): void {
    this.#people.set(connection, person);
  }

  leave(connection: string): void {
    this.#people.delete(connection);
  }

  /** Who is there through other processes now. */
  hear(elsewhere: readonly (readonly PersonId[])[]): void {
    this.#elsewhere = elsewhere;
  }

  /** True when somebody is there through another process. */
  get elsewhere(): boolean {
    return this.#elsewhere.some((people) => people.length > 0);
  }

  /** True when nobody is here through this process. */
  get empty(): boolean {
    return this.#people.size === 0;
  }

  /** The people here through this process, each once, in a fixed order. */
  get here(): readonly PersonId[] {
    return [...new Set(this.#people.values())].toSorted();
  }

  has(person: PersonId): boolean {
    for (const member of this.#people.values()) if (member === person) return true;
    return this.#elsewhere.some((people) => people.includes(person));
  }

  /** Seats whose owners are not connected anywhere. */
  absentOwners(state: RoomState): { readonly seat: Seat; readonly owner: PersonId }[] {
    return (['salesforce', 'heroku'] as const).flatMap((seat) => {
      const owner = state.seats[seat]?.id;
      return owner === undefined || this.has(owner) ? [] : [{ seat, owner }];
    });
  }

  presence(state: RoomState): Presence {
    const owners = new Set([state.seats.salesforce?.id, state.seats.heroku?.id]);
    const everybody = [...this.#people.values(), ...this.#elsewhere.flat()];
    const watchers = new Set(everybody.filter((person) => !owners.has(person)));
    return {
      here: perSeat((seat) => {
        const owner = state.seats[seat]?.id;
        return owner !== undefined && this.has(owner);
      }),
      watching: watchers.size,
    };
  }
}
