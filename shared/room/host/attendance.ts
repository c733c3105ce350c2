import type { Milliseconds, PersonId } from '../../base/ids.ts';
import type { Clock } from '../ports.ts';
import { inMatch, type RoomState } from '../state.ts';
import type { Presence } from './audience.ts';
import { afterRunning } from './grace.ts';
import { Members } from './members.ts';

/** R3: a seat is freed when its owner has been gone this long outside a match. */
export const goneAfter: Milliseconds = 30_000;

/** Presence goes out at most this often, however many come and go. */
const presencePace: Milliseconds = 1000;

/** What attendance is kept for. */
export interface AttendanceParts {
  readonly clock: Clock;
  readonly state: () => RoomState;
  /** Who is here has changed for everybody. */
  readonly tell: (presence: Presence) => void;
  /** Who is here through this process has changed. */
  readonly here: (people: readonly PersonId[]) => void;
  /** An owner has been gone for too long (R3). */
  readonly gone: (owner: PersonId) => void;
}

/** Keeps who is in a room: tells it in a steady pace, and counts absent owners out (R3, R4). */
export class Attendance {
  readonly members = new Members();
  readonly #parts: AttendanceParts;
  readonly #leaving = new Map<PersonId, () => void>();
  #stopTelling: (() => void) | null = null;
  #told = '';
  #closed = false;

  constructor(parts: AttendanceParts) {
    this.#parts = parts;
  }

  /** Somebody came or went through this process. */
  changed(): void {
    if (!this.#closed) this.#parts.here(this.members.here);
    this.review();
  }

  /** Somebody came or went somewhere, or the seats have other owners. */
  review(): void {
    this.watchOwners();
    this.#tell();
  }

  /** Who is here is told by seat: after a change of seats what was told before is wrong at once. */
  seatsChanged(): void {
    this.#stopTelling?.();
    this.#stopTelling = null;
    this.review();
  }

  /** Begins to count for owners who are away, and ends it for those who are back (R3). */
  watchOwners(): void {
    const state = this.#parts.state();
    const absent = inMatch(state) ? [] : this.members.absentOwners(state);
    for (const [person, stop] of this.#leaving) {
      if (absent.some(({ owner }) => owner === person)) continue;
      stop();
      this.#leaving.delete(person);
    }
    if (this.#closed) return;
    for (const { owner } of absent) {
      if (this.#leaving.has(owner)) continue;
      const stop = afterRunning(this.#parts.clock, goneAfter, () => {
        this.#leaving.delete(owner);
        if (!this.members.has(owner)) this.#parts.gone(owner);
      });
      this.#leaving.set(owner, stop);
    }
  }

  close(): void {
    this.#closed = true;
    this.#stopTelling?.();
    for (const stop of this.#leaving.values()) stop();
    this.#leaving.clear();
  }

  #tell(): void {
    if (this.#stopTelling !== null || this.#closed) return;
    const presence = this.members.presence(this.#parts.state());
    const told = JSON.stringify(presence);
    if (told === this.#told) return;
    this.#told = told;
    this.#parts.tell(presence);
    this.#stopTelling = this.#parts.clock.after(presencePace, () => {
      this.#stopTelling = null;
      this.#tell();
    });
  }
}
