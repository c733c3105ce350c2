import { perSeat, seats, type PerSeat, type PersonId, type Seat } from '../../base/ids.ts';
import type { Command, RoomRefusalCode } from '../commands.ts';
import { maySubmit } from '../decide/writing.ts';
import type { Clock } from '../ports.ts';
import type { Referee } from '../referee.ts';
import type { RoomState } from '../state.ts';
import type { FairTurns } from './fair-turns.ts';
import type { Wish } from './requests.ts';

/** A room whose referee makes steps ready before they are asked for. */
export interface Preparing {
  readonly turns: FairTurns;
  readonly clock: Clock;
  readonly referee: Referee;
  readonly state: () => RoomState;
  readonly closed: () => boolean;
}

/**
 * Has the referee make a step ready, in turn with the other rooms and one turn of the program at a
 * time, as long as it is asked for.
 */
async function prepareStep(
  { turns, referee, state, closed }: Preparing,
  seat: Seat,
  version: number,
  asked: () => boolean,
): Promise<void> {
  for (let ready = false; !ready;) {
    await turns.enter(state().room);
    if (closed() || !asked()) return;
    ready = turns.run(state().room, () => referee.advance(state(), seat, version));
  }
}

/** The step that a person says to have read, unless it would be refused anyway. */
export async function prepareWish(
  parts: Preparing,
  by: PersonId,
  { seat, turn, version }: Extract<Wish, { readonly kind: 'submit step' }>,
): Promise<void> {
  const asked = (): boolean => maySubmit(parts.state(), { by, seat, turn }) === null;
  if (asked()) await prepareStep(parts, seat, version, asked);
}

/** The steps that the clock's turn needs; answers the versions of the texts they are read from. */
export async function prepareTurn(parts: Preparing): Promise<PerSeat<number>> {
  const versions: Record<Seat, number> = { salesforce: 0, heroku: 0 };
  for (const seat of seats) {
    versions[seat] = parts.state().documents[seat].version;
    await prepareStep(parts, seat, versions[seat], () => {
      const { phase, nextSteps } = parts.state();
      if (phase.kind !== 'running' || nextSteps[seat] !== null) return false;
      return parts.clock.now() >= phase.dueAt;
    });
  }
  return versions;
}

/** What the clock does now; a step is read from its text as it was made ready, if that is kept. */
export function clockCommand(
  { clock, referee, state: room }: Preparing,
  versions: PerSeat<number>,
): Command | RoomRefusalCode {
  const state = room();
  if (state.phase.kind === 'coding') return { kind: 'end coding' };
  if (state.phase.kind !== 'running') return 'not-running';
  // Asked only when due, so that no interpreter runs ahead of a turn that is refused.
  if (clock.now() < state.phase.dueAt) return 'too-early';
  const refereed = perSeat((seat) =>
    state.nextSteps[seat] === null
      ? (referee.step(state, seat, versions[seat]) ??
        referee.step(state, seat, state.documents[seat].version))
      : null,
  );
  return { kind: 'play turn', turn: state.battle.turn + 1, refereed };
}
