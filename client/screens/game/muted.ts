import { signal } from '@preact/signals';
import type { PersonId } from '../../../shared/base/ids.ts';
import { recallJson, remember } from '../../ui/memory.ts';

/** More would mean that somebody plays with the button. */
const mostMuted = 200;

function people(value: unknown): readonly PersonId[] | null {
  if (!Array.isArray(value)) return null;
  return value.filter((person): person is PersonId => typeof person === 'string');
}

/** The people this viewer does not want to read (R34); remembered in this browser only. */
class MutedPeople {
  readonly #people = signal<ReadonlySet<PersonId>>(new Set(recallJson('muted', people) ?? []));

  get value(): ReadonlySet<PersonId> {
    return this.#people.value;
  }

  mute(person: PersonId): void {
    this.#keep([...this.#people.peek(), person]);
  }

  hear(person: PersonId): void {
    this.#keep([...this.#people.peek()].filter((muted) => muted !== person));
  }

  #keep(people: readonly PersonId[]): void {
    const kept = people.slice(-mostMuted);
    this.#people.value = new Set(kept);
    remember('muted', JSON.stringify(kept));
  }
}

/** This viewer's muted people. */
export const muted = new MutedPeople();
