import type { RoomName } from '../../base/ids.ts';
import { decide } from '../decide/index.ts';
import { encodeRecord } from '../encoded-record.ts';
import type { Chance, Clock, MatchArchive, RoomLog } from '../ports.ts';
import { RoomNotAdmitted, type RoomGate } from './gate.ts';

/** What a room is opened with. */
export interface OpeningParts {
  readonly log: RoomLog;
  readonly archive: MatchArchive;
  readonly clock: Clock;
  readonly chance: Chance;
}

/** Opens a room that was never there (R1); another process may be first, then it is that one's. */
export async function openNew(room: RoomName, parts: OpeningParts, gate: RoomGate): Promise<void> {
  const full = gate.newRoom.take();
  if (full !== null) throw new RoomNotAdmitted(full);
  try {
    await opened(room, parts);
  } catch (error) {
    gate.newRoom.giveBack();
    throw error;
  }
}

async function opened(room: RoomName, parts: OpeningParts): Promise<void> {
  const score = await parts.archive.score(room);
  const decision = decide(
    null,
    { kind: 'open', room, seed: parts.chance.seed(), score },
    parts.clock.now(),
  );
  if (!decision.ok) throw new Error(`a new room was refused: ${decision.refusal.code}`);
  const record = { seq: 1, at: parts.clock.now(), entries: decision.value };
  await parts.log.append(room, encodeRecord(record));
}
