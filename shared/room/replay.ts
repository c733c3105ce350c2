import type { MatchId, RoomName, Timestamp } from '../base/ids.ts';
import { applyRecord } from './apply.ts';
import type { LogRecord } from './entries.ts';
import { publicRecord, publicState } from './public-view.ts';
import type { RoomState } from './state.ts';

/** Format of a stored replay; grows when old ones need a translation. */
export const replayFormat = 1;

/** A finished match, whole: the room before it and every record of it (A6, R32). */
export interface Replay {
  readonly format: typeof replayFormat;
  readonly match: MatchId;
  readonly room: RoomName;
  readonly endedAt: Timestamp;
  /** The public room just before coding started. */
  readonly start: RoomState;
  /** Public records from the start of coding to the result. */
  readonly records: readonly LogRecord[];
}

/**
 * Cuts the last finished match out of a room's records. `base` is the room before the first of them.
 * Null when they hold no finished match, or not from its start.
 */
export function replayOf(base: RoomState | null, records: readonly LogRecord[]): Replay | null {
  const has = (record: LogRecord, kind: LogRecord['entries'][number]['kind']): boolean =>
    record.entries.some((entry) => entry.kind === kind);
  const first = records.findLastIndex((record) => has(record, 'coding started'));
  const last = records.findLastIndex((record) => has(record, 'match ended'));
  if (first < 0 || last < first) return null;
  let start = base;
  for (const record of records.slice(0, first)) start = applyRecord(start, record);
  const end = records[last];
  const ended = end?.entries.find((entry) => entry.kind === 'match ended');
  if (start === null || end === undefined || ended?.kind !== 'match ended') return null;
  return {
    format: replayFormat,
    match: ended.match,
    room: start.room,
    endedAt: end.at,
    start: publicState(start),
    records: records.slice(first, last + 1).map(publicRecord),
  };
}
