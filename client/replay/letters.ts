import type { Milliseconds } from '../../shared/base/ids.ts';
import { applyEntry, applyRecord } from '../../shared/room/apply.ts';
import type { LogRecord, RoomState } from '../../shared/room/index.ts';

/** One step of a match along its time: a record, or one letter of a record that brings several. */
export interface TimedStep {
  readonly record: LogRecord;
  /** Since the start of coding. */
  readonly at: Milliseconds;
  /** Whether more letters of the same record follow. */
  readonly partial: boolean;
}

/** Letters of one record are this far apart at most, as a quick hand types them. */
const letterPace: Milliseconds = 90;

/**
 * A record as steps. A page sends what was typed while it waited for the server in one record: here
 * its letters come one by one, between the record `before` and their own, so that nothing changes its
 * order.
 */
export function stepsOf(record: LogRecord, before: Milliseconds, at: Milliseconds): TimedStep[] {
  const [entry, ...more] = record.entries;
  if (entry?.kind !== 'program edited' || more.length > 0 || entry.updates.length < 2) {
    return [{ record, at, partial: false }];
  }
  const { length } = entry.updates;
  const pace = Math.min(letterPace, (at - before) / length);
  return entry.updates.map((update, i) => ({
    record: { ...record, entries: [{ ...entry, version: entry.version + i, updates: [update] }] },
    at: Math.round(at - pace * (length - 1 - i)),
    partial: i < length - 1,
  }));
}

/** The room after one more step; the numbers of records are counted with their last. */
export function applyStep(state: RoomState, { record, partial }: TimedStep): RoomState {
  if (!partial) return applyRecord(state, record);
  return record.entries.reduce<RoomState>(
    (room, entry) => applyEntry(room, entry, record.at),
    state,
  );
}
