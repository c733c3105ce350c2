import type { Seat } from '../../base/ids.ts';
import { ok, refused } from '../../base/result.ts';
import { maximalProgramLength } from '../../program/index.ts';
import type { CommandOf, RefereedStep, RoomRefusalCode } from '../commands.ts';
import { applyChanges, settledUpdates } from '../changes.ts';
import { authorityClient, lockAt, restoringUpdate } from '../document.ts';
import type { Entry } from '../entries.ts';
import { inMatch, type RoomState } from '../state.ts';
import type { Decision } from './decision.ts';

/**
 * A push of typed text (A10): refused, never rebased, unless it was made on the current version.
 * Where it touches locked text the authority puts that back in the same record (A11).
 */
export function edit(state: RoomState, command: CommandOf<'edit'>): Decision {
  const refusal = mayWrite(state, command);
  if (refusal !== null) return refused(refusal);
  const document = state.documents[command.seat];
  if (command.epoch !== document.epoch) return refused('other-document');
  if (command.version !== document.version) {
    return refused('stale-version', { version: document.version });
  }
  if (command.updates.some((update) => update.clientId === authorityClient)) {
    return refused('bad-change');
  }
  if (command.updates.length === 0) return ok([]);
  const settled = settledUpdates(document.text, command.updates);
  if (!settled.ok) return settled;
  const { text: edited, updates } = settled.value;
  const restoring = restoringUpdate(document, updates);
  // With what is put back: a push that deletes locked text must not make room for more.
  const text = restoring === null ? edited : applyChanges(edited, restoring.changes);
  // What the authority has put back may have made a program too long: it may be made shorter.
  if (text.length > Math.max(maximalProgramLength, document.text.length)) {
    return refused('program-too-long', { maximum: maximalProgramLength });
  }
  return ok([
    {
      kind: 'program edited',
      seat: command.seat,
      epoch: document.epoch,
      version: document.version,
      updates: restoring === null ? updates : [...updates, restoring],
    },
  ]);
}

/** A7, A8: the owner says what was read; what the referee read from the same text is what counts. */
export function submitStep(state: RoomState, command: CommandOf<'submit step'>): Decision {
  const refusal = maySubmit(state, command);
  if (refusal !== null) return refused(refusal);
  const { claimed, refereed, seat } = command;
  const lockOf = (readTo: number): number | undefined =>
    lockAt(state.documents[seat], refereed.version, readTo)?.lockedTo;
  const confirmed =
    claimed.action === refereed.step.action &&
    lockOf(claimed.readTo) === lockOf(refereed.step.readTo);
  const entries = readStep(state, seat, command.turn, refereed, confirmed);
  return entries === null ? refused('stale-step') : ok(entries);
}

/** Whether a step may be submitted now, looked at before the referee is troubled. */
export function maySubmit(
  state: RoomState,
  command: Pick<CommandOf<'submit step'>, 'by' | 'seat' | 'turn'>,
): RoomRefusalCode | null {
  if (state.phase.kind !== 'running') return 'not-running';
  if (state.seats[command.seat]?.id !== command.by) return 'not-your-seat';
  if (command.turn !== state.battle.turn + 1) return 'wrong-turn';
  if (state.nextSteps[command.seat] !== null) return 'step-already-read';
  return null;
}

/** The entries that read a step and lock its text; null when its version is not kept any more. */
export function readStep(
  state: RoomState,
  seat: Seat,
  turn: number,
  refereed: RefereedStep,
  confirmed: boolean | null,
): Entry[] | null {
  const document = state.documents[seat];
  const locking = lockAt(document, refereed.version, refereed.step.readTo);
  if (locking === null) return null;
  const step = { ...refereed.step, readTo: locking.lockedTo };
  return [
    ...(locking.update === null
      ? []
      : [
          {
            kind: 'program edited',
            seat,
            epoch: document.epoch,
            version: document.version,
            updates: [locking.update],
          } as const,
        ]),
    { kind: 'step read', seat, turn, step, confirmed },
  ];
}

function mayWrite(
  state: RoomState,
  command: Pick<CommandOf<'edit'>, 'by' | 'seat'>,
): RoomRefusalCode | null {
  if (state.seats[command.seat]?.id !== command.by) return 'not-your-seat';
  return inMatch(state) ? null : 'not-in-match';
}
