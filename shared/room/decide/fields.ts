import type { PersonId, RoomName } from '../../base/ids.ts';
import { ok, refused } from '../../base/result.ts';
import { checkSettings, defaultSettings, fieldFor, type Settings } from '../../battle/index.ts';
import type { CommandOf } from '../commands.ts';
import type { Entry } from '../entries.ts';
import { inMatch, seatsOf, type RoomState } from '../state.ts';
import type { Decision } from './decision.ts';

type FieldMade = Entry & { kind: 'field made' };
/** A room opens with a field of the default settings (R6). */
export function openRoom({ room, seed, score }: CommandOf<'open'>): Entry[] {
  return [{ ...fieldMade(room, defaultSettings, seed), score }];
}

/** R6: whoever holds a seat may change the settings; while nobody does, anyone may. */
export function makeField(state: RoomState, command: CommandOf<'make field'>): Decision {
  if (inMatch(state)) return refused('match-under-way');
  if (state.phase.kind !== 'entry') return refused('not-in-entry');
  if (!maySet(state, command.by)) return refused('no-seat');
  const checked = checkSettings(command.settings);
  if (!checked.ok) {
    return refused('settings-refused', {
      reason: checked.refusal.code,
      ...checked.refusal.details,
    });
  }
  return ok([fieldMade(state.room, checked.value, command.seed)]);
}

/** R14: after a result, a new field by the same settings. */
export function playAgain(state: RoomState, command: CommandOf<'play again'>): Decision {
  if (state.phase.kind !== 'result') return refused('not-in-result');
  if (!maySet(state, command.by)) return refused('no-seat');
  return ok([fieldMade(state.room, state.settings, command.seed)]);
}

/** R14: after a result, the same field with the sides changed. */
export function swapSeats(state: RoomState, command: CommandOf<'swap seats'>): Decision {
  if (state.phase.kind !== 'result') return refused('not-in-result');
  if (!maySet(state, command.by)) return refused('no-seat');
  if (state.secret === null) throw new Error('the authority always knows the secret');
  return ok([{ kind: 'seats swapped', secret: state.secret }]);
}

function maySet(state: RoomState, person: PersonId): boolean {
  const nobody = state.seats.salesforce === null && state.seats.heroku === null;
  return nobody || seatsOf(state, person).length > 0;
}

function fieldMade(room: RoomName, settings: Settings, seed: string): FieldMade {
  const { field, sealed } = fieldFor(settings, seed);
  return { kind: 'field made', room, settings, field, secret: { seed, sealed } };
}
