import type { Meant, PersonCommand } from '../commands.ts';
import type { RoomState } from '../state.ts';

/** What a press is meant for in a room as it is shown now. */
export function meantFor({ phase, documents }: RoomState): Meant {
  // Both programs get a new epoch with every new field, start and change of sides.
  return { phase: phase.kind, epoch: documents.salesforce.epoch };
}

/** Whether the room has gone on since the moment a press was meant for. */
export function hasPassed(
  state: RoomState,
  { kind, meant }: Extract<PersonCommand, { readonly meant?: Meant | undefined }>,
): boolean {
  if (meant === undefined) return false;
  const now = meantFor(state);
  if (meant.phase !== now.phase) return true;
  // Before a match a seat is the same seat on whatever field.
  const aboutSeat = kind === 'take seat' || kind === 'leave seat';
  return !(aboutSeat && now.phase === 'entry') && meant.epoch !== now.epoch;
}
