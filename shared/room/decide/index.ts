import type { Milliseconds, Timestamp } from '../../base/ids.ts';
import { ok, refused, unreachable } from '../../base/result.ts';
import type { Command } from '../commands.ts';
import { startShout, type RoomState } from '../state.ts';
import type { Decision } from './decision.ts';
import { makeField, openRoom, playAgain, swapSeats } from './fields.ts';
import { endCoding, notReady, playTurn, ready, start } from './match.ts';
import { hasPassed } from './meant.ts';
import { freeSeat, leaveSeat, rename, takeSeat } from './seats.ts';
import { edit, submitStep } from './writing.ts';

/**
 * All rules about who may do what when (A2). Pure: `now` is the server's clock, chance and ids come
 * inside the command. An empty list of entries means that the wish is already true. `shout` is how long
 * "start" is shown (R13): only tests, which play many matches, give another.
 */
export function decide(
  state: RoomState | null,
  command: Command,
  now: Timestamp,
  shout: Milliseconds = startShout,
): Decision {
  if (command.kind === 'open') {
    return state === null ? ok(openRoom(command)) : refused('already-open');
  }
  if (state === null) return refused('not-open');
  if ('meant' in command && hasPassed(state, command)) return refused('too-late');
  switch (command.kind) {
    case 'make field':
      return makeField(state, command);
    case 'play again':
      return playAgain(state, command);
    case 'swap seats':
      return swapSeats(state, command);
    case 'take seat':
      return takeSeat(state, command);
    case 'leave seat':
      return leaveSeat(state, command);
    case 'free seat':
      return freeSeat(state, command);
    case 'rename':
      return rename(state, command);
    case 'start':
      return start(state, command, now);
    case 'ready':
      return ready(state, command, now, shout);
    case 'not ready':
      return notReady(state, command);
    case 'end coding':
      return endCoding(state, now, shout);
    case 'play turn':
      return playTurn(state, command, now);
    case 'edit':
      return edit(state, command);
    case 'submit step':
      return submitStep(state, command);
    default:
      return unreachable(command);
  }
}
