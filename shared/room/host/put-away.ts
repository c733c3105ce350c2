import type { AsideSource, MatchArchive, RoomLog } from '../ports.ts';
import { replayOf } from '../replay.ts';
import type { RoomState } from '../state.ts';

/** Where finished matches come from and go to. */
export interface PutAwayParts {
  readonly log: RoomLog;
  readonly archive: MatchArchive;
  readonly aside: AsideSource;
}

/** Archives the match that has ended in a room, unless that was done (R32). */
export async function putAwayMatch(
  { room, match }: RoomState,
  { archive, aside, log }: PutAwayParts,
): Promise<void> {
  // Another process may have been first; saving twice would do no harm, but costs a whole replay.
  if (match !== null && (await archive.summary(match)) !== null) return;
  const stored = await log.load(room);
  const beside = await aside.of(room);
  const replay = replayOf(stored?.snapshot?.state ?? null, stored?.records ?? [], beside);
  if (replay !== null) await archive.save(replay);
}
