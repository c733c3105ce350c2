import { otherSeat, type Seat } from '../../base/ids.ts';
import { ok, refused } from '../../base/result.ts';
import type { Outcome } from '../../battle/index.ts';
import type { CommandOf } from '../commands.ts';
import { inMatch, seatsOf, type RoomState } from '../state.ts';
import type { Decision } from './decision.ts';
import { matchEnded } from './match.ts';

/** R2: a free seat goes to whoever takes it first; a taken one answers by whom. */
export function takeSeat(state: RoomState, command: CommandOf<'take seat'>): Decision {
  const owner = state.seats[command.seat];
  if (owner?.id === command.by.id) return ok([]);
  if (owner !== null) return refused('seat-taken', { seat: command.seat, by: owner.name });
  // A program nobody could write in coding would meet a rival who had all that time.
  if (state.phase.kind === 'running') return refused('match-under-way');
  return ok([{ kind: 'seat taken', seat: command.seat, owner: command.by }]);
}

/** R3: outside a match a seat is left freely; in a match leaving forfeits. */
export function leaveSeat(state: RoomState, command: CommandOf<'leave seat'>): Decision {
  const owner = state.seats[command.seat];
  if (owner === null) return refused('seat-free', { seat: command.seat });
  if (owner.id !== command.by) return refused('not-your-seat', { by: owner.name });
  if (!inMatch(state)) return ok([{ kind: 'seat left', seat: command.seat, reason: 'left' }]);
  return ok([
    { kind: 'seat left', seat: command.seat, reason: 'forfeit' },
    matchEnded(state, forfeit(state, command.seat)),
  ]);
}

/** R3: a seat whose owner has been gone for too long is freed, but never in a match. */
export function freeSeat(state: RoomState, command: CommandOf<'free seat'>): Decision {
  if (inMatch(state)) return refused('match-under-way');
  if (state.seats[command.seat]?.id !== command.owner) return refused('seat-free');
  return ok([{ kind: 'seat left', seat: command.seat, reason: 'gone' }]);
}

/** A new nickname for somebody who holds a seat; others need no entry for it. */
export function rename(state: RoomState, command: CommandOf<'rename'>): Decision {
  const renamed = seatsOf(state, command.by.id).some(
    (seat) => state.seats[seat]?.name !== command.by.name,
  );
  return ok(renamed ? [{ kind: 'person renamed', person: command.by }] : []);
}

function forfeit(state: RoomState, leaver: Seat): Outcome {
  const rival = otherSeat(leaver);
  return state.seats[rival] === null
    ? { kind: 'draw', by: 'forfeit' }
    : { kind: 'won', winner: rival, by: 'forfeit' };
}
