import { gunzipSync } from 'node:zlib';
import {
  seats,
  type MatchId,
  type PersonId,
  type RoomName,
  type Seat,
  type Timestamp,
} from '../../../shared/base/ids.ts';
import { readReplay } from '../../../shared/replay/index.ts';
import {
  applyRecord,
  decide,
  replayOf,
  type Command,
  type LogRecord,
  type MatchArchive,
  type Person,
  type Replay,
  type RoomState,
} from '../../../shared/room/index.ts';

export const alice: Person = { id: 'alice' as PersonId, name: 'アリス' };
const rival: Person = { id: 'rival' as PersonId, name: 'Rival' };

/** A room that was really decided, command by command, a second apart. */
export interface SampleRoom {
  readonly state: RoomState;
  readonly records: readonly LogRecord[];
}

/** A fresh room. */
export function openedRoom(name: string): SampleRoom {
  const score = { salesforce: 0, heroku: 0, draws: 0 };
  const open: Command = { kind: 'open', room: name as RoomName, seed: 'seed of a room', score };
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

/** A match that Alice wins in a room: her rival gives up after so many turns. */
export function wonMatch(room: string, match: string, turns: number, against = rival): Replay {
  const seated = next(openedRoom(room), { kind: 'take seat', seat: 'heroku', by: alice });
  const both = next(seated, { kind: 'take seat', seat: 'salesforce', by: against });
  return cut(givenUp(both, match, turns, 'salesforce'));
}

/** A match in which a player plays one turn alone and then gives up; it ended at `endedAt`. */
export function playedMatch(match: string, player: Person, endedAt: Timestamp): Replay {
  const seated = next(openedRoom('plaza'), { kind: 'take seat', seat: 'heroku', by: player });
  return cut(givenUp(seated, match, 1, 'heroku', endedAt));
}

/** Whoever sits there starts a match, and after so many turns of waiting one seat gives it up. */
function givenUp(
  seated: SampleRoom,
  match: string,
  turns: number,
  leaver: Seat,
  endedAt?: Timestamp,
): SampleRoom {
  const by = seated.state.seats[leaver]?.id ?? alice.id;
  let room = next(seated, { kind: 'start', by, match: match as MatchId });
  for (const owner of new Set(seats.flatMap((seat) => seated.state.seats[seat]?.id ?? []))) {
    room = next(room, { kind: 'ready', by: owner });
  }
  const step = { action: 'wait', readTo: 0, line: null, error: null } as const;
  const refereed = { salesforce: { version: 0, step }, heroku: { version: 0, step } };
  for (let turn = 1; turn <= turns; turn++) {
    const { phase } = room.state;
    if (phase.kind !== 'running') throw new Error('a sample does not run');
    room = next(room, { kind: 'play turn', turn, refereed }, phase.dueAt);
  }
  return next(room, { kind: 'leave seat', seat: leaver, by }, endedAt);
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

/** A replay as it comes out of an archive, whole; null if it is not kept. */
export async function replayIn(archive: MatchArchive, match: MatchId): Promise<Replay | null> {
  const body = await archive.stored(match);
  if (body === null) return null;
  const replay = readReplay(gunzipSync(body).toString('utf8'));
  if (!replay.ok) throw new Error(`the replay of ${match} is none: ${replay.refusal.code}`);
  return replay.value;
}
