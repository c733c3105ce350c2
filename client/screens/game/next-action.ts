import { seats, type PersonId, type Seat } from '../../../shared/base/ids.ts';
import { unreachable } from '../../../shared/base/result.ts';
import { seatsOf, type RoomState } from '../../../shared/room/index.ts';

/** The one thing a person would do next in a room; it gets the one obvious button. */
export type NextAction =
  | { readonly kind: 'take seat'; readonly seat: Seat }
  | { readonly kind: 'start'; readonly alone: boolean }
  | { readonly kind: 'ready' }
  | { readonly kind: 'play again' }
  /** Ready: that may be taken back. */
  | { readonly kind: 'wait for rival' }
  /** Nothing to press: the reason is told instead. */
  | { readonly kind: 'write on' | 'watch' };

/**
 * What somebody would do next, by where the room stands (R2, R11–R14). Of two free seats the one is
 * offered whose side is `shown`.
 */
export function nextAction(state: RoomState, me: PersonId | null, shown?: Seat): NextAction {
  const mine = me === null ? [] : seatsOf(state, me);
  const free = seats.filter((seat) => state.seats[seat] === null);
  const firstFree = free.find((seat) => seat === shown) ?? free[0];
  const { phase } = state;
  switch (phase.kind) {
    case 'entry':
      if (mine.length > 0) return { kind: 'start', alone: free.length > 0 };
      return firstFree === undefined ? { kind: 'watch' } : { kind: 'take seat', seat: firstFree };
    case 'coding':
      if (mine.length > 0) {
        return { kind: mine.every((seat) => phase.ready[seat]) ? 'wait for rival' : 'ready' };
      }
      return firstFree === undefined ? { kind: 'watch' } : { kind: 'take seat', seat: firstFree };
    case 'running':
      return { kind: mine.length > 0 ? 'write on' : 'watch' };
    case 'result':
      return { kind: mine.length > 0 || free.length === 2 ? 'play again' : 'watch' };
    default:
      return unreachable(phase);
  }
}

/** Whether somebody may change the settings and make a new field now (R6). */
export function maySettle(state: RoomState, me: PersonId | null): boolean {
  const nobody = seats.every((seat) => state.seats[seat] === null);
  return nobody || (me !== null && seatsOf(state, me).length > 0);
}
