import { perSeat, type PersonId, type Seat } from '../../base/ids.ts';
import type { RoomState } from '../state.ts';
import type { Presence } from './audience.ts';

/** Connections of one room on this process. A person may have several: tabs are one owner (R5). */
export class Members {
  readonly #people = new Map<string, PersonId>();

  join(connection: string, person: PersonId): void {
    this.#people.set(connection, person);
  }

  leave(connection: string): void {
    this.#people.delete(connection);
  }

  get empty(): boolean {
    return this.#people.size === 0;
  }

  has(person: PersonId): boolean {
    for (const member of this.#people.values()) if (member === person) return true;
    return false;
  }

  /** Seats whose owners are not connected here. */
  absentOwners(state: RoomState): { readonly seat: Seat; readonly owner: PersonId }[] {
    return (['salesforce', 'heroku'] as const).flatMap((seat) => {
      const owner = state.seats[seat]?.id;
      return owner === undefined || this.has(owner) ? [] : [{ seat, owner }];
    });
  }

  presence(state: RoomState): Presence {
    const owners = new Set([state.seats.salesforce?.id, state.seats.heroku?.id]);
    const watchers = new Set([...this.#people.values()].filter((person) => !owners.has(person)));
    return {
      here: perSeat((seat) => {
        const owner = state.seats[seat]?.id;
        return owner !== undefined && this.has(owner);
      }),
      watching: watchers.size,
    };
  }
}
