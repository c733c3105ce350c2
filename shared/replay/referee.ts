import { perSeat, seats, type PerSeat } from '../base/ids.ts';
import { boardText, fieldFor } from '../battle/index.ts';
import { createProgramRun, type Step } from '../program/index.ts';
import {
  applyRecord,
  eventsOf,
  programSeed,
  type PlayedTurn,
  type Replay,
  type RoomState,
} from '../room/index.ts';
import { digestOf } from './digest.ts';

/** How a match came out when it was played again. */
export interface Refereed {
  /** The field after each turn and what both programs did in it, in short. */
  readonly digests: readonly string[];
  /** The first turn that came out otherwise than it was stored, 0 for the field itself; or null. */
  readonly differs: number | null;
}

/**
 * Plays a match again from its log, with the field made anew from its seed and both programs run
 * anew on the texts that were locked (L5, A8), and compares every turn with what was stored. The
 * same digests come out on every machine.
 */
export function refereeReplay(replay: Replay): Refereed {
  const end = replay.records.reduce<RoomState>(applyRecord, replay.start);
  if (end.secret === null) throw new Error('a finished match has told its secret');
  const { field, sealed } = fieldFor(replay.start.settings, end.secret.seed);
  const sameField =
    digestOf(field) === digestOf(end.field) && digestOf(sealed) === digestOf(end.secret.sealed);
  const stored = end.turns.map(({ steps, revealed }) => ({ steps, revealed }));
  const started = replay.records[0];
  if (started === undefined) throw new Error('a replay has records');
  const start = applyRecord(replay.start, started);
  const runs = perSeat((seat) => createProgramRun(seat, programSeed(end, seat)));
  const digests: string[] = [];
  let differs: number | null = sameField ? null : 0;
  let { battle } = start;
  for (const [index, turn] of stored.entries()) {
    const steps: PerSeat<Step> = perSeat((seat) => {
      const read = end.documents[seat].text.slice(0, turn.steps[seat].readTo);
      return runs[seat].step(read, battle);
    });
    const played: PlayedTurn = { steps, revealed: turn.revealed };
    ({ battle } = eventsOf(battle, played));
    digests.push(digestOf({ board: boardText(battle), steps }));
    const same = seats.every((seat) => digestOf(steps[seat]) === digestOf(turn.steps[seat]));
    if (!same) differs ??= index + 1;
  }
  return { digests, differs };
}
