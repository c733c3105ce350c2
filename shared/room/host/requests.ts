import type { PersonId } from '../../base/ids.ts';
import { ok, refused, unreachable, type Result } from '../../base/result.ts';
import type { CommandOf, PersonCommand, RoomRefusalCode } from '../commands.ts';
import { maySubmit } from '../decide/writing.ts';
import type { Person } from '../entries.ts';
import type { Chance } from '../ports.ts';
import type { Referee } from '../referee.ts';
import type { RoomState } from '../state.ts';

/** What a person may ask; who they are is known from their session, never from the wish itself. */
export type Wish =
  | Omit<CommandOf<'make field'>, 'by' | 'seed'>
  | Omit<CommandOf<'take seat'>, 'by'>
  | Omit<CommandOf<'leave seat'>, 'by'>
  | Omit<CommandOf<'rename'>, 'by'>
  | Omit<CommandOf<'start'>, 'by' | 'match'>
  | Omit<CommandOf<'ready'>, 'by'>
  | Omit<CommandOf<'not ready'>, 'by'>
  | Omit<CommandOf<'play again'>, 'by' | 'seed'>
  | Omit<CommandOf<'swap seats'>, 'by'>
  | Omit<CommandOf<'edit'>, 'by'>
  | (Omit<CommandOf<'submit step'>, 'by' | 'refereed'> & { readonly version: number });

/** Takes the price of so many stored bytes; false when whoever wishes has not so many left. */
export type Pay = (bytes: number) => boolean;

/** A wish and the person whose session it came from. */
export interface PersonRequest {
  readonly by: Person;
  readonly wish: Wish;
  /** Asked with what is about to be stored; without it nobody counts. */
  readonly pay?: Pay;
}

/** Completes a wish by what only the host may say: the person, chance, and the referee's step. */
export function commandFor(
  state: RoomState,
  { by, wish }: PersonRequest,
  chance: Chance,
  referee: Referee,
): Result<PersonCommand, RoomRefusalCode> {
  const id: PersonId = by.id;
  switch (wish.kind) {
    case 'take seat':
    case 'rename':
      return ok({ ...wish, by });
    case 'leave seat':
    case 'ready':
    case 'not ready':
    case 'swap seats':
      return ok({ ...wish, by: id });
    case 'edit': {
      // Each letter comes here. Written out, for V8 makes a new shape of every such spread.
      const { kind, seat, epoch, version, updates } = wish;
      return ok({ kind, by: id, seat, epoch, version, updates });
    }
    case 'make field':
    case 'play again':
      return ok({ ...wish, by: id, seed: chance.seed() });
    case 'start':
      return ok({ ...wish, by: id, match: chance.matchId() });
    case 'submit step': {
      const refusal = maySubmit(state, { by: id, seat: wish.seat, turn: wish.turn });
      if (refusal !== null) return refused(refusal);
      const refereed = referee.step(state, wish.seat, wish.version);
      if (refereed === null) return refused('stale-step');
      const { version: _version, ...rest } = wish;
      return ok({ ...rest, by: id, refereed });
    }
    default:
      return unreachable(wish);
  }
}
