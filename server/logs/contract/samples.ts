import type { MatchId, PersonId, RoomName, Timestamp } from '../../../shared/base/ids.ts';
import {
  applyRecord,
  decide,
  replayOf,
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
export function next(
  room: SampleRoom | null,
  command: Command,
  now: Timestamp = 1_000_000 + 1000 * (room?.records.length ?? 0),
): SampleRoom {
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
  return cut(next(coding, { kind: 'leave seat', seat: 'heroku', by }));
}

/** A match in which a player plays one turn alone and then gives up; it ended at `endedAt`. */
export function playedMatch(match: string, player: Person, endedAt: Timestamp): Replay {
  const by = player.id;
  const seated = next(openedRoom('plaza'), { kind: 'take seat', seat: 'heroku', by: player });
  const coding = next(seated, { kind: 'start', by, match: match as MatchId });
  const running = next(coding, { kind: 'ready', by });
  const { phase } = running.state;
  if (phase.kind !== 'running') throw new Error('a sample does not run');
  const step = { action: 'wait', readTo: 0, line: null, error: null } as const;
  const waits = { version: 0, step };
  const refereed = { salesforce: waits, heroku: waits };
  const played = next(running, { kind: 'play turn', turn: 1, refereed }, phase.dueAt);
  const ended = next(played, { kind: 'leave seat', seat: 'heroku', by }, endedAt);
  return cut(ended);
}

function cut({ records }: SampleRoom): Replay {
  const replay = replayOf(null, records);
  if (replay === null) throw new Error('a sample has no finished match');
  return replay;
}

/** A room where somebody sits down and gets up again until it has so many records. */
export function seatings(name: RoomName, count: number): SampleRoom {
  let sample = openedRoom(name);
  while (sample.records.length < count) {
    const seated = sample.state.seats.salesforce !== null;
    sample = next(
      sample,
      seated
        ? { kind: 'leave seat', seat: 'salesforce', by: alice.id }
        : { kind: 'take seat', seat: 'salesforce', by: alice },
    );
  }
  return sample;
}
