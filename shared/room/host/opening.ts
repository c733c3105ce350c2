import type { RoomName } from '../../base/ids.ts';
import { applyRecord } from '../apply.ts';
import { decide } from '../decide/index.ts';
import type { Chance, Clock, MatchArchive, RoomLog, StoredRoom } from '../ports.ts';
import type { RoomState } from '../state.ts';
import { RoomNotAdmitted, type RoomGate } from './gate.ts';

/** What a room is opened with. */
export interface OpeningParts {
  readonly log: RoomLog;
  readonly archive: MatchArchive;
  readonly clock: Clock;
  readonly chance: Chance;
}

/** A stored room as it stands after its last record. */
export function foldOf({ snapshot, records }: StoredRoom): RoomState {
  const state = records.reduce<RoomState | null>(applyRecord, snapshot?.state ?? null);
  if (state === null) throw new Error('a stored room without a record');
  return state;
}

/** Opens a room that was never there (R1); another process may be first, then it is that one's. */
export async function openNew(
  room: RoomName,
  parts: OpeningParts,
  gate: RoomGate,
): Promise<StoredRoom> {
  const full = gate.newRoom.take();
  if (full !== null) throw new RoomNotAdmitted(full);
  try {
    return await opened(room, parts);
  } catch (error) {
    gate.newRoom.giveBack();
    throw error;
  }
}

async function opened(room: RoomName, parts: OpeningParts): Promise<StoredRoom> {
  const score = await parts.archive.score(room);
  const decision = decide(
    null,
    { kind: 'open', room, seed: parts.chance.seed(), score },
    parts.clock.now(),
  );
  if (!decision.ok) throw new Error(`a new room was refused: ${decision.refusal.code}`);
  const record = { seq: 1, at: parts.clock.now(), entries: decision.value };
  if ((await parts.log.append(room, record)) === 'appended') {
    return { snapshot: null, records: [record] };
  }
  const stored = await parts.log.load(room);
  if (stored === null) throw new Error(`room ${room} was there and is not`);
  return stored;
}
