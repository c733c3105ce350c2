import type { MatchId, PersonId, RoomName } from '../../../shared/base/ids.ts';
import {
  applyRecord,
  decide,
  publicRecord,
  publicState,
  replayFormat,
  type Command,
  type LogRecord,
  type Person,
  type Replay,
  type RoomState,
} from '../../../shared/room/index.ts';

export const alice: Person = { id: 'alice' as PersonId, name: 'アリス' };

/** A room that was really decided, command by command, a second apart. */
export interface SampleRoom {
  readonly state: RoomState;
  readonly records: readonly LogRecord[];
}

/** A fresh room. */
export function openedRoom(name: string): SampleRoom {
  const score = { salesforce: 0, heroku: 0, draws: 0 };
  const open: Command = { kind: 'open', room: name as RoomName, seed: `seed of ${name}`, score };
  return next(null, open);
}

/** The room after one more command, which must succeed. */
export function next(room: SampleRoom | null, command: Command): SampleRoom {
  const now = 1_000_000 + 1000 * (room?.records.length ?? 0);
  const decision = decide(room?.state ?? null, command, now);
  if (!decision.ok) throw new Error(`a sample was refused: ${decision.refusal.code}`);
  const record: LogRecord = { seq: (room?.state.seq ?? 0) + 1, at: now, entries: decision.value };
  return {
    state: applyRecord(room?.state ?? null, record),
    records: [...(room?.records ?? []), record],
  };
}

/** A match that Alice starts and gives up: the rival seat is empty, so it is a draw (R3). */
export function forfeitedMatch(room: string, match: string): Replay {
  const by = alice.id;
  const seated = next(openedRoom(room), { kind: 'take seat', seat: 'heroku', by: alice });
  const coding = next(seated, { kind: 'start', by, match: match as MatchId });
  const ended = next(coding, { kind: 'leave seat', seat: 'heroku', by });
  return {
    format: replayFormat,
    match: match as MatchId,
    room: room as RoomName,
    endedAt: ended.records.at(-1)?.at ?? 0,
    start: publicState(seated.state),
    records: ended.records.slice(seated.records.length).map(publicRecord),
  };
}
