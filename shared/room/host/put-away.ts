import type { AsideSource, MatchArchive, RoomLog } from '../ports.ts';
import type { LogRecord } from '../entries.ts';
import { replayOf } from '../replay.ts';
import type { RoomState } from '../state.ts';
import { pagesAfter } from './reading.ts';

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
  if (stored === null) return;
  const base = stored.snapshot?.state ?? null;
  const records: LogRecord[] = [];
  for await (const page of pagesAfter(log, room, base?.seq ?? 0, stored.records)) {
    for (const { record } of page) records.push(record);
  }
  const replay = replayOf(base, records, await aside.of(room));
  if (replay !== null) await archive.save(replay);
}
